import type { Headings } from '../alignment/heading-rows.ts';
import { matchName } from '../alignment/match-name.ts';
import type { Field } from '../model/field.ts';
import type { Pointer } from '../model/pointer.ts';
import type { RecordKind } from '../model/standard.ts';
import type { MissingColumn } from './sheet-fields.ts';
import { missingColumns, sheetFields } from './sheet-fields.ts';

/** A column of a sheet and what it stands for. */
export interface Column {
  /** 0-based. */
  readonly index: number;
  readonly heading: string;
  /** 1-based row of the heading. */
  readonly headingRow: number;
  readonly field: Field | undefined;
  /** How the heading differs from those that the standard gives the field; undefined when it is one of them. */
  readonly renamed: 'alias' | 'spelling' | undefined;
  /** True when an earlier column names the same field. */
  readonly repeated: boolean;
}

/** Says which fields of a record kind a heading may name. */
export class HeadingMatcher {
  readonly #kind: RecordKind;
  readonly #fields: readonly Field[];
  readonly #official = new Map<string, Field>();
  /** A row is looked at more than once, and headings repeat. */
  readonly #aliases = new Map<string, Field | undefined>();

  constructor(kind: RecordKind) {
    this.#kind = kind;
    this.#fields = sheetFields(kind);
    for (const field of this.#fields) {
      for (const heading of [field.name, ...field.headings, ...Object.values(field.titles)]) {
        const key = normalised(heading);
        if (key !== '' && key !== '*' && !this.#official.has(key)) this.#official.set(key, field);
      }
    }
  }

  /** The field whose official heading this is. */
  official(leaf: string, group: string): Field | undefined {
    return this.#official.get(normalised(`${group}/${leaf}`)) ?? this.#official.get(normalised(leaf));
  }

  knows(leaf: string, group: string): boolean {
    return this.official(leaf, group) !== undefined || this.#alias(leaf) !== undefined;
  }

  #alias(leaf: string): Field | undefined {
    if (this.#aliases.has(leaf)) return this.#aliases.get(leaf);
    const match = matchName(leaf, this.#fields);
    const isNear = match?.how === 'spelling' || match?.how === 'words';
    this.#aliases.set(leaf, isNear ? undefined : match?.field);
    return isNear ? undefined : match?.field;
  }

  /** What each column stands for. Official headings win over aliases, aliases over near spellings; a field is named once. */
  columns(headings: Headings): Column[] {
    const taken = new Map<number, { field: Field; renamed: Column['renamed'] }>();
    const named = new Set<Pointer>();
    const repeated = new Set<number>();
    const claim = (index: number, field: Field | undefined, renamed: Column['renamed']): void => {
      if (field === undefined || taken.has(index)) return;
      if (named.has(field.pointer)) {
        if (renamed === undefined) repeated.add(index);
        return;
      }
      named.add(field.pointer);
      taken.set(index, { field, renamed });
    };
    const leaves = [...headings.leaves.entries()].filter(([, leaf]) => leaf !== '');
    for (const [index, leaf] of leaves)
      claim(index, this.official(leaf, headings.groups[index] ?? ''), undefined);
    for (const [index, leaf] of leaves) claim(index, this.#alias(leaf), 'alias');
    for (const [index, leaf] of leaves) {
      if (taken.has(index) || repeated.has(index)) continue;
      const open = this.#fields.filter((field) => !named.has(field.pointer));
      claim(index, matchName(leaf, open)?.field, 'spelling');
    }
    return leaves.map(([index, heading]) => ({
      index,
      heading,
      headingRow: headings.leafRows[index] ?? headings.row,
      field: taken.get(index)?.field,
      renamed: taken.get(index)?.renamed,
      repeated: repeated.has(index),
    }));
  }

  /** Fields that a record must carry and no column stands for. */
  missing(columns: readonly Column[]): MissingColumn[] {
    return missingColumns(this.#kind, this.#fields, fieldsOf(columns));
  }
}

/** The fields that columns stand for. */
export function fieldsOf(columns: readonly Column[]): ReadonlySet<Pointer> {
  return new Set(columns.flatMap(({ field }) => (field === undefined ? [] : [field.pointer])));
}

/** Headings are compared without case, width, spaces and trailing marks. */
function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*：:]+/gu, '');
}
