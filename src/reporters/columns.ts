import { eastAsianWidth } from 'get-east-asian-width';

const ascii = /^[\x20-\x7e]*$/;
const isCombining = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Columns that a text takes on a terminal; a Chinese character takes two, a combining mark none. */
export function columnsOf(text: string): number {
  if (ascii.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += columnsOfCharacter(character);
  return columns;
}

function columnsOfCharacter(character: string): number {
  const code = character.charCodeAt(0);
  // Chinese characters and punctuation: by far the most, and the tables behind the rest take a while to load.
  if (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3001 && code <= 0x3029) ||
    (code >= 0xff01 && code <= 0xff60)
  )
    return 2;
  if (isCombining.test(character)) return 0;
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}

/** `text` with blanks behind it up to a number of columns. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** `text` with blanks in front of it up to a number of columns. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - columnsOf(text))) + text;
}

/** The start of a text that fits, with `…` where something was cut off. */
export function cutEnd(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let cut = '';
  let used = 1;
  for (const character of text) {
    used += columnsOfCharacter(character);
    if (used > columns) break;
    cut += character;
  }
  return `${cut}…`;
}

/** Chinese punctuation that must not start a line. */
const closing = /^[、。，．：；！？）」』】》〉”’…]$/u;

/**
 * Breaks a text into lines of at most `columns`: between words, and between any two wide characters.
 * A word that is longer than a line is broken.
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

/** Words with the blanks behind them; wide characters one by one, with the punctuation that clings to them. */
function unitsOf(text: string): string[] {
  const units: string[] = [];
  let unit = '';
  let previous = '';
  for (const character of text) {
    if (mayBreak(previous, character)) {
      units.push(unit);
      unit = '';
    }
    unit += character;
    previous = character;
  }
  return unit === '' ? units : [...units, unit];
}

/** Whether a line may end between two characters. */
function mayBreak(previous: string, next: string): boolean {
  if (previous === '' || next === ' ' || closing.test(next)) return false;
  return previous === ' ' || isWide(previous) || isWide(next);
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
