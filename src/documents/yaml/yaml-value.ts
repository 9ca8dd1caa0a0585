import type { Alias, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Limits } from '../../model/document.ts';
import { child } from '../../model/pointer.ts';
import type { LineIndex } from '../excerpt.ts';
import { doubleKeeps } from '../json/json-number.ts';
import type { Stretch } from '../whole-text.ts';
import type { Yaml } from './yaml-composer.ts';
import { shortened } from './yaml-syntax.ts';

/** The value of a YAML document as a JSON value, and what was wrong on the way. */
export interface Reading {
  readonly value: unknown;
  readonly faults: readonly Stretch[];
  /** True where a fault leaves no value to speak of. */
  readonly refused: boolean;
  /** Alias → the node that it stands for. */
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
}

/** What a reading needs besides the document. */
export interface ReadingContext {
  readonly yaml: Yaml;
  readonly lines: LineIndex;
  readonly limits: Limits;
}

/** Ends a reading at once: the budget is spent. */
class Spent extends Error {}

/**
 * Turns the library's nodes into plain values: own properties only (`__proto__` too), every alias read anew within the
 * budget of `limits.nodes`, at most `limits.depth.yaml` collections inside each other. Names are text: a key that YAML
 * would read as number, boolean or null keeps its source text. `<<` is a name like any other, as YAML 1.2 has it.
 */
export function readValue(root: ParsedNode | null, context: ReadingContext): Reading {
  const reader = new ValueReader(context);
  let value: unknown;
  try {
    value = reader.read(root, 0);
  } catch (error) {
    if (!(error instanceof Spent)) throw error;
  }
  const { faults, refused, targets } = reader;
  return { value, faults, refused, targets };
}

/** The name that a key stands for; `undefined` where the key is a collection. */
export function nameOf(key: Scalar): string {
  return typeof key.value === 'string' ? key.value : (key.source ?? '');
}

class ValueReader {
  readonly faults: Stretch[] = [];
  readonly targets = new Map<Alias, ParsedNode>();
  refused = false;
  readonly #context: ReadingContext;
  readonly #anchors = new Map<string, ParsedNode>();
  readonly #open = new Set<ParsedNode>();
  readonly #path: (string | number)[] = [];
  #nodes = 0;
  #aliases = 0;

  constructor(context: ReadingContext) {
    this.#context = context;
  }

  /** `depth`: how many collections enclose the node. */
  read(node: ParsedNode | null, depth: number): unknown {
    const { yaml, limits } = this.#context;
    if (node === null) return null;
    if (yaml.isAlias(node)) return this.#readAlias(node, depth);
    this.#nodes += 1;
    if (this.#nodes > limits.nodes) this.#stop(node, 'too-many-nodes', limits.nodes);
    this.#note(node);
    if (yaml.isScalar(node)) return this.#readScalar(node);
    if (depth >= limits.depth.yaml) this.#stop(node, 'too-deep', limits.depth.yaml);
    this.#open.add(node);
    const value = yaml.isSeq(node)
      ? this.#readList(node, depth)
      : this.#readMap(node as YAMLMap.Parsed, depth);
    this.#open.delete(node);
    return value;
  }

  #readAlias(alias: Alias.Parsed, depth: number): unknown {
    const target = this.#target(alias);
    if (target === undefined) return null;
    if (this.#open.has(target)) {
      this.#refuse(alias, 'recursive-alias', { name: alias.source });
      return null;
    }
    this.#aliases += 1;
    const value = this.read(target, depth);
    this.#aliases -= 1;
    return value;
  }

  /** The last node before the alias that bears its anchor. Found on the first way past; anchors may be given anew later. */
  #target(alias: Alias.Parsed): ParsedNode | undefined {
    if (this.#aliases > 0) return this.targets.get(alias);
    const target = this.#anchors.get(alias.source);
    if (target === undefined) this.#refuse(alias, 'unresolved-alias', { name: alias.source });
    else this.targets.set(alias, target);
    return target;
  }

  #readList(list: YAMLSeq.Parsed, depth: number): unknown[] {
    const values: unknown[] = [];
    for (const item of list.items) {
      this.#path.push(values.length);
      values.push(this.read(item as ParsedNode | null, depth + 1));
      this.#path.pop();
    }
    return values;
  }

  #readMap(map: YAMLMap.Parsed, depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    const seen = new Map<string, ParsedNode>();
    for (const { key, value } of map.items) {
      const name = this.#readName(key, depth + 1);
      if (name === undefined) continue;
      this.#path.push(name);
      this.#sayName(name, key, seen.get(name));
      seen.set(name, seen.get(name) ?? key);
      setOwn(object, name, this.read(value, depth + 1));
      this.#path.pop();
    }
    return object;
  }

  #readName(key: ParsedNode, depth: number): string | undefined {
    const { yaml } = this.#context;
    const node = yaml.isAlias(key) ? this.#target(key) : key;
    if (node === undefined) return undefined;
    if (!yaml.isScalar(node)) {
      this.#refuse(key, 'complex-key');
      // Anchors inside it may be meant further on.
      if (node === key) this.read(key, depth);
      return undefined;
    }
    this.#note(node);
    return nameOf(node);
  }

  /** What is to be said of a key: that it was there before, that it is no name, that it would have merged in YAML 1.1. */
  #sayName(name: string, key: ParsedNode, first: ParsedNode | undefined): void {
    if (first !== undefined) {
      const fault = repeatedNameFault(name, this.#context.lines.place(first.range[0]));
      this.#say({ ...stretchOf(key, fault.reason), ...fault });
    }
    if (!this.#context.yaml.isScalar(key) || key.type !== 'PLAIN') return;
    if (name === '') this.#say(stretchOf(key, 'empty-key'));
    if (name === '<<') this.#say(stretchOf(key, 'merge-key'));
  }

  #readScalar(scalar: Scalar.Parsed): unknown {
    const { value, source } = scalar;
    if (typeof value === 'number') {
      const fault = numberFault(value, source);
      if (fault !== undefined) this.#say({ ...stretchOf(scalar, fault.reason), ...fault });
    } else if (typeof value === 'string' && scalar.type === 'QUOTE_DOUBLE' && /\p{Surrogate}/u.test(value)) {
      this.#say(stretchOf(scalar, 'lone-surrogate'));
    }
    return value;
  }

  #note(node: ParsedNode): void {
    if (this.#aliases === 0 && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
  }

  /** What is read a second time through an alias is said once. */
  #say(stretch: Stretch): void {
    if (this.#aliases > 0) return;
    this.faults.push({ ...stretch, pointer: this.#path.reduce<string>(child, '') });
  }

  #refuse(node: ParsedNode, reason: string, facts?: Stretch['facts']): void {
    this.#say({ ...stretchOf(node, reason), ...(facts === undefined ? {} : { facts }) });
    this.refused = true;
  }

  #stop(node: ParsedNode, reason: string, limit: number): never {
    this.#aliases = 0;
    this.#refuse(node, reason, { limit });
    throw new Spent(reason);
  }
}

/** A fault without its place. */
type Unplaced = Omit<Stretch, 'start' | 'end'>;

/** What is to be said of a name that the mapping has already, `first` being where. */
export function repeatedNameFault(name: string, first: { line: number; column: number }): Unplaced {
  const facts = { name, firstLine: first.line, firstColumn: first.column };
  return { reason: 'duplicate-key', check: 'document/duplicate-key', facts };
}

/** How a double fails to be the number that is written: digits lost, or no number at all (`.inf`, `.nan`). */
export function numberFault(value: number, source: string): Unplaced | undefined {
  const notFinite = /^[-+]?\./.test(source) && !Number.isFinite(value);
  const kept = /^0[xo]/.test(source) ? Number.isSafeInteger(value) : doubleKeeps(source);
  if (kept && !notFinite) return undefined;
  const facts = { text: shortened(source), kept: String(value) };
  return { reason: notFinite ? 'not-finite' : 'beyond-2^53', facts };
}

/** Sets a property as JSON.parse does: `__proto__` is a name like any other. */
export function setOwn(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') object[name] = value;
  else Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
}

function stretchOf(node: ParsedNode, reason: string): Stretch {
  const [start, end] = node.range;
  return { reason, start, end };
}
