import type { Fault } from '../model/fault.ts';
import type { Pointer } from '../model/pointer.ts';
import { parentOf } from '../model/pointer.ts';
import type { Location, Resource } from './location.ts';

/** Which members of a value some schema has looked at, for `unevaluatedProperties` and `unevaluatedItems`. */
export class Seen {
  readonly names = new Set<string>();
  readonly indices = new Set<number>();
  allNames = false;
  /** Items before this index. */
  prefix = 0;

  merge(other: Seen): void {
    for (const name of other.names) this.names.add(name);
    for (const index of other.indices) this.indices.add(index);
    this.allNames ||= other.allNames;
    this.prefix = Math.max(this.prefix, other.prefix);
  }
}

/** The schema resources on the way to here, innermost first. */
export interface Scope {
  readonly resource: Resource;
  readonly outer: Scope | undefined;
}

/** What decided that a branch applies: some properties of the value at a pointer. */
export interface Ground {
  readonly pointer: Pointer;
  readonly names: readonly string[];
}

/** The judgement of one value was given up: it would have taken too long or gone too deep. */
export class LimitReached extends Error {}

/** Schemas inside each other; some way below what the call stack of a default Node carries (about 2,000). */
const maxDepth = 1_500;
const maxSteps = 20_000_000;
/** References followed before answers are remembered. */
const stepsBeforeMemory = 10_000;
const maxFaults = 10_000;
/** Branches explained before the rest is only named. */
const maxBranches = 5_000;

/** The state of one judgement. Mutable, made anew for each value. */
export class Run {
  scope: Scope | undefined;
  /** Collects what has been looked at, where somebody needs to know. */
  seen: Seen | undefined;
  out: Fault[] = [];
  readonly doubts = new Map<Fault, readonly Ground[]>();
  /** Answers may be remembered only where they do not depend on how the schema was reached. */
  readonly #mayRemember: boolean;
  #memory: Map<unknown, Map<Location, boolean>> | undefined;
  #depth = 0;
  #steps = 0;
  #branches = 0;

  constructor(options: { readonly dynamic: boolean }) {
    this.#mayRemember = !options.dynamic;
  }

  enter(): void {
    this.#depth += 1;
    if (this.#depth > maxDepth) throw new LimitReached('it nests too deep');
  }

  leave(): void {
    this.#depth -= 1;
  }

  /** Counts a followed reference; beyond a few thousand, says what is known of the answer. */
  recall(target: Location, value: unknown): boolean | undefined {
    this.#steps += 1;
    if (this.#steps < stepsBeforeMemory) return undefined;
    if (this.#steps > maxSteps) throw new LimitReached('judging it takes too many steps');
    if (!this.#mayRemember || this.seen !== undefined) return undefined;
    return this.#memory?.get(value)?.get(target);
  }

  remember(target: Location, value: unknown, answer: boolean): void {
    if (this.#steps < stepsBeforeMemory || !this.#mayRemember || this.seen !== undefined) return;
    this.#memory ??= new Map();
    const answers = this.#memory.get(value) ?? new Map<Location, boolean>();
    answers.set(target, answer);
    this.#memory.set(value, answers);
  }

  /** Notes that faults hang on the value of some properties: where those are at fault themselves, these may be none. */
  doubt(faults: readonly Fault[], ground: Ground): void {
    for (const fault of faults) this.doubts.set(fault, [...(this.doubts.get(fault) ?? []), ground]);
  }

  /** Names the condition behind the faults found since: those of the object at `at` itself, where the reader can see both. */
  assume(since: number, at: Pointer, condition: string | undefined): void {
    if (condition === undefined) return;
    for (let index = since; index < this.out.length; index += 1) {
      const fault = this.out[index];
      if (
        fault === undefined ||
        (fault.pointer !== at && (fault.pointer === '' || parentOf(fault.pointer) !== at))
      )
        continue;
      const told = { ...fault, assumed: [condition, ...(fault.assumed ?? [])] };
      const grounds = this.doubts.get(fault);
      if (grounds !== undefined) this.doubts.set(told, grounds);
      this.out[index] = told;
    }
  }

  /** Keeps a fault; behind the last that is kept stands one that says so. */
  report(fault: Fault): void {
    if (this.out.length < maxFaults) this.out.push(fault);
    else if (this.out.length === maxFaults) this.out.push(tooMany(fault));
  }

  /** Whether nothing more is kept: to explain on would be for nothing. */
  get isFull(): boolean {
    return this.out.length > maxFaults;
  }

  /** Whether branches may still be explained one by one. */
  mayExplainBranch(): boolean {
    this.#branches += 1;
    return this.#branches <= maxBranches;
  }
}

function tooMany({ schemaPointer }: Fault): Fault {
  return { keyword: 'limit', pointer: '', schemaPointer, expected: null, detail: { faults: maxFaults } };
}
