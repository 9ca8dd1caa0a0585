/** What was found wrong inside a string, as offsets into the text. */
export interface StringFlaw {
  readonly kind: 'control-character' | 'nul-character' | 'escape' | 'lone-surrogate' | 'escaped-nul';
  readonly start: number;
  readonly end: number;
}

/** A string token: its value and the offset after its closing quote, or why there is none. */
export interface StringToken {
  readonly value: string;
  readonly end: number;
  /** `line-end`: the line ends inside the string and it does not look like one string of several lines. */
  readonly unclosed?: 'end' | 'line-end';
}

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * Reads the string whose opening quote (`"` or `'`) stands at `start`. Control characters, unknown escapes and
 * unpaired surrogates are told to `flaw` and kept in the value, so that reading can go on.
 */
export function readString(text: string, start: number, flaw?: (flaw: StringFlaw) => void): StringToken {
  const quote = text.charCodeAt(start);
  let value = '';
  let from = start + 1;
  let severalLines = false;
  for (let at = plainEnd(text, from, quote); at < text.length; at = plainEnd(text, at, quote)) {
    const code = text.charCodeAt(at);
    if (code === quote) return { value: value + text.slice(from, at), end: at + 1 };
    if (code === 0x5c) {
      const escaped = readEscape(text, at, flaw);
      value += text.slice(from, at) + escaped.value;
      at = from = escaped.end;
      continue;
    }
    severalLines ||= isLineEnd(code) && closesLater(text, at, quote);
    if (isLineEnd(code) && !severalLines)
      return { value: value + text.slice(from, at), end: at, unclosed: 'line-end' };
    flaw?.({ kind: code === 0 ? 'nul-character' : 'control-character', start: at, end: at + 1 });
    at += 1;
  }
  return { value: value + text.slice(from), end: text.length, unclosed: 'end' };
}

/** The next quote, backslash or control character. */
function plainEnd(text: string, start: number, quote: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote || code === 0x5c || code < 0x20) break;
  }
  return at;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** Whether a raw line end belongs to a string of several lines: its closing quote is followed by punctuation. Else the closing quote was forgotten. */
function closesLater(text: string, at: number, quote: number): boolean {
  const close = closingQuote(text, at, quote);
  return close >= 0 && /^\s{0,80}[,:}\]]/.test(text.slice(close + 1, close + 82));
}

/** How far a string of several lines is looked ahead for its closing quote. */
const lookAhead = 2000;

function closingQuote(text: string, at: number, quote: number): number {
  for (let index = at; index < Math.min(text.length, at + lookAhead); index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) return index;
    if (code === 0x5c) index += 1;
  }
  return -1;
}

interface Escape {
  readonly value: string;
  readonly end: number;
  readonly flaw?: StringFlaw['kind'];
}

/** The escape at `at`; what is wrong with it is told. */
function readEscape(text: string, at: number, flaw?: (flaw: StringFlaw) => void): Escape {
  const escaped = escapeAt(text, at);
  if (escaped.flaw !== undefined) flaw?.({ kind: escaped.flaw, start: at, end: escaped.end });
  return escaped;
}

function escapeAt(text: string, at: number): Escape {
  const letter = text.charAt(at + 1);
  const simple = simpleEscapes.get(letter);
  if (simple !== undefined) return { value: simple, end: at + 2 };
  const unit = letter === 'u' ? hexUnit(text, at) : -1;
  // The backslash alone is at fault; what follows may be the closing quote's neighbour and is read as it stands.
  if (unit < 0) return { value: '\\', end: at + 1, flaw: 'escape' };
  const value = String.fromCharCode(unit);
  const end = at + 6;
  if (unit === 0) return { value, end, flaw: 'escaped-nul' };
  if (unit < 0xd800 || unit > 0xdfff) return { value, end };
  const low = unit < 0xdc00 && text.startsWith('\\u', end) ? hexUnit(text, end) : -1;
  if (low >= 0xdc00 && low <= 0xdfff) return { value: value + String.fromCharCode(low), end: end + 6 };
  return { value, end, flaw: 'lone-surrogate' };
}

/** The unit that `\uXXXX` at `at` stands for, or -1. */
function hexUnit(text: string, at: number): number {
  const hex = text.slice(at + 2, at + 6);
  return /^[0-9a-fA-F]{4}$/.test(hex) ? Number.parseInt(hex, 16) : -1;
}
