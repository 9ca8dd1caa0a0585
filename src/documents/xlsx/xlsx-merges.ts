import { Buffer } from 'node:buffer';
import type { Merge } from '../../model/document.ts';
import { parseCell } from '../../model/place.ts';
import { lastColumn, lastRow } from './xlsx-cells.ts';
import { unreadable } from './xlsx-trouble.ts';

const maxMerges = 100_000;
/** A tag longer than this is no `mergeCell`. */
const maxTagBytes = 1 << 12;
const element = 'mergeCell';
/** Room for `<` and a namespace prefix before the name. */
const prefixBytes = 64;
const greater = 0x3e;

/**
 * The merged rectangles of a sheet. They stand behind the rows they belong to, so the sheet is unpacked twice: first for
 * this search for `<mergeCell …>`, which looks at no cell, then for the rows. Nothing is expanded: a merge over the whole
 * sheet is four numbers. Throws `Trouble`: `too-many-merges`, and whatever unpacking throws.
 */
export async function findMerges(chunks: AsyncIterable<Buffer>): Promise<Merge[]> {
  const merges: Merge[] = [];
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = chunk.includes(element) || inSeam(rest, chunk) ? Buffer.concat([rest, chunk]) : chunk;
    rest = Buffer.from(bytes.subarray(collect(bytes, merges)));
  }
  return merges;
}

/** Whether a name starts in what was left over; most chunks need not be joined to it. */
function inSeam(rest: Buffer, chunk: Buffer): boolean {
  return rest.length > 0 && Buffer.concat([rest, chunk.subarray(0, prefixBytes)]).includes(element);
}

/** Adds the merges that stand whole in `bytes` and returns where the next one might start. */
function collect(bytes: Buffer, merges: Merge[]): number {
  let at = 0;
  let found = bytes.indexOf(element, 0, 'latin1');
  while (found >= 0) {
    const end = tagEnd(bytes, found);
    if (end === undefined) return Math.max(at, found - prefixBytes);
    const merge = mergeOf(bytes, found, end);
    if (merge !== undefined) merges.push(merge);
    if (merges.length > maxMerges) throw unreadable('too-many-merges', { allowed: maxMerges });
    at = end + 1;
    found = bytes.indexOf(element, at, 'latin1');
  }
  return Math.max(at, bytes.length - prefixBytes);
}

/** Where the tag ends; `undefined` when that may lie in the next chunk. */
function tagEnd(bytes: Buffer, found: number): number | undefined {
  const limit = found + maxTagBytes;
  const end = bytes.subarray(found, limit).indexOf(greater);
  if (end >= 0) return found + end;
  return limit < bytes.length ? limit : undefined;
}

function mergeOf(bytes: Buffer, found: number, end: number): Merge | undefined {
  const before = bytes.toString('latin1', Math.max(0, found - prefixBytes), found);
  if (!/<(?:[^\s<>/:]+:)?$/.test(before)) return undefined;
  const tag = bytes.toString('latin1', found + element.length, end);
  const corners =
    /\sref\s*=\s*["']\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?["']/.exec(tag);
  if (corners === null || tag.startsWith('s')) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = corners;
  return rectangle(parseCell(left + top), parseCell(right + bottom));
}

interface Corner {
  readonly row: number;
  readonly column: number;
}

/** Corners in any order; what lies outside a sheet is cut off. */
function rectangle(first: Corner, second: Corner): Merge {
  return {
    top: Math.min(first.row, second.row),
    left: Math.min(first.column, second.column),
    bottom: Math.min(lastRow, Math.max(first.row, second.row)),
    right: Math.min(lastColumn, Math.max(first.column, second.column)),
  };
}
