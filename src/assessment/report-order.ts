import { byCodeUnit } from '../model/code-unit-order.ts';
import { placeOrder } from '../model/place.ts';
import type { Pointer } from '../model/pointer.ts';
import { tokensOf } from '../model/pointer.ts';
import type { CatalogueKey, RawDivergence } from './partial.ts';

/** Department, path, position, check; then whatever still tells two divergences apart. */
export function compareDivergences(a: RawDivergence, b: RawDivergence): number {
  return (
    byCodeUnit(a.department, b.department) ||
    byCodeUnit(a.path, b.path) ||
    comparePlaces(a, b) ||
    byCodeUnit(a.check, b.check) ||
    byCodeUnit(a.pointer ?? '', b.pointer ?? '') ||
    byCodeUnit(a.causeKey, b.causeKey) ||
    byCodeUnit(a.identity, b.identity)
  );
}

function comparePlaces(a: RawDivergence, b: RawDivergence): number {
  // What concerns the whole document stands before what has a place in it.
  if (a.place === undefined || b.place === undefined)
    return Number(a.place !== undefined) - Number(b.place !== undefined);
  const [sheetA, lineA, columnA] = placeOrder(a.place);
  const [sheetB, lineB, columnB] = placeOrder(b.place);
  return byCodeUnit(sheetA, sheetB) || lineA - lineB || columnA - columnB;
}

/** Records in the order of their documents. */
export function compareKeys(a: CatalogueKey, b: CatalogueKey): number {
  return byCodeUnit(a.path, b.path) || comparePointers(a.recordPointer, b.recordPointer);
}

function comparePointers(a: Pointer, b: Pointer): number {
  const left = tokensOf(a);
  const right = tokensOf(b);
  for (const [index, token] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (token === other) continue;
    const numeric = /^\d+$/.test(token) && /^\d+$/.test(other);
    return numeric ? Number(token) - Number(other) : byCodeUnit(token, other);
  }
  return left.length - right.length;
}
