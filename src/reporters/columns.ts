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

/** Columns of one character: 0, 1 or 2. */
export function columnsOfCharacter(character: string): number {
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
