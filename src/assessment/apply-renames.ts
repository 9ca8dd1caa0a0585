import type { Move, Rename } from '../checks/record-view.ts';
import { setOwn } from '../model/own-property.ts';
import type { Pointer } from '../model/pointer.ts';
import { child, lastToken, parentOf, tokensOf, valueAt } from '../model/pointer.ts';

/** A record under the standard's names, and the way back to the names it was written with. */
export interface Renamed {
  readonly value: unknown;
  /** Pointer into the renamed record → pointer into the record as read. */
  original(pointer: Pointer): Pointer;
}

/** Renames properties in a copy; only the objects on the way to them are copied. The order of properties is kept. */
export function applyRenames(value: unknown, renames: readonly Rename[]): Renamed {
  // Inner objects first, so that the pointers of outer ones still hold.
  const inOrder = [...renames].sort((a, b) => tokensOf(b.pointer).length - tokensOf(a.pointer).length);
  const copy = new PartialCopy(value);
  for (const { pointer, found, field } of inOrder) {
    copy.change(parentOf(pointer), (object) => renameKey(object, found, field.name));
  }
  const back = new Map(renames.map(({ pointer, field }) => [child(parentOf(pointer), field.name), pointer]));
  return { value: copy.value, original: (pointer) => namesAsRead(pointer, back) };
}

/** A copy of the record with the property at `from` standing at `to`, in an object that the record has. */
export function applyMove(value: unknown, from: Pointer, to: Pointer): unknown {
  return applyMoves(value, [{ pointer: from, to }]).value;
}

/** The same for several, each of another property to another place. */
export function applyMoves(value: unknown, moves: readonly Pick<Move, 'pointer' | 'to'>[]): Renamed {
  const copy = new PartialCopy(value);
  for (const { pointer, to } of moves) {
    const property = valueAt(value, pointer);
    copy.change(parentOf(pointer), (object) => withoutKey(object, lastToken(pointer)));
    copy.change(parentOf(to), (object) => {
      setOwn(object, lastToken(to), property);
      return object;
    });
  }
  const back = new Map(moves.map(({ pointer, to }) => [to, pointer]));
  return { value: copy.value, original: (pointer) => namesAsRead(pointer, back) };
}

/** Token by token: what stands before is already as it was read. */
function namesAsRead(pointer: Pointer, back: ReadonlyMap<Pointer, Pointer>): Pointer {
  let at = '';
  for (const segment of pointer.split('/').slice(1)) {
    const next = `${at}/${segment}`;
    at = back.get(next) ?? next;
  }
  return at;
}

/** A value of which only what is changed is copied, and that once, however often it is changed. */
class PartialCopy {
  #value: unknown;
  readonly #copies = new Set<unknown>();

  constructor(value: unknown) {
    this.#value = value;
  }

  get value(): unknown {
    return this.#value;
  }

  /** Puts what `change` makes of the object at a pointer in its place; it may write into what it is handed. */
  change(pointer: Pointer, change: (object: object) => object): void {
    this.#value = this.#replaced(this.#value, tokensOf(pointer), change);
  }

  #replaced(value: unknown, tokens: readonly string[], change: (object: object) => object): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const own = this.#own(value);
    const [token, ...rest] = tokens;
    if (token === undefined) return this.#kept(change(own));
    const inner = (own as Record<string, unknown>)[token];
    setOwn(own, token, this.#replaced(inner, rest, change));
    return own;
  }

  #own(value: object): object {
    if (this.#copies.has(value)) return value;
    return this.#kept(Array.isArray(value) ? [...value] : { ...value });
  }

  #kept(copy: object): object {
    this.#copies.add(copy);
    return copy;
  }
}

function renameKey(object: object, from: string, to: string): object {
  const copy = {};
  for (const [key, value] of Object.entries(object)) setOwn(copy, key === from ? to : key, value);
  return copy;
}

function withoutKey(object: object, name: string): object {
  const copy = {};
  for (const [key, value] of Object.entries(object)) if (key !== name) setOwn(copy, key, value);
  return copy;
}
