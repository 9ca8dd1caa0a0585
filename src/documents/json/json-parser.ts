/** Long file: the grammar of RFC 8259 with its recoveries is one state machine and reads best in one place. */
import type { DocumentFault } from '../../model/document.ts';
import { setOwn } from '../../model/own-property.ts';
import type { Pointer } from '../../model/pointer.ts';
import { child } from '../../model/pointer.ts';
import { wholeCharacter } from '../excerpt.ts';
import { moreFaults, toldOneByOne } from '../fault-limit.ts';
import { doubleKeeps } from './json-number.ts';
import { keyName, SpanTable } from './json-spans.ts';
import type { StringFlaw, StringToken } from './json-string.ts';
import { readString } from './json-string.ts';

/** A fault as offsets into the text; the reader turns it into places. */
export interface JsonFault {
  readonly check: DocumentFault['check'];
  readonly reason: string;
  readonly start: number;
  readonly end: number;
  /** Inside the parsed value. */
  readonly pointer: Pointer;
  readonly facts?: Readonly<Record<string, string | number>>;
  /** For a duplicate key: where the first one stands. */
  readonly first?: number;
}

/** What a text holds. `spans` has the places of all values; it is complete only when `complete` is true. */
export interface ParsedJson {
  /** Whether there is a value: false after a fault that ended the reading. */
  readonly complete: boolean;
  readonly value: unknown;
  readonly faults: readonly JsonFault[];
  readonly spans: SpanTable;
}

export interface JsonBounds {
  /** How deep containers may be nested in the whole document. */
  readonly depth: number;
  /** How many containers stand around this text. */
  readonly outside?: number;
}

/**
 * Reads one JSON text strictly by RFC 8259, with offsets. Comments, trailing commas, single quotes, bare keys, control
 * characters and the like are faults after which reading goes on; any other departure from the grammar ends it.
 * Needs no more stack for deep nesting. Own `__proto__` keys stay own keys. Never throws.
 */
export function parseJson(text: string, bounds: JsonBounds): ParsedJson {
  return new Parser(text, bounds).parse();
}

type State = 'value' | 'first-key' | 'first-element' | 'key' | 'after' | 'stop';

interface Frame {
  readonly container: Record<string, unknown> | unknown[];
  readonly node: number;
  /** The key whose value is being read; for arrays the index. */
  key: string | number;
  keyStart: number;
  keyEnd: number;
}

const blank = /[ \t\n\r]*/y;
const wordCharacters = /[^\s,:[\]{}"'/\0- ]+/y;
const strictNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const looseNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const bareKey = /[\p{L}_$][\p{L}\p{N}_$.-]*/uy;
const literals: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class Parser {
  readonly #text: string;
  readonly #bounds: JsonBounds;
  readonly #frames: Frame[] = [];
  readonly #faults: JsonFault[] = [];
  readonly #counts = new Map<string, number>();
  readonly #spans = new SpanTable();
  #at = 0;
  #root: unknown;

  constructor(text: string, bounds: JsonBounds) {
    this.#text = text;
    this.#bounds = bounds;
  }

  parse(): ParsedJson {
    const complete = this.#run();
    const untold = [...this.#counts].flatMap(([reason, count]) => {
      const last = this.#faults.findLast((fault) => fault.reason === reason);
      return count > toldOneByOne && last !== undefined ? [moreFaults(last, count - toldOneByOne)] : [];
    });
    const faults = [...this.#faults, ...untold];
    return { complete, value: complete ? this.#root : undefined, faults, spans: this.#spans };
  }

  #run(): boolean {
    this.#skipBlank();
    if (this.#at >= this.#text.length) {
      this.#fault('empty', [0, this.#text.length]);
      return false;
    }
    for (let state: State = 'value'; state !== 'stop'; ) {
      this.#skipBlank();
      if (state === 'after' && this.#frames.length === 0) return this.#trailing();
      state = this.#at < this.#text.length ? this.#step(state) : this.#truncated();
    }
    return false;
  }

  #step(state: State): State {
    const character = this.#text.charAt(this.#at);
    if (state === 'after') return this.#after(character);
    if (state === 'first-key' && character === '}') return this.#close();
    if (state === 'first-element' && character === ']') return this.#close();
    if (state === 'key' || state === 'first-key') return this.#key(character, state);
    return this.#value(character);
  }

  #value(character: string): State {
    if (character === '{') return this.#open({}, 'first-key');
    if (character === '[') return this.#open([], 'first-element');
    if (character === '"' || character === "'") {
      const start = this.#at;
      const token = this.#string();
      return token === undefined ? 'stop' : this.#scalar(token.value, start, token.end);
    }
    return this.#word();
  }

  #open(container: Frame['container'], next: State): State {
    if (this.#frames.length + (this.#bounds.outside ?? 0) >= this.#bounds.depth) {
      this.#fault('too-deep', [this.#at, this.#at + 1], { limit: this.#bounds.depth });
      return 'stop';
    }
    const node = this.#attach(container, this.#at);
    const key = Array.isArray(container) ? 0 : '';
    this.#frames.push({ container, node, key, keyStart: -1, keyEnd: -1 });
    this.#at += 1;
    return next;
  }

  #close(): State {
    this.#at += 1;
    const frame = this.#frames.pop();
    if (frame !== undefined) this.#spans.close(frame.node, this.#at);
    return 'after';
  }

  #scalar(value: unknown, start: number, end: number): State {
    this.#spans.close(this.#attach(value, start), end);
    this.#at = end;
    return 'after';
  }

  /** Puts a value where it belongs: into the innermost container, or as the root. */
  #attach(value: unknown, start: number): number {
    const frame = this.#frames.at(-1);
    const node = this.#spans.open(frame?.keyStart ?? -1, frame?.keyEnd ?? -1, start);
    if (frame === undefined) this.#root = value;
    else if (Array.isArray(frame.container)) frame.container.push(value);
    else setOwn(frame.container, String(frame.key), value);
    return node;
  }

  #after(character: string): State {
    const frame = this.#frames.at(-1);
    const closing = Array.isArray(frame?.container) ? ']' : '}';
    if (character === closing) return this.#close();
    if (frame === undefined || character !== ',') return this.#unexpected('comma-or-end');
    const comma = this.#at;
    this.#at += 1;
    this.#skipBlank();
    if (this.#text.charAt(this.#at) === closing) {
      this.#fault('trailing-comma', [comma, comma + 1]);
      return this.#close();
    }
    if (typeof frame.key !== 'number') return 'key';
    frame.key += 1;
    return 'value';
  }

  #key(character: string, state: State): State {
    const frame = this.#frames.at(-1);
    const start = this.#at;
    const token = character === '"' || character === "'" ? this.#string() : this.#bareKey(state);
    if (frame === undefined || token === undefined) return 'stop';
    frame.key = token.value;
    frame.keyStart = start;
    frame.keyEnd = token.end;
    if (Object.hasOwn(frame.container, token.value)) this.#duplicate(frame, token.value);
    this.#at = token.end;
    this.#skipBlank();
    if (this.#at >= this.#text.length) return this.#truncated();
    if (this.#text.charAt(this.#at) !== ':') return this.#unexpected('colon');
    this.#at += 1;
    return 'value';
  }

  #bareKey(state: State): StringToken | undefined {
    bareKey.lastIndex = this.#at;
    const name = bareKey.exec(this.#text)?.[0];
    if (name === undefined) {
      this.#unexpected(state === 'key' ? 'key' : 'key-or-end');
      return undefined;
    }
    this.#fault('unquoted-key', [this.#at, this.#at + name.length], { name });
    return { value: name, end: this.#at + name.length };
  }

  #string(): StringToken | undefined {
    const start = this.#at;
    const token = readString(this.#text, start, (flaw) => this.#flaw(flaw));
    if (token.unclosed === undefined) {
      if (this.#text.charAt(start) === "'") this.#fault('single-quotes', [start, token.end]);
      return token;
    }
    this.#at = token.end;
    if (token.unclosed === 'end') this.#truncated();
    else this.#fault('not-json', [start, token.end], { found: 'line-end', expected: 'quote' });
    return undefined;
  }

  #flaw({ kind, start, end }: StringFlaw): void {
    if (kind === 'lone-surrogate') this.#fault(kind, [start, end], { text: this.#text.slice(start, end) });
    else if (kind === 'escaped-nul') this.#fault('nul-character', [start, end], { escaped: 1 });
    else if (kind === 'nul-character') this.#fault(kind, [start, end], { escaped: 0 });
    else {
      const text =
        kind === 'escape' ? this.#text.slice(start, start + 2) : codeName(this.#text.charCodeAt(start));
      this.#fault('not-json', [start, end], { found: kind, text, expected: 'escape' });
    }
  }

  #word(): State {
    const start = this.#at;
    wordCharacters.lastIndex = start;
    const word = wordCharacters.exec(this.#text)?.[0] ?? '';
    const end = start + word.length;
    if (literals.has(word)) return this.#scalar(literals.get(word), start, end);
    const strict = strictNumber.test(word);
    if (!strict && !looseNumber.test(word)) return this.#unexpected('value');
    if (!strict)
      this.#fault('not-json', [start, end], { found: 'number', text: cut(word), expected: 'number' });
    else if (!doubleKeeps(word))
      this.#fault('beyond-2^53', [start, end], { text: cut(word), kept: String(Number(word)) });
    return this.#scalar(Number(word), start, end);
  }

  #trailing(): boolean {
    if (this.#at < this.#text.length) {
      this.#fault('trailing-content', [this.#at, this.#at + 1], { text: this.#wordHere().text });
    }
    return true;
  }

  #truncated(): State {
    const inside = Array.isArray(this.#frames.at(-1)?.container) ? 'array' : 'object';
    const facts = this.#frames.length > 0 ? { inside } : { inside: 'value' };
    this.#fault('truncated', [this.#text.length, this.#text.length], facts);
    return 'stop';
  }

  #unexpected(expected: string): State {
    const { found, text, end } = this.#wordHere();
    if (this.#text.charCodeAt(this.#at) === 0) this.#fault('nul-character', [this.#at, end], { escaped: 0 });
    else this.#fault('not-json', [this.#at, end], { found, text, expected });
    return 'stop';
  }

  /** The word or the character at which reading stands, as it can be shown. */
  #wordHere(): { found: 'word' | 'character'; text: string; end: number } {
    const code = this.#text.codePointAt(this.#at) ?? 0;
    const character = String.fromCodePoint(code);
    if (!/[\p{L}\p{N}_$.+-]/u.test(character)) {
      return {
        found: 'character',
        text: code < 0x20 ? codeName(code) : character,
        end: this.#at + character.length,
      };
    }
    wordCharacters.lastIndex = this.#at;
    const word = wordCharacters.exec(this.#text)?.[0] ?? character;
    return { found: 'word', text: cut(word), end: this.#at + word.length };
  }

  /** White space; comments and byte order marks between tokens are faults and are passed over. */
  #skipBlank(): void {
    for (;;) {
      blank.lastIndex = this.#at;
      blank.test(this.#text);
      this.#at = blank.lastIndex;
      const start = this.#at;
      if (this.#text.charCodeAt(start) === 0xfeff) this.#at += 1;
      else this.#at = commentEnd(this.#text, start);
      if (this.#at === start) return;
      this.#fault(this.#at === start + 1 ? 'byte-order-mark-inside' : 'comment', [start, this.#at]);
    }
  }

  #duplicate(frame: Frame, name: string): void {
    if (!this.#counted('duplicate-key')) return;
    let first = frame.keyStart;
    for (const inner of this.#spans.children(frame.node, true)) {
      const { keyStart, keyEnd } = this.#spans.span(inner);
      if (keyName(this.#text, keyStart, keyEnd) !== name) continue;
      first = keyStart;
      break;
    }
    const { keyStart: start, keyEnd: end } = frame;
    this.#faults.push({
      check: 'document/duplicate-key',
      reason: 'duplicate-key',
      start,
      end,
      first,
      pointer: this.#pointer(),
      facts: { name: cut(name) },
    });
  }

  #fault(reason: string, [start, end]: readonly [number, number], facts?: JsonFault['facts']): void {
    if (!this.#counted(reason)) return;
    const fault = { check: 'document/syntax', reason, start, end, pointer: this.#pointer() } as const;
    this.#faults.push(facts === undefined ? fault : { ...fault, facts });
  }

  #counted(reason: string): boolean {
    const count = (this.#counts.get(reason) ?? 0) + 1;
    this.#counts.set(reason, count);
    return count <= toldOneByOne;
  }

  #pointer(): Pointer {
    let pointer = '';
    for (const frame of this.#frames) {
      if (frame.keyStart >= 0 || typeof frame.key === 'number') pointer = child(pointer, frame.key);
    }
    return pointer;
  }
}

/** Where the comment that starts at `start` ends; `start` itself when there is none. An unclosed one goes to the end. */
function commentEnd(text: string, start: number): number {
  if (text.charAt(start) !== '/') return start;
  const next = text.charAt(start + 1);
  if (next === '*') {
    const end = text.indexOf('*/', start + 2);
    return end < 0 ? text.length : end + 2;
  }
  if (next !== '/') return start;
  const length = text.slice(start).search(/[\r\n]/);
  return length < 0 ? text.length : start + length;
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, wholeCharacter(text, 40))}…` : text;
}

function codeName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
