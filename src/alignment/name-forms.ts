import type { Field } from '../model/field.ts';
import { maskOf } from './character-mask.ts';
import { nameWords, singular } from './normalise.ts';

/** One way to call a field, in the forms in which names are compared. */
export interface NameForm {
  readonly text: string;
  readonly how: 'name' | 'alias' | 'heading';
  readonly words: readonly string[];
  /** Words run together: `describedby`. */
  readonly compact: string;
  /** The same without plurals. */
  readonly single: string;
  /** Words in order of code units, generic ones left out. */
  readonly bag: string;
  /** The generic words that `bag` leaves out. */
  readonly generic: string;
  /** The characters of `compact` as bits. */
  readonly mask: number;
}

/** Words that say only that a dataset is meant. */
const genericWords: ReadonlySet<string> = new Set([
  'the',
  'of',
  'a',
  'dataset',
  'data',
  'resource',
  'record',
  'field',
  'value',
]);
const genericHan =
  /^(?:政务|公共)?(?:信息资源|数据资源|数据目录|资源目录|数据集|资源|目录|数据)(?=..)(?!类型|长度)/u;

/** The forms of one text. */
export function formOf(text: string, how: NameForm['how']): NameForm {
  const words = nameWords(text);
  const compact = words.join('');
  return {
    text,
    how,
    words,
    compact,
    single: words.map(singular).join(''),
    bag: bagOf(words),
    generic: words
      .map(singular)
      .filter((word) => genericWords.has(word))
      .sort()
      .join(' '),
    mask: maskOf(compact),
  };
}

function bagOf(words: readonly string[]): string {
  const kept = words
    .map((word) => singular(word).replace(genericHan, ''))
    .filter((word) => !genericWords.has(word));
  return kept.sort().join(' ');
}

/** What has names to be compared: a field of the standard, a data item. */
export type Named = Pick<Field, 'name' | 'titles' | 'aliases' | 'headings' | 'distinctFrom'>;

/** A field with every form of its names, made once. */
interface KnownField {
  readonly forms: readonly NameForm[];
  /** Compact forms of the names that mean something else. */
  readonly distinct: ReadonlySet<string>;
}

const known = new WeakMap<Named, KnownField>();

/** Every way to call a field: its name, its aliases, the headings and titles of the standard. */
export function knownField(field: Named): KnownField {
  let made = known.get(field);
  if (made === undefined) {
    const headings = [...field.headings, ...Object.values(field.titles)].filter((text) => text.trim() !== '');
    made = {
      forms: [
        ...(field.name === '*' ? [] : [formOf(field.name, 'name')]),
        ...field.aliases.map((alias) => formOf(alias, 'alias')),
        ...headings.map((heading) => formOf(heading, 'heading')),
      ],
      distinct: new Set(field.distinctFrom.map((name) => formOf(name, 'name').compact)),
    };
    known.set(field, made);
  }
  return made;
}
