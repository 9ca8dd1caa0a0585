import { isQuote } from './yaml-quick-scalars.ts';
import { apostrophe, leaveToGeneral } from './yaml-quick-text.ts';

/** Whether the source of a value is quoted text. */
export function isQuoted(source: string): boolean {
  return isQuote(source.charCodeAt(0));
}

/** What quoted text says; `source` with its quotes. */
export function quotedText(source: string): string {
  const inner = source.slice(1, -1);
  if (source.charCodeAt(0) === apostrophe) return unfolded(inner).replaceAll("''", "'");
  if (!inner.includes('\\') && !inner.includes('\n')) return inner;
  return escapedText(inner);
}

/** Lines of plain or single-quoted text as one: a line end is a space, empty lines stay line ends (7.3.3). */
export function unfolded(source: string): string {
  if (!source.includes('\n')) return source;
  const [first = '', ...others] = source.split(/\r?\n/);
  const last = others.pop() ?? '';
  let text = first.replace(/(?<![ \t])[ \t]+$/, '');
  let separator = ' ';
  for (const line of others) {
    const content = line.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, '');
    if (content === '' && separator === '\n') text += separator;
    else if (content !== '') text += separator + content;
    separator = content === '' ? '\n' : ' ';
  }
  return text + separator + last.replace(/^[ \t]+/, '');
}

const escapes: ReadonlyMap<string, string> = new Map([
  ...[...'"/\\ \t'].map((character) => [character, character] as const),
  ...(['0\0', 'a\x07', 'b\b', 'e\x1b', 'f\f', 'n\n', 'r\r', 't\t', 'v\v'] as const).map(pairOf),
  ...(['N\x85', '_\xa0', 'L\u2028', 'P\u2029'] as const).map(pairOf),
]);
const codeLengths: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

function pairOf(pair: string): [string, string] {
  return [pair.slice(0, 1), pair.slice(1)];
}

/** Double-quoted text: an escape, a line end with the blanks around it, or what stands between them. */
const pieces = /\\(?:\r?\n[ \t]*|[\s\S])|[ \t]*\r?\n[ \t\r\n]*|[^\\ \t\r\n]+|[ \t]+|\r/g;

function escapedText(inner: string): string {
  let text = '';
  pieces.lastIndex = 0;
  for (let found = pieces.exec(inner); found !== null; found = pieces.exec(inner)) {
    const [piece] = found;
    if (piece.startsWith('\\')) text += escaped(inner, piece);
    else if (piece.includes('\n')) text += '\n'.repeat(piece.split('\n').length - 2) || ' ';
    else text += piece;
  }
  return /\p{Surrogate}/u.test(text) ? leaveToGeneral() : text;
}

function escaped(inner: string, piece: string): string {
  const kind = piece.slice(1, 2);
  if (kind === '\r' || kind === '\n') return '';
  const simple = escapes.get(kind);
  if (simple !== undefined) return simple;
  const length = codeLengths.get(kind) ?? leaveToGeneral();
  const digits = inner.slice(pieces.lastIndex, pieces.lastIndex + length);
  const code = /^[0-9a-fA-F]+$/.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : -1;
  if (code < 0 || code > 0x10ffff) leaveToGeneral();
  pieces.lastIndex += length;
  return String.fromCodePoint(code);
}
