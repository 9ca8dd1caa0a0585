import type { Pointer } from '../../model/pointer.ts';
import { tokensOf } from '../../model/pointer.ts';
import type { Found } from './json-spans.ts';
import { keyName } from './json-spans.ts';

/**
 * Where a pointer leads in a text that `JSON.parse` has read and in which no key stands twice; the answer of `SpanIndex`, without
 * reading more of the text than what stands before it. For the one or two places that are wanted of most records.
 */
export function plainSpan(text: string, pointer: Pointer): Found {
  let keyStart = -1;
  let keyEnd = -1;
  let start = skipBlank(text, 0);
  let exact = true;
  for (const token of tokensOf(pointer)) {
    const member = memberAt(text, start, token);
    exact = member !== undefined;
    if (member === undefined) break;
    ({ keyStart, keyEnd, start } = member);
  }
  const scalar = !'[{'.includes(text.charAt(start));
  return { span: { keyStart, keyEnd, start, end: valueEnd(text, start) }, exact, scalar };
}

interface Member {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly start: number;
}

function memberAt(text: string, container: number, token: string): Member | undefined {
  const kind = text.charAt(container);
  if (kind === '{') return propertyAt(text, container, token);
  return kind === '[' ? itemAt(text, container, token) : undefined;
}

function propertyAt(text: string, container: number, name: string): Member | undefined {
  for (let at = skipBlank(text, container + 1); text.charAt(at) === '"'; ) {
    const keyEnd = stringEnd(text, at);
    const start = skipBlank(text, skipBlank(text, keyEnd) + 1);
    if (keyName(text, at, keyEnd) === name) return { keyStart: at, keyEnd, start };
    at = afterValue(text, start);
  }
  return undefined;
}

function itemAt(text: string, container: number, token: string): Member | undefined {
  let start = skipBlank(text, container + 1);
  for (let index = 0; text.charAt(start) !== ']'; index += 1) {
    if (String(index) === token) return { keyStart: -1, keyEnd: -1, start };
    const end = skipBlank(text, valueEnd(text, start));
    if (text.charAt(end) !== ',') return undefined;
    start = skipBlank(text, end + 1);
  }
  return undefined;
}

/** Behind the value that starts here, and behind the comma after it. */
function afterValue(text: string, start: number): number {
  const end = skipBlank(text, valueEnd(text, start));
  return text.charAt(end) === ',' ? skipBlank(text, end + 1) : end;
}

function valueEnd(text: string, start: number): number {
  const first = text.charAt(start);
  if (first === '"') return stringEnd(text, start);
  return first === '{' || first === '[' ? containerEnd(text, start) : wordEnd(text, start);
}

/** What matters to the structure, each found by a search that passes quickly over everything else. */
const structural = /["[\]{}]/g;

function containerEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; ; ) {
    structural.lastIndex = at;
    const found = structural.exec(text);
    if (found === null) return text.length;
    const [sign] = found;
    at = sign === '"' ? stringEnd(text, found.index) : found.index + 1;
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign !== '"') depth -= 1;
    if (depth === 0) return at;
  }
}

function stringEnd(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text.charCodeAt(before) === 0x5c) before -= 1;
    if ((quote - before) % 2 === 1) return quote + 1;
  }
  return text.length;
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !',]} \t\n\r'.includes(text.charAt(end))) end += 1;
  return end;
}

function skipBlank(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}
