import { columnsOf, columnsOfCharacter } from './columns.ts';

/** What must not start a line. */
const closing = /^[、。，．：；！？）」』】》〉”’…)\]},.;:!?]$/u;
/** What must not end a line. */
const opening = /^[（「『【《〈“‘([{]$/u;
/** Quoted names and values up to this many columns stay on one line. */
const wholeQuote = 24;
const closingQuote: Readonly<Record<string, string>> = { '"': '"', '`': '`', '“': '”' };
/** Words longer than this, addresses for the most part, may be broken behind these characters. */
const longWord = 24;
const joint = /^[/?&=_-]$/;
/** Not sooner than this, so that no line ends in `https://`. */
const leastPiece = 12;

/**
 * Breaks a text into lines of at most `columns`: between words and between any two wide characters, but not inside a
 * short quotation, behind an opening bracket or before a closing mark. A word that is longer than a line is broken.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const unit of unitsOf(text)) {
    const width = columnsOf(unit);
    if (used + columnsOf(unit.trimEnd()) <= columns) {
      line += unit;
      used += width;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    const pieces = piecesOf(unit, columns);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
    used = columnsOf(line);
  }
  lines.push(line.trimEnd());
  return lines;
}

/** What stays together: words with the blanks behind them, wide characters with the marks that cling to them, short quotations. */
function unitsOf(text: string): string[] {
  const characters = [...text];
  const together = new Set([...quotations(characters)]);
  const long = longWords(characters);
  const units: string[] = [];
  let unit = '';
  for (const [index, character] of characters.entries()) {
    const previous = characters[index - 1] ?? '';
    const isJoint = long.has(index) && joint.test(previous) && unit.length >= leastPiece;
    const mayEnd = mayBreak(previous, character) || isJoint;
    if (unit !== '' && mayEnd && !together.has(index)) {
      units.push(unit);
      unit = '';
    }
    unit += character;
  }
  return unit === '' ? units : [...units, unit];
}

/** Whether a line may end between two characters. */
function mayBreak(previous: string, next: string): boolean {
  if (next === ' ' || closing.test(next) || opening.test(previous)) return false;
  return previous === ' ' || isWide(previous) || isWide(next);
}

/** Before which characters no line ends because of quotation marks: inside short ones, and beside the marks of long ones. */
function* quotations(characters: readonly string[]): Generator<number> {
  for (const [start, end] of quotationMarks(characters)) {
    const isShort = columnsOf(characters.slice(start, end + 1).join('')) <= wholeQuote;
    for (let index = start + 1; index <= end; index += 1)
      if (isShort || index === start + 1 || index === end) yield index;
  }
}

/** Where quotations start and end. */
function* quotationMarks(characters: readonly string[]): Generator<readonly [number, number]> {
  const unclosed = new Set<string>();
  for (let start = 0; start < characters.length; start += 1) {
    const mark = closingQuote[characters[start] ?? ''];
    if (mark === undefined || unclosed.has(mark)) continue;
    const end = characters.indexOf(mark, start + 1);
    if (end === -1) unclosed.add(mark);
    else yield [start, end];
    start = Math.max(start, end);
  }
}

/** The places of the characters in words that are long. */
function longWords(characters: readonly string[]): ReadonlySet<number> {
  const places = new Set<number>();
  let start = 0;
  for (let index = 0; index <= characters.length; index += 1) {
    const character = characters[index] ?? ' ';
    if (character !== ' ' && !isWide(character)) continue;
    if (index - start > longWord) for (let place = start; place < index; place += 1) places.add(place);
    start = index + 1;
  }
  return places;
}

function isWide(character: string): boolean {
  return columnsOfCharacter(character) === 2;
}

function piecesOf(unit: string, columns: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of unit) {
    const width = columnsOfCharacter(character);
    if (used + width > columns && piece !== '') {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += character;
    used += width;
  }
  pieces.push(piece);
  return pieces;
}
