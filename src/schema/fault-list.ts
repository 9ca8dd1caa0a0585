import type { Fault } from '../model/fault.ts';
import { child, tokensOf } from '../model/pointer.ts';
import { canonicalText } from './canonical.ts';
import type { Ground } from './run.ts';

/** Faults with the same key say the same thing. */
export function faultKey(fault: Fault): string {
  return `${fault.pointer}\n${fault.keyword}\n${fault.name ?? canonicalText(fault.expected)}`;
}

/** A weaker keyword has nothing to add where a stronger one has spoken of the same property. */
const strongerThan: ReadonlyMap<string, readonly string[]> = new Map([
  ['recommended', ['required']],
  ['knownFields', ['additionalProperties', 'unevaluatedProperties', 'false']],
]);

function withoutRepetition(faults: readonly Fault[]): Fault[] {
  const byKey = new Map<string, Fault>();
  for (const fault of faults) {
    const key = faultKey(fault);
    if (!byKey.has(key)) byKey.set(key, fault);
  }
  return [...byKey.values()];
}

function withoutWeaker(faults: readonly Fault[]): Fault[] {
  const spoken = new Set(faults.map((fault) => `${fault.keyword}\n${fault.pointer}\n${subject(fault)}`));
  return faults.filter((fault) => {
    const stronger = strongerThan.get(fault.keyword) ?? [];
    return !stronger.some((keyword) => spoken.has(`${keyword}\n${fault.pointer}\n${subject(fault)}`));
  });
}

/** The values that an `enum` or `const` fault asks for, as text. */
function wantedValues(fault: Fault): ReadonlySet<string> | undefined {
  if (fault.keyword === 'const') return new Set([canonicalText(fault.expected)]);
  if (fault.keyword !== 'enum' || !Array.isArray(fault.expected)) return undefined;
  return new Set(fault.expected.map(canonicalText));
}

/** Where several enumerations refuse one value, the narrowest says it where the others allow all that it allows. */
function withOneEnumeration(faults: readonly Fault[]): Fault[] {
  const narrowest = new Map<string, { readonly fault: Fault; readonly values: ReadonlySet<string> }>();
  for (const fault of faults) {
    const values = wantedValues(fault);
    if (values === undefined) continue;
    const earlier = narrowest.get(fault.pointer);
    if (earlier === undefined || values.size < earlier.values.size)
      narrowest.set(fault.pointer, { fault, values });
  }
  return faults.filter((fault) => {
    const values = wantedValues(fault);
    const kept = narrowest.get(fault.pointer);
    if (values === undefined || kept === undefined || kept.fault === fault) return true;
    return ![...kept.values].every((value) => values.has(value));
  });
}

/** For a missing property its name; elsewhere the pointer says enough. */
function subject(fault: Fault): string {
  return fault.keyword === 'required' || fault.keyword === 'recommended' ? (fault.name ?? '') : '';
}

/** Positions of the tokens of a pointer inside their objects and arrays. */
class Positions {
  readonly #ofKeys = new Map<object, ReadonlyMap<string, number>>();

  along(root: unknown, pointer: string): number[] {
    const path: number[] = [];
    let value = root;
    for (const token of tokensOf(pointer)) {
      if (typeof value !== 'object' || value === null) break;
      path.push(this.#in(value, token));
      value = Object.hasOwn(value, token) ? (value as Record<string, unknown>)[token] : undefined;
    }
    return path;
  }

  #in(value: object, token: string): number {
    if (Array.isArray(value)) return Number(token);
    let positions = this.#ofKeys.get(value);
    if (positions === undefined) {
      positions = new Map(Object.keys(value).map((key, index) => [key, index]));
      this.#ofKeys.set(value, positions);
    }
    return positions.get(token) ?? positions.size;
  }
}

function comparePaths(a: readonly number[], b: readonly number[]): number {
  for (const [index, position] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (position !== other) return position - other;
  }
  return a.length - b.length;
}

type Doubts = ReadonlyMap<Fault, readonly Ground[]>;

/**
 * Without what follows from another fault: a branch that was taken because a property is missing or wrong proves nothing.
 * The faults with the fewest grounds are judged first, so that at least one of any set stays.
 */
function withoutDoubtful(faults: readonly Fault[], doubts: Doubts): readonly Fault[] {
  if (doubts.size === 0) return faults;
  const grounds = (fault: Fault): readonly Ground[] => doubts.get(fault) ?? [];
  const blamed = new Set<string>();
  const kept = new Set<Fault>();
  for (const fault of [...faults].sort((a, b) => grounds(a).length - grounds(b).length)) {
    const follows = grounds(fault).some((ground) =>
      ground.names.some((name) => blamed.has(child(ground.pointer, name))),
    );
    if (follows) continue;
    kept.add(fault);
    blamed.add(fault.keyword === 'required' ? child(fault.pointer, fault.name ?? '') : fault.pointer);
  }
  return faults.filter((fault) => kept.has(fault));
}

/** Where the type is wrong, that the value is in no enumeration goes without saying. */
function withoutWrongTypes(faults: readonly Fault[]): readonly Fault[] {
  const wrong = new Set(faults.filter(({ keyword }) => keyword === 'type').map(({ pointer }) => pointer));
  if (wrong.size === 0) return faults;
  return faults.filter(
    ({ keyword, pointer }) => (keyword !== 'enum' && keyword !== 'const') || !wrong.has(pointer),
  );
}

/**
 * Each fault once and without those that only follow from another, in the order in which the value is written; at one place in
 * the order of judgement.
 */
export function tidyFaults(
  found: { readonly out: readonly Fault[]; readonly doubts: Doubts },
  value: unknown,
): Fault[] {
  const faults = found.out;
  if (faults.length < 2) return [...faults];
  const positions = new Positions();
  const telling = withoutWrongTypes(withoutDoubtful(faults, found.doubts));
  return withOneEnumeration(withoutWeaker(withoutRepetition(telling)))
    .map((fault) => ({ fault, path: positions.along(value, fault.pointer) }))
    .sort((a, b) => comparePaths(a.path, b.path))
    .map(({ fault }) => fault);
}
