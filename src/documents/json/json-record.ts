import { isUtf8 } from 'node:buffer';
import type { DocumentFault, Limits, Part, RecordTaker, Tree } from '../../model/document.ts';
import type { Pointer } from '../../model/pointer.ts';
import type { ByteWindow } from '../byte-window.ts';
import { hexOf } from '../decode.ts';
import { brokenUtf8 } from '../encoding.ts';
import type { JsonBounds, ParsedJson } from './json-parser.ts';
import { parseJson } from './json-parser.ts';
import type { JsonScanner } from './json-scanner.ts';
import type { Piece } from './json-tree.ts';
import { JsonTree, PieceIndex, placedFault } from './json-tree.ts';

/** Where a record sits in its document. */
export interface RecordSite {
  readonly pointer: Pointer;
  /** Containers around it. */
  readonly outside: number;
  readonly limits: Limits;
  /** Who takes records that need no closer look. */
  readonly taker?: RecordTaker;
}

/** Values deeper than this are left to the exact parser, which needs no stack for them. */
const shallow = 200;

/** `JSON.parse` of a text, or `undefined` where it cannot be trusted with it or refuses it. Wrapped, since `null` is a value. */
export function quickValue(
  text: string,
  {
    suspicious,
    longNumbers = false,
    deepest,
    members,
  }: Pick<JsonScanner, 'suspicious' | 'deepest' | 'members'> & Partial<Pick<JsonScanner, 'longNumbers'>>,
): { readonly value: unknown } | undefined {
  if (suspicious || longNumbers || deepest > shallow) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return membersOf(value) === members ? { value } : undefined;
  } catch {
    return undefined;
  }
}

/** Members of all objects in a value: fewer than colons in the text when a key stands twice. */
function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') count += membersOf(item);
    return count;
  }
  for (const key in value) {
    count += 1;
    const item: unknown = (value as Record<string, unknown>)[key];
    if (typeof item === 'object') count += membersOf(item);
  }
  return count;
}

/**
 * The record whose bytes stand from the cursor to `to`, as a tree, with the faults of its text before it. The cursor
 * moves behind it. Bytes are parsed by `JSON.parse` where `scanner`, which has just passed over them, sees no reason
 * against it, and by the exact parser otherwise.
 */
export function recordParts(
  window: ByteWindow,
  to: number,
  { scanner, site }: { scanner: JsonScanner; site: RecordSite },
): Part[] {
  const whole = window.valid || isUtf8(window.bytes.subarray(window.pos, to));
  const deep = scanner.deepest + site.outside > site.limits.depth.json;
  if (whole && !deep && isTaken(window, to, { scanner, site })) {
    passQuickly(window, to, { scanner, units: () => utf16Units(window.bytes, window.pos, to) });
    return [];
  }
  return readRecord(window, to, { scanner, site, whole, deep });
}

function isTaken(
  { bytes, pos, line, column }: ByteWindow,
  to: number,
  { scanner, site }: { scanner: JsonScanner; site: RecordSite },
): boolean {
  const { pointer, outside, taker } = site;
  if (taker === undefined || scanner.suspicious || scanner.deepest > shallow) return false;
  if (scanner.longNumbers && taker.takesLongNumbers !== true) return false;
  return taker.take({ pointer, line, column, outside, members: scanner.members }, bytes.subarray(pos, to));
}

interface Reading {
  readonly scanner: JsonScanner;
  readonly site: RecordSite;
  readonly whole: boolean;
  readonly deep: boolean;
}

function readRecord(window: ByteWindow, to: number, { scanner, site, whole, deep }: Reading): Part[] {
  const { bytes, pos: start, line, column } = window;
  const text = bytes.toString('utf8', start, to);
  const bounds: JsonBounds = { depth: site.limits.depth.json, outside: site.outside };
  const pieces: readonly Piece[] = [{ start: 0, line, column: column + 1 }];
  const source = () => ({ text: bytes.toString('utf8', start, to), pieces });
  const quick = whole && !deep ? quickValue(text, scanner) : undefined;
  if (quick !== undefined) {
    passQuickly(window, to, { scanner, units: () => text.length });
    return [
      treePart(new JsonTree({ value: quick.value, pointer: site.pointer, plain: true, bounds, source })),
    ];
  }
  const offset = window.offset;
  window.advanceTo(to);
  const places = new PieceIndex(text, pieces);
  const faults: DocumentFault[] = whole
    ? []
    : [brokenBytes({ bytes: bytes.subarray(start, to), text, offset }, places, site.pointer)];
  if (!whole) {
    const end = places.place(text.length, text.length);
    window.column = (end.endColumn ?? 1) - 1;
  }
  return [...faults.map(faultPart), ...exactParts({ text, places, source }, bounds, site)];
}

/** The parts that the exact parser makes of a text. */
export function exactParts(
  {
    text,
    places,
    source,
  }: { text: string; places: PieceIndex; source: () => { text: string; pieces: readonly Piece[] } },
  bounds: JsonBounds,
  site: { readonly pointer: Pointer; readonly omitted?: readonly Pointer[] },
): Part[] {
  const parsed: ParsedJson = parseJson(text, bounds);
  const parts = parsed.faults.map((fault) => faultPart(placedFault(fault, places, site.pointer)));
  if (parsed.complete) parts.push(treePart(new JsonTree({ ...site, value: parsed.value, bounds, source })));
  return parts;
}

function passQuickly(
  window: ByteWindow,
  to: number,
  { scanner, units }: { scanner: JsonScanner; units: () => number },
): void {
  const { bytes, pos } = window;
  if (!window.sameLineEnds(scanner.bare, scanner.withReturn)) window.advanceTo(to);
  else if (scanner.lines === 0) window.jump(to, 0, window.column + units());
  else window.jump(to, scanner.lines, utf16Units(bytes, pos + scanner.lastLineStart, to));
}

/** How many UTF-16 units the UTF-8 text in these bytes has: one a byte, but for the second and third bytes of characters. */
function utf16Units(bytes: Uint8Array, start: number, end: number): number {
  let units = end - start;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte < 0x80) continue;
    if (byte < 0xc0) units -= 1;
    else if (byte >= 0xf0) units += 1;
  }
  return units;
}

/** The fault for bytes that are not UTF-8, at the first of them. `offset` is where the bytes start in the file. */
export function brokenBytes(
  { bytes, text, offset }: { bytes: Uint8Array; text: string; offset: number },
  places: PieceIndex,
  pointer: Pointer,
): DocumentFault {
  const { count, start, end } = brokenUtf8(bytes);
  const at = Math.min(
    text.length,
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, start)).length,
  );
  return {
    check: 'document/encoding',
    reason: 'broken-bytes',
    place: places.place(at, at + 1),
    pointer,
    offset: offset + start,
    facts: { count, encoding: 'utf-8', hex: hexOf(bytes.subarray(start, end)) },
    excerpt: places.excerpt(at, at + 1),
  };
}

export function faultPart(fault: DocumentFault): Part {
  return { kind: 'fault', fault };
}

export function treePart(tree: Tree): Part {
  return { kind: 'tree', tree };
}
