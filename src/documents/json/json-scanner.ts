/** Long file: one byte automaton; its states share the fields and the tables. */

/** What a byte means outside strings; 0 is a byte without meaning for the structure. */
const quote = 1;
const open = 2;
const close = 3;
const lineEnd = 4;
const number = 5;
const slash = 6;
const singleQuote = 7;
const colon = 8;

const classes = table([
  ['"', quote],
  ['{[', open],
  ['}]', close],
  ['\n\r', lineEnd],
  ['-0123456789', number],
  ['/', slash],
  ["'", singleQuote],
  [':', colon],
]);
const numberBytes = table([
  ['0123456789+-.', 1],
  ['eE', 2],
]);
const wordEnds = table([[' \t\n\r,:[]{}"\'/', 1]]);

function table(kinds: readonly (readonly [string, number])[]): Uint8Array {
  const result = new Uint8Array(256);
  for (const [characters, kind] of kinds) {
    for (const character of characters) result[character.charCodeAt(0)] = kind;
  }
  return result;
}

/** A number of fewer bytes has at most 15 digits, all of which a double keeps. */
const longNumber = 16;

/** `text`: between strings. The others: inside a string, a comment, or a number or literal that is the whole value. */
type Mode =
  | 'text'
  | 'string'
  | 'single'
  | 'line-comment'
  | 'block-start'
  | 'block-comment'
  | 'word-start'
  | 'word';

/** Where the value starts, up to where there are bytes, and whether none will follow. */
export interface Bounds {
  readonly origin: number;
  readonly end: number;
  readonly last: boolean;
}

/**
 * Finds where one JSON value ends, and whether `JSON.parse` can be trusted with it. Looks at each byte once and keeps
 * its state between calls: a value may arrive in any number of pieces. What it passes over in silence is exactly what
 * `JSON.parse` reads without loss or refuses by itself; everything else (escaped surrogates and NULs, comments, …)
 * makes the value `suspicious`, or tells of `longNumbers`. Doubled keys show when `members` is compared with the parsed value.
 */
export class JsonScanner {
  /** True when the exact parser must look at the value: sometimes for nothing, never omitted. */
  suspicious = false;
  /** True when a number inside a container may be one that a double does not keep; all else is as `suspicious` says. */
  longNumbers = false;
  /** Colons outside strings: the members of all objects, when the value is well-formed. */
  members = 0;
  /** Containers inside each other at the deepest place. */
  deepest = 0;
  /** Line ends, and where the last one stops relative to the value's start. Right unless `suspicious`. */
  lines = 0;
  lastLineStart = 0;
  /** How many of the line ends are LF without CR, and CR LF. */
  bare = 0;
  withReturn = 0;
  /** Bytes done, relative to the value's start. */
  scanned = 0;
  #depth = 0;
  #mode: Mode = 'text';
  /** Inside a string that goes over several lines. */
  #severalLines = false;
  #at = 0;

  /** Gets ready for a value with this first byte, which is neither blank nor `,`, `]` or `}`. */
  begin(first: number): void {
    this.suspicious = false;
    this.longNumbers = false;
    this.members = 0;
    this.deepest = 0;
    this.lines = 0;
    this.lastLineStart = 0;
    this.bare = 0;
    this.withReturn = 0;
    this.scanned = 0;
    this.#depth = 0;
    this.#severalLines = false;
    const kind = classes[first];
    this.#mode = kind === quote || kind === open || kind === singleQuote ? 'text' : 'word-start';
  }

  /** The bytes done so far have been let go of: the value is taken to start at the next one. Only its end is still right. */
  rebase(): void {
    this.scanned = 0;
  }

  /**
   * Goes on with the value that starts at `origin`; bytes are there up to `end`, and `last` says that none will follow.
   * Returns the index after the value, or -1 when it is not over yet.
   */
  scan(bytes: Uint8Array, bounds: Bounds): number {
    const { origin } = bounds;
    this.#at = origin + this.scanned;
    let over = false;
    for (let moved = true; moved && !over; ) {
      const [mode, at] = [this.#mode, this.#at];
      over = this.#step(bytes, bounds);
      moved = mode !== this.#mode || at !== this.#at;
    }
    this.scanned = this.#at - origin;
    return over ? this.#at : -1;
  }

  #step(bytes: Uint8Array, bounds: Bounds): boolean {
    const { origin, end, last } = bounds;
    const mode = this.#mode;
    if (mode === 'text') return this.#text(bytes, origin, end);
    if (mode === 'word' || mode === 'word-start') return this.#word(bytes, end, last);
    if (mode === 'string') return this.#string(bytes, bounds, 0x22);
    if (mode === 'single') return this.#string(bytes, bounds, 0x27);
    if (this.#at < end) this.#comment(bytes, end);
    return false;
  }

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: every byte of a large file passes here
  #text(bytes: Uint8Array, origin: number, end: number): boolean {
    let at = this.#at;
    while (at < end) {
      const kind = classes[bytes[at] as number] as number;
      if (kind === 0) {
        at += 1;
      } else if (kind === quote) {
        at = plainEnd(bytes, at + 1, end);
        if (at < end && bytes[at] === 0x22) {
          at += 1;
          if (this.#depth > 0) continue;
          this.#at = at;
          return true;
        }
        this.#at = at;
        this.#mode = 'string';
        return false;
      } else if (kind === colon) {
        this.members += 1;
        at += 1;
      } else if (kind === number) {
        at = this.#number(bytes, at, end);
      } else if (kind === close) {
        at += 1;
        this.#depth -= 1;
        if (this.#depth > 0) continue;
        this.#at = at;
        return true;
      } else if (kind === open) {
        at += 1;
        this.#depth += 1;
        if (this.#depth > this.deepest) this.deepest = this.#depth;
      } else if (kind === lineEnd) {
        at += 1;
        this.#lineEnd(bytes, at, origin);
      } else {
        this.#at = at;
        this.#odd(bytes, end, kind);
        return false;
      }
    }
    this.#at = at;
    return false;
  }

  /** Counts the line end before `at`; the LF of a CR LF belongs to the CR. */
  #lineEnd(bytes: Uint8Array, at: number, origin: number): void {
    this.lastLineStart = at - origin;
    if (bytes[at - 1] === 13) this.lines += 1;
    else if (bytes[at - 2] === 13) this.withReturn += 1;
    else {
      this.lines += 1;
      this.bare += 1;
    }
  }

  /** Comments and single quotes: no JSON, but what is inside must not be taken for structure. */
  #odd(bytes: Uint8Array, end: number, kind: number): void {
    this.suspicious = true;
    if (kind === singleQuote) {
      this.#mode = 'single';
      this.#at += 1;
    } else if (this.#at + 1 < end) {
      // Else the byte that decides is not there yet: the next call looks again.
      const next = bytes[this.#at + 1];
      if (next === 0x2f) this.#mode = 'line-comment';
      else if (next === 0x2a) this.#mode = 'block-start';
      this.#at += this.#mode === 'text' ? 1 : 2;
    }
  }

  #comment(bytes: Uint8Array, end: number): void {
    if (this.#mode === 'block-start') {
      // The star that opens a comment does not close it.
      this.#at += 1;
      this.#mode = 'block-comment';
    }
    const block = this.#mode === 'block-comment';
    for (; this.#at < end; this.#at += 1) {
      const byte = bytes[this.#at];
      const closes = block ? byte === 0x2f && bytes[this.#at - 1] === 0x2a : byte === 10 || byte === 13;
      if (!closes) continue;
      if (block) this.#at += 1;
      this.#mode = 'text';
      return;
    }
  }

  /** A number inside a container. One that is cut off here may be long. */
  #number(bytes: Uint8Array, start: number, end: number): number {
    let at = start;
    let exponent = 0;
    while (at < end) {
      const kind = numberBytes[bytes[at] as number] as number;
      if (kind === 0) break;
      exponent |= kind;
      at += 1;
    }
    if (at >= end) this.suspicious = true;
    else if (at - start >= longNumber || exponent > 1) this.longNumbers = true;
    return at;
  }

  /** A value that is neither container nor string: it ends before the next punctuation. */
  #word(bytes: Uint8Array, end: number, last: boolean): boolean {
    const start = this.#at;
    const whole = this.#mode === 'word-start';
    if (whole) this.#at += 1;
    this.#mode = 'word';
    while (this.#at < end && wordEnds[bytes[this.#at] as number] === 0) this.#at += 1;
    const over = this.#at < end || last;
    if (!whole || !over || isLongNumber(bytes, start, this.#at)) this.suspicious = true;
    return over;
  }

  /** The rest of a string with escapes or control characters. */
  #string(bytes: Uint8Array, bounds: Bounds, closing: number): boolean {
    const { end } = bounds;
    for (let outcome = 'go-on'; outcome === 'go-on'; ) {
      this.#at = closing === 0x22 ? plainEnd(bytes, this.#at, end) : singleEnd(bytes, this.#at, end);
      if (this.#at >= end) break;
      outcome = this.#unplain(bytes, bounds, closing);
      if (outcome === 'over') return this.#endString();
    }
    return false;
  }

  #unplain(bytes: Uint8Array, bounds: Bounds, closing: number): 'go-on' | 'more' | 'over' {
    if (bytes[this.#at] === closing) {
      this.#at += 1;
      return 'over';
    }
    return bytes[this.#at] === 0x5c ? this.#escape(bytes, bounds.end) : this.#control(bytes, bounds, closing);
  }

  #escape(bytes: Uint8Array, end: number): 'go-on' | 'more' {
    if (this.#at + 1 >= end) return 'more';
    if (bytes[this.#at + 1] === 0x75) this.#unicodeEscape(bytes, end);
    this.#at += 2;
    return 'go-on';
  }

  #control(bytes: Uint8Array, { end, last }: Bounds, closing: number): 'go-on' | 'more' | 'over' {
    const lineEnds = bytes[this.#at] === 10 || bytes[this.#at] === 13;
    if (lineEnds && !this.#severalLines) {
      const closes = closesLater(bytes.subarray(this.#at, end), closing, last);
      if (closes === undefined) return 'more';
      this.#severalLines = closes;
    }
    this.suspicious = true;
    if (lineEnds && !this.#severalLines) return 'over';
    this.#at += 1;
    return 'go-on';
  }

  #endString(): boolean {
    this.#mode = 'text';
    this.#severalLines = false;
    return this.#depth === 0;
  }

  /** `\u0000` and surrogates are for the exact parser, and so is an escape that is cut off here. */
  #unicodeEscape(bytes: Uint8Array, end: number): void {
    const first = (bytes[this.#at + 2] ?? 0) | 0x20;
    const nul = first === 0x30 && bytes[this.#at + 3] === 0x30 && bytes[this.#at + 4] === 0x30;
    const surrogate = first === 0x64 && (bytes[this.#at + 3] ?? 0) >= 0x38;
    if (nul || surrogate || this.#at + 6 > end) this.suspicious = true;
  }
}

function isLongNumber(bytes: Uint8Array, start: number, end: number): boolean {
  if (numberBytes[bytes[start] as number] !== 1) return false;
  if (end - start >= longNumber) return true;
  return bytes.subarray(start, end).some((byte) => numberBytes[byte] === 2);
}

/** The first `"`, backslash or control character from here on. Four bytes are looked at together while none is among them. */
function plainEnd(bytes: Uint8Array, start: number, end: number): number {
  const view = viewOf(bytes);
  let at = start;
  for (const last = end - 4; at <= last; at += 4) {
    const four = view.getInt32(at, true);
    const quotes = four ^ 0x22222222;
    const slashes = four ^ 0x5c5c5c5c;
    // A byte of `x - 1` borrows its top bit only where the byte of `x` is 0 (or, harmlessly, right of such a byte).
    const zeros = ((quotes - 0x01010101) & ~quotes) | ((slashes - 0x01010101) & ~slashes);
    if (((zeros | ((four - 0x20202020) & ~four)) & 0x80808080) !== 0) break;
  }
  while (at < end) {
    const byte = bytes[at] as number;
    if (byte <= 0x5c && (byte === 0x22 || byte === 0x5c || byte < 0x20)) return at;
    at += 1;
  }
  return at;
}

let viewed: Uint8Array = new Uint8Array(0);
let view = new DataView(viewed.buffer);

/** The same block is asked about for thousands of strings in a row. */
function viewOf(bytes: Uint8Array): DataView {
  if (bytes !== viewed) {
    viewed = bytes;
    view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  return view;
}

/** The same for `'`. */
function singleEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const byte = bytes[at] as number;
    if (byte === 0x27 || byte === 0x5c || byte < 0x20) return at;
    at += 1;
  }
  return at;
}

/** How many bytes after a raw line end the closing quote is looked for: the exact parser's 2,000 characters are hardly more. */
const lookAhead = 6000;

/**
 * Whether a raw line end belongs to a string of several lines: its closing quote is followed by punctuation. Else the
 * closing quote was forgotten, and what follows is structure again. `undefined`: more bytes are needed to tell.
 */
function closesLater(bytes: Uint8Array, closing: number, last: boolean): boolean | undefined {
  const cut = bytes.subarray(0, lookAhead);
  const enough = last || bytes.length >= lookAhead + 100;
  for (let at = 0; at < cut.length; at += 1) {
    if (cut[at] === 0x5c) at += 1;
    else if (cut[at] === closing) {
      const after = bytes.subarray(at + 1, at + 82).find((byte) => byte > 0x20);
      if (after === undefined && !enough && bytes.length < at + 82) return undefined;
      return after === 0x2c || after === 0x3a || after === 0x7d || after === 0x5d;
    }
  }
  return enough ? false : undefined;
}
