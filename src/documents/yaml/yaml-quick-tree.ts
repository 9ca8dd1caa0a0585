import type { Tree } from '../../model/document.ts';
import type { Pointer } from '../../model/pointer.ts';
import { tokensOf } from '../../model/pointer.ts';
import type { LocatedText } from './yaml-located.ts';
import { locatedIn } from './yaml-located.ts';
import type { QuickPlaces } from './yaml-quick-places.ts';
import { isQuoted } from './yaml-quick-quoted.ts';
import { nameAt } from './yaml-quick-reading.ts';

/** What stands at a pointer, or as near above it as there is something: entries of the places. */
interface Found {
  readonly entry: number;
  readonly key?: number;
  readonly value: unknown;
  readonly exact: boolean;
}

/** A document of the quick reader with places. Collections are indexed when somebody asks for what lies in them. */
export function quickTree(
  { value, places }: { readonly value: unknown; readonly places: QuickPlaces },
  pointer: Pointer,
  source: LocatedText,
): Tree {
  const finder = new EntryFinder(value, places, source.text);
  const located = (entry: number) => locatedIn(source, places.start(entry), places.end(entry));
  return {
    value,
    pointer,
    locate: (at) => located(finder.find(at).entry),
    locateKey(at) {
      const { key, entry } = finder.find(at);
      return located(key ?? entry);
    },
    sourceText: (at) => finder.sourceText(at),
  };
}

class EntryFinder {
  readonly #root: unknown;
  readonly #places: QuickPlaces;
  readonly #text: string;
  readonly #keys = new Map<number, ReadonlyMap<string, number>>();
  readonly #items = new Map<number, Int32Array>();

  constructor(root: unknown, places: QuickPlaces, text: string) {
    this.#root = root;
    this.#places = places;
    this.#text = text;
  }

  find(pointer: Pointer): Found {
    let found: Found = { entry: 0, value: this.#root, exact: true };
    for (const token of tokensOf(pointer)) {
      const next = this.#step(found, token);
      if (next === undefined) return { entry: found.entry, value: found.value, exact: false };
      found = next;
    }
    return found;
  }

  /** What is written for plain text, as the general reader has it. */
  sourceText(pointer: Pointer): string | undefined {
    const { entry, value, exact } = this.find(pointer);
    if (!exact || (typeof value === 'object' && value !== null)) return undefined;
    const start = this.#places.start(entry);
    const text = this.#text.slice(start, this.#places.end(entry));
    return isQuoted(text) || /^[|>]/.test(text) ? undefined : text;
  }

  #step({ entry, value }: Found, token: string): Found | undefined {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value)) {
      if (!/^(?:0|[1-9]\d*)$/.test(token)) return undefined;
      const item = this.#itemsOf(entry, value.length)[Number(token)];
      return item === undefined ? undefined : { entry: item, value: value[Number(token)], exact: true };
    }
    const key = this.#keysOf(entry).get(token);
    if (key === undefined) return undefined;
    return { entry: key + 1, key, value: (value as Record<string, unknown>)[token], exact: true };
  }

  /** Name → its entry; of a repeated name the last one, whose value was taken. */
  #keysOf(entry: number): ReadonlyMap<string, number> {
    const known = this.#keys.get(entry);
    if (known !== undefined) return known;
    const places = this.#places;
    const keys = new Map<string, number>();
    for (let key = entry + 1; key < places.next(entry); key = places.next(key + 1))
      keys.set(nameAt(this.#text, places.start(key), places.end(key)), key);
    this.#keys.set(entry, keys);
    return keys;
  }

  #itemsOf(entry: number, length: number): Int32Array {
    const known = this.#items.get(entry);
    if (known !== undefined) return known;
    const items = new Int32Array(length);
    let item = entry + 1;
    for (let index = 0; index < length; index += 1) {
      items[index] = item;
      item = this.#places.next(item);
    }
    this.#items.set(entry, items);
    return items;
  }
}
