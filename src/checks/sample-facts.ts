import type { Facts } from '../model/check.ts';
import type { CodeList } from '../model/code-list.ts';
import type { DataItem } from '../model/data-item.ts';
import { codeListFacts } from './code-fault.ts';
import { cut } from './shown-value.ts';

/**
 * What the messages about data samples are made of. A finding tells one column and one kind of fault, never a single cell; no fact holds
 * a value of the data other than masked. All numbers are exact counts; texts put the commas between thousands.
 */

/** Where and how often, for every finding that counts cells or rows. */
export type CountFacts = Readonly<{
  count: number;
  /** Of how many: filled cells of the column, for `cell/blank` all its cells, for rows and keys all rows of the table. */
  of?: number;
  /** The first places, the divergence's own place first: line numbers (from 1) as text, or cells of a sheet (`B7`). */
  first?: readonly string[];
}>;

/** `cell/*`, beside what `declaredFacts` tells of the item. */
export type CellFacts = CountFacts &
  Readonly<{
    /** The heading; `''` where the column has none. */
    column: string;
    /** Place of the column in the file, from 1. */
    position?: number;
    /** Reason and style of the `CellFault`. */
    reason: string;
    style?: string;
    /** Whether all of them can be converted without a guess. */
    safe?: boolean;
    /** The first of them, masked; as `value` where the user asks for values. */
    masked?: string;
    value?: string;
    /** `cell/length`: characters or bytes of the longest, or of the shortest where they are too short. */
    longest?: number;
    shortest?: number;
    /** `cell/length` in bytes: the encoding they are counted in. */
    encoding?: string;
    /** `cell/code`: the code that the first of them means or is nearest to. */
    nearest?: string;
    /** `cell/blank`: the words that were met. */
    words?: readonly string[];
  }>;

/** `column/missing`, `column/unknown`, `column/renamed` of a sample. `rows` counts the rows of the table. */
export type ColumnFacts = Readonly<{
  expected?: string;
  found?: string;
  rows: number;
  sample: true;
  /** `column/missing`: `false` for an item that may be left out. */
  mandatory?: boolean;
  /** `column/renamed`: how it is known. */
  how?: 'alias' | 'heading' | 'case' | 'spelling' | 'words' | 'terms' | 'values' | 'position';
  /** `column/renamed`: cells that are as the item wants them, of those looked at. */
  fitting?: number;
  looked?: number;
  /** `column/unknown`: place of a column without heading, from 1. */
  position?: number;
  /** `column/unknown`: the item whose name is nearest, where that is not certain. */
  nearest?: string;
}>;

/** `column/order`: the first column that stands elsewhere. Places count from 1. */
export type OrderFacts = Readonly<{
  column: string;
  position: number;
  expected: number;
  /** How many columns stand elsewhere than declared. */
  count: number;
}>;

/** `row/duplicate`: `count` rows of which there is another, the first of each kind included; `groups` different ones. */
export type DuplicateRowFacts = CountFacts & Readonly<{ groups?: number }>;

/** `key/duplicate` (`count`: rows whose key another row has, the first of each included) and `key/broken`. */
export type KeyFacts = CountFacts &
  Readonly<{
    /** The columns of the key. */
    keys: readonly string[];
    /** `key/duplicate`: `duplicate`, or `empty` for rows without a cell of the primary key. `key/broken`: `not-found`, `no-sample`, `no-column`. */
    reason: string;
    kind?: 'primary' | 'unique';
    /** Different values of the key that more than one row has, or that are not found. */
    groups?: number;
    /** `key/broken`: the other sample and its columns. */
    to?: string;
    toKeys?: readonly string[];
    masked?: string;
  }>;

/** `sample/missing` (a record without its data) and `sample/undeclared` (data without a record). */
export type SampleFacts = Readonly<{
  /** `sample/missing`: `not-found`, `ambiguous`, `outside`, `unreadable`. `sample/undeclared`: `no-record`, `ambiguous`, `no-columns`. */
  reason: string;
  /** The file as the record names it, or the record's title. */
  expected?: string;
  /** The file that was handed in. */
  found?: string;
  /** Files or records that it could be. */
  candidates?: readonly string[];
  /** The file or record of the nearest name. */
  nearest?: string;
}>;

/** `sample/claim`. */
export type ClaimFacts = Readonly<{
  claim: 'format' | 'mediaType' | 'encoding' | 'hash' | 'bytes' | 'rows' | 'lastUpdate' | 'period';
  /** As the record has it, and as the file is; a count in plain digits, a period as `2017-01-01/2017-12-31`, an open end as `..`. */
  declared: string;
  found: string;
  /** Of claims about time: the column that tells otherwise, and how many of its cells do. */
  column?: string;
  count?: number;
  of?: number;
}>;

/** What a message needs to say what the item wants, for one of the checks of cells. */
export function declaredFacts(item: DataItem, check: string): Facts {
  return {
    type: item.type,
    ...given({ typeName: item.typeName, format: item.format, datePattern: item.datePattern }),
    ...(byCheck[check]?.(item) ?? {}),
  };
}

const byCheck: Readonly<Record<string, (item: DataItem) => Facts>> = {
  'cell/type': ({ words }) =>
    words === undefined ? {} : { truthWords: `${words.true[0] ?? ''}/${words.false[0] ?? ''}` },
  'cell/length': ({ length }) => given({ minimum: length?.min, maximum: length?.max, unit: length?.unit }),
  'cell/precision': ({ precision }) => given({ digits: precision?.digits, decimals: precision?.decimals }),
  'cell/range': ({ range }) => given({ ...range }),
  'cell/pattern': ({ pattern }) => (pattern === undefined ? {} : { pattern: cut(wholeText(pattern)) }),
  'cell/code': ({ codes }) => (codes === undefined ? {} : codesOf(codes)),
};

/** A pattern that must match the whole cell, as one reads it in a schema. */
function wholeText({ source, whole }: { readonly source: string; readonly whole: boolean }): string {
  if (!whole || (source.startsWith('^') && source.endsWith('$'))) return source;
  return source.includes('|') ? `^(?:${source})$` : `^${source}$`;
}

/** A list without a name, as an `enum` is, is told by its codes alone. */
function codesOf(list: CodeList): Facts {
  const { list: id, ...codes } = codeListFacts(list);
  return id === '' || id === undefined ? codes : { list: id, ...codes };
}

/** Facts that are there. */
function given(facts: Readonly<Record<string, string | number | undefined>>): Facts {
  const there: Record<string, string | number> = {};
  for (const [name, fact] of Object.entries(facts)) if (fact !== undefined) there[name] = fact;
  return there;
}
