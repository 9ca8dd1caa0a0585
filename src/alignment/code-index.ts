import type { Code, CodeList } from '../model/code-list.ts';
import { maskOf } from './character-mask.ts';
import { comparedLength } from './edit-distance.ts';
import { digitsOf } from './near-spelling.ts';
import { normaliseCode } from './normalise.ts';

/** What a text in an index is to its code. */
export type CodeText = 'code' | 'alias' | 'label';

/** One normalised text that stands for a code. */
export interface Entry {
  readonly key: string;
  readonly kind: CodeText;
  readonly code: Code;
  /** The characters of the key as bits, so that most pairs need no edit distance. */
  readonly mask: number;
  readonly digits: string;
}

/** What a text stands for; `several` where it stands for more than one code. */
export interface Hit {
  readonly kind: CodeText;
  readonly code: Code;
  readonly several: boolean;
}

/** The texts of a code list, ready to be searched. */
export interface CodeIndex {
  readonly exact: ReadonlyMap<string, Hit>;
  readonly normalised: ReadonlyMap<string, Hit>;
  /** Length in code points → entries, in the standard's order. */
  readonly byLength: ReadonlyMap<number, readonly Entry[]>;
  /** `<` and the first two, `>` and the last two UTF-16 units → entries. */
  readonly byEnds: ReadonlyMap<string, readonly Entry[]>;
  /** Whether there are so many texts that only those with the same first or last two units are compared. */
  readonly long: boolean;
  readonly longest: number;
}

/** From how many texts on a list is long. */
const longList = 2000;
const order: readonly CodeText[] = ['code', 'alias', 'label'];

const indices = new WeakMap<CodeList, CodeIndex>();

/** The index of a code list, made on first use and kept as long as the list. */
export function indexOf(list: CodeList): CodeIndex {
  let index = indices.get(list);
  if (index === undefined) {
    index = buildIndex(list.codes.map((code) => ({ code, texts: textsOf(code) })));
    indices.set(list, index);
  }
  return index;
}

interface Texts {
  readonly code: Code;
  readonly texts: readonly (readonly [CodeText, string])[];
}

/** Every text of a code; of a code that is a URI also its last part. */
function textsOf(code: Code): (readonly [CodeText, string])[] {
  const tail = /^https?:\/\/.*[/#]([^/#]*\p{L}[^/#]*)$/iu.exec(code.code)?.[1];
  return [
    ['code', code.code] as const,
    ...(tail === undefined ? [] : [['alias', tail] as const]),
    ...code.aliases.map((alias) => ['alias', alias] as const),
    ...Object.values(code.labels).map((label) => ['label', label] as const),
  ];
}

function buildIndex(codes: readonly Texts[]): CodeIndex {
  const exact = new Map<string, Hit>();
  const normalised = new Map<string, Hit>();
  const byLength = new Map<number, Entry[]>();
  const entries: Entry[] = [];
  for (const { code, texts } of codes) {
    for (const [kind, text] of texts) {
      const key = normaliseCode(text);
      if (key === '') continue;
      add(exact, text, { kind, code, several: false });
      // What holds no letter is never guessed, so only texts with letters can be near.
      if (add(normalised, key, { kind, code, several: false }) && /\p{L}/u.test(key))
        entries.push({ key, kind, code, mask: maskOf(key), digits: digitsOf(key) });
    }
  }
  for (const entry of entries) push(byLength, comparedLength(entry.key), entry);
  return {
    exact,
    normalised,
    byLength,
    byEnds: endsOf(entries),
    long: entries.length > longList,
    longest: Math.max(0, ...byLength.keys()),
  };
}

/** Notes what a text stands for; a code beats an alias, an alias a label. True where the text is new. */
function add(hits: Map<string, Hit>, text: string, hit: Hit): boolean {
  const before = hits.get(text);
  if (before === undefined || order.indexOf(hit.kind) < order.indexOf(before.kind)) {
    hits.set(
      text,
      before?.code === hit.code || before === undefined ? hit : { ...hit, several: before.several },
    );
  } else if (before.kind === hit.kind && before.code !== hit.code) {
    const active = before.code.status === 'active' || hit.code.status !== 'active' ? before : hit;
    hits.set(text, { ...active, several: before.code.status === hit.code.status });
  }
  return before === undefined;
}

function push<Key>(groups: Map<Key, Entry[]>, key: Key, entry: Entry): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [entry]);
  else group.push(entry);
}

function endsOf(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) for (const end of endKeys(entry.key)) push(groups, end, entry);
  return groups;
}

/** Under which keys a text stands, or is looked for, in `byEnds`. */
export function endKeys(key: string): readonly [string, string] {
  return [`<${key.slice(0, 2)}`, `>${key.slice(-2)}`];
}
