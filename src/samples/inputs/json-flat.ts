import type { SampleCell } from './row-source.ts';

/** A member of an object: its name and its value as a cell. */
export type Member = readonly [name: string, cell: SampleCell];

const quote = 0x22;
const backslash = 0x5c;
const nothing: SampleCell = { text: '', kind: 'null' };

/**
 * The members of an object as they stand in its text: numbers with all their digits, lists and objects as JSON without blanks.
 * `text` must be valid JSON; undefined where it is no object.
 */
export function flatMembers(text: string): Member[] | undefined {
  let at = skipBlank(text, 0);
  if (text.charCodeAt(at) !== 0x7b) return undefined;
  const members: Member[] = [];
  at = skipBlank(text, at + 1);
  while (text.charCodeAt(at) === quote) {
    const nameEnd = stringEnd(text, at);
    const name = stringValue(text, at, nameEnd);
    const start = skipBlank(text, skipBlank(text, nameEnd) + 1);
    const end = valueEnd(text, start);
    members.push([name, cellOf(text, start, end)]);
    at = skipBlank(text, end);
    if (text.charCodeAt(at) === 0x2c) at = skipBlank(text, at + 1);
  }
  return members;
}

/** As it would be written without blanks: however a row came to be read, its nested values are the same text. */
function compact(text: string): string {
  return JSON.stringify(JSON.parse(text));
}

function cellOf(text: string, start: number, end: number): SampleCell {
  switch (text.charCodeAt(start)) {
    case quote:
      return { text: stringValue(text, start, end), kind: 'text' };
    case 0x7b:
      return { text: compact(text.slice(start, end)), kind: 'object' };
    case 0x5b:
      return { text: compact(text.slice(start, end)), kind: 'list' };
    case 0x6e:
      return nothing;
    case 0x74:
    case 0x66:
      return { text: text.slice(start, end), kind: 'boolean' };
    default:
      return { text: text.slice(start, end), kind: 'number' };
  }
}

export function valueEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === quote) return stringEnd(text, start);
  if (first === 0x7b || first === 0x5b) return containerEnd(text, start);
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x2c || code === 0x7d || code === 0x5d || code <= 0x20) break;
  }
  return at;
}

/** Behind the bracket that closes the one at `start`. */
function containerEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = stringEnd(text, at) - 1;
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

/** Behind the closing quote. */
export function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === quote) return at + 1;
  }
  return text.length;
}

export function stringValue(text: string, start: number, end: number): string {
  const inside = text.slice(start + 1, end - 1);
  return inside.includes('\\') ? String(JSON.parse(text.slice(start, end))) : inside;
}

export function skipBlank(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
  }
  return at;
}
