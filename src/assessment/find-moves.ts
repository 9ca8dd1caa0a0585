import type { Move } from '../checks/record-view.ts';
import type { Fault } from '../model/fault.ts';
import type { Field } from '../model/field.ts';
import type { Pointer } from '../model/pointer.ts';
import { child, fieldOf, lastToken, parentOf, tokensOf, valueAt } from '../model/pointer.ts';
import type { RecordKind } from '../model/standard.ts';
import { applyMove } from './apply-renames.ts';

interface Extra {
  readonly missing: readonly Fault[];
  readonly unknown: readonly Fault[];
  /** All faults of the value. */
  readonly faults: readonly Fault[];
}

/** How many moves of one record are tried out, for which the whole record is judged anew; of others the field alone is judged. */
const mostTries = 8;

/** Extra properties whose name the standard has in another object, where this record lacks it. */
export function findMoves(kind: RecordKind, value: unknown, { missing, unknown, faults }: Extra): Move[] {
  const moves: Move[] = [];
  const taken = new Set<Pointer>();
  let tries = 0;
  for (const extra of unknown) {
    const { pointer } = extra;
    const home = homeOf(kind, value, pointer);
    if (home === undefined || taken.has(home.to)) continue;
    tries += 1;
    // Only a move that leaves the record better is one.
    const isBetter =
      tries > mostTries
        ? kind.validator.fits(home.field.pointer, valueAt(value, pointer)) === true
        : kind.validator.faults(applyMove(value, pointer, home.to)).length < faults.length;
    if (!isBetter) continue;
    taken.add(home.to);
    const demand = missing.find((fault) => child(fault.pointer, fault.name ?? '') === home.to);
    moves.push({
      pointer,
      found: lastToken(pointer),
      field: home.field,
      to: home.to,
      missing: demand,
      extra,
    });
  }
  return moves;
}

function homeOf(kind: RecordKind, value: unknown, from: Pointer): { field: Field; to: Pointer } | undefined {
  const here = fieldOf(value, parentOf(from));
  for (const field of kind.fields.values()) {
    if (field.name !== lastToken(from) || parentOf(field.pointer) === here) continue;
    const to = placeFor(value, field, from);
    if (to !== undefined) return { field, to };
  }
  return undefined;
}

/** Where the field would stand in this record, for a property that now stands at `from`; undefined where its object does not exist or has it already. */
function placeFor(value: unknown, field: Field, from: Pointer): Pointer | undefined {
  let owner: Pointer | undefined = '';
  for (const [depth, token] of tokensOf(parentOf(field.pointer)).entries()) {
    owner = token === '*' ? member(value, owner, { from, depth }) : child(owner, token);
    if (owner === undefined) return undefined;
  }
  const object = valueAt(value, owner);
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return undefined;
  return Object.hasOwn(object, field.name) ? undefined : child(owner, field.name);
}

/** The member of a list that is meant: the one `from` itself lies in, else the only one. */
function member(
  value: unknown,
  list: Pointer,
  { from, depth }: { from: Pointer; depth: number },
): Pointer | undefined {
  if (from.startsWith(`${list}/`)) return child(list, Number(tokensOf(from)[depth]));
  const members = valueAt(value, list);
  return Array.isArray(members) && members.length === 1 ? child(list, 0) : undefined;
}
