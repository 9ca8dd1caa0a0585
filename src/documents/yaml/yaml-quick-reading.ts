import type { Limits } from '../../model/document.ts';
import type { Pointer } from '../../model/pointer.ts';
import { child } from '../../model/pointer.ts';
import type { LineIndex } from '../excerpt.ts';
import type { Stretch } from '../whole-text.ts';
import { coreValue } from './yaml-core.ts';
import { QuickPlaces } from './yaml-quick-places.ts';
import { isQuoted, quotedText, unfolded } from './yaml-quick-quoted.ts';
import { leaveToGeneral } from './yaml-quick-text.ts';
import { numberFault, repeatedNameFault, setOwn } from './yaml-value.ts';

/** What reading a text needs. */
export interface QuickSource {
  readonly text: string;
  readonly lines: LineIndex;
  readonly limits: Limits;
}

/** A mapping while it is read. */
export interface QuickMapping {
  readonly entry: number;
  readonly object: Record<string, unknown>;
  /** Name → where it stands first; made when a name is repeated. */
  firsts: Map<string, number> | undefined;
}

/** Whole numbers of so many characters are kept by a double. */
const safeDigits = 15;

/** One document while it is read: where reading stands, the places of its values, and what is to be said of them. */
export class QuickReading {
  readonly text: string;
  readonly places = new QuickPlaces();
  readonly faults: Stretch[] = [];
  at: number;
  readonly #source: QuickSource;
  readonly #path: (string | number)[] = [];
  #depth = 0;
  #values = 0;

  constructor(source: QuickSource, from: number) {
    this.#source = source;
    this.text = source.text;
    this.at = from;
  }

  code(): number {
    return this.text.charCodeAt(this.at);
  }

  /** Notes the place of a value; its entry. */
  value(start: number, end: number): number {
    this.#values += 1;
    if (this.#values > this.#source.limits.nodes) leaveToGeneral();
    return this.places.add(start, end);
  }

  /** Starts a collection; its entry. */
  open(start: number): number {
    if (this.#depth >= this.#source.limits.depth.yaml) leaveToGeneral();
    this.#depth += 1;
    return this.value(start, start);
  }

  openMapping(start: number): QuickMapping {
    return { entry: this.open(start), object: {}, firsts: undefined };
  }

  close(entry: number, end: number): void {
    this.places.close(entry, end);
    this.#depth -= 1;
  }

  /** Says which item of the innermost list is read next. */
  item(index: number): void {
    this.#path[this.#depth - 1] = index;
  }

  /** The name written from `at` to `end` is the next of the innermost mapping. */
  name(mapping: QuickMapping, end: number): string {
    const start = this.at;
    const name = nameAt(this.text, start, end);
    // `<<`, which merges in YAML 1.1, needs a word.
    if (name === '<<') leaveToGeneral();
    this.#path[this.#depth - 1] = name;
    if (Object.hasOwn(mapping.object, name)) this.#repeated(mapping, name, end);
    else mapping.firsts?.set(name, start);
    this.places.add(start, end);
    return name;
  }

  /** The value of plain text. */
  plain(end: number): unknown {
    const start = this.at;
    const source = unfolded(this.text.slice(start, end));
    const value = coreValue(source);
    this.value(start, end);
    if (
      typeof value === 'number' &&
      (source.length > safeDigits || !Number.isInteger(value) || /\D/.test(source))
    )
      this.#say(numberFault(value, source), start, end);
    return value;
  }

  quoted(end: number): string {
    this.value(this.at, end);
    return quotedText(this.text.slice(this.at, end));
  }

  set(mapping: QuickMapping, name: string, value: unknown): void {
    setOwn(mapping.object, name, value);
  }

  #repeated(mapping: QuickMapping, name: string, end: number): void {
    mapping.firsts ??= this.#firstsOf(mapping);
    const first = this.#source.lines.place(mapping.firsts.get(name) ?? this.at);
    this.#say(repeatedNameFault(name, first), this.at, end);
  }

  #firstsOf({ entry }: QuickMapping): Map<string, number> {
    const firsts = new Map<string, number>();
    const { places, text } = this;
    for (let key = entry + 1; key < places.count; key = places.next(key + 1)) {
      const start = places.start(key);
      const name = nameAt(text, start, places.end(key));
      if (!firsts.has(name)) firsts.set(name, start);
    }
    return firsts;
  }

  #say(fault: Pick<Stretch, 'reason' | 'check' | 'facts'> | undefined, start: number, end: number): void {
    if (fault === undefined) return;
    const pointer = this.#path.slice(0, this.#depth).reduce<Pointer>(child, '');
    this.faults.push({ ...fault, start, end, pointer });
  }
}

/** The name that is written from `start` to `end`. Names are text: `01` and `true` stay what is written. */
export function nameAt(text: string, start: number, end: number): string {
  const source = text.slice(start, end);
  return isQuoted(source) ? quotedText(source) : source;
}
