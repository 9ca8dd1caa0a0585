import type { SampleDeclaration } from '../../model/data-item.ts';
import { alignHeadings } from './align-headings.ts';
import { movedColumns } from './moved-columns.ts';

/**
 * How a column was found to be an item: `name` and `alias` letter by letter, `position` where there are no headings, `case` but for case,
 * width, spaces and marks around it, `spelling` but for a slip, `words` by the same words in another order or with a word that only says
 * that data are meant, `terms` by Chinese terms of which two have changed places or one more stands in front: likely, not certain.
 */
export type ColumnEvidence = 'name' | 'alias' | 'position' | 'case' | 'spelling' | 'words' | 'terms';

/** What is found of the columns of a file. Columns and items are numbers from 0. */
export type ColumnFinding =
  | { readonly check: 'column/missing'; readonly item: number }
  /** `empty`: it has no heading. `beyond`: the file has more columns than there are items, and no headings. */
  | {
      readonly check: 'column/unknown';
      readonly column: number;
      readonly reason: 'undeclared' | 'empty' | 'beyond';
    }
  | {
      readonly check: 'column/renamed';
      readonly column: number;
      readonly item: number;
      readonly how: ColumnEvidence;
      /** 0 to 1. */
      readonly score: number;
    }
  /** The fewest columns that, moved, would bring all into the order of the items. */
  | { readonly check: 'column/order'; readonly columns: readonly number[] }
  /** `same`: the heading stands more than once. `item`: the others are other names of the item that the first column is. */
  | {
      readonly check: 'column/duplicate';
      readonly columns: readonly number[];
      readonly reason: 'same' | 'item';
    };

/** Columns of a file and the items that they hold. */
export interface MatchedColumns {
  /** By column of the file: the index of its item. */
  readonly items: readonly (number | undefined)[];
  /** By column of the file: why. */
  readonly how: readonly (ColumnEvidence | undefined)[];
  /** In the order of the file; what is missing comes last. */
  readonly findings: readonly ColumnFinding[];
}

/**
 * Finds the item of each heading, one to one: letter by letter first, then by another name of the item, then by alignment among what is
 * left on both sides. A column of a near name beside an item without a column is that item, renamed.
 */
export function matchColumns(
  headings: readonly string[],
  declaration: Pick<SampleDeclaration, 'items' | 'reportsUnknown' | 'isOrdered'>,
): MatchedColumns {
  const columns = new ColumnTable(headings, declaration);
  columns.takeExact();
  columns.takeAliases();
  columns.align();
  return columns.finish();
}

/**
 * Without headings columns stand in the order of the items. Where headings are expected that holds for as many columns as there are items
 * only: nobody knows then which of them is missing.
 */
export function matchByPosition(
  columnCount: number,
  { items, reportsUnknown, dialect }: Pick<SampleDeclaration, 'items' | 'reportsUnknown' | 'dialect'>,
): MatchedColumns {
  if (dialect.hasHeader !== false && columnCount !== items.length) {
    const none = Array.from({ length: columnCount }, () => undefined);
    return { items: none, how: none, findings: [] };
  }
  const indices = Array.from({ length: columnCount }, (_, index) =>
    index < items.length ? index : undefined,
  );
  const findings: ColumnFinding[] = [];
  for (let column = items.length; reportsUnknown && column < columnCount; column += 1)
    findings.push({ check: 'column/unknown', column, reason: 'beyond' });
  for (let item = columnCount; item < items.length; item += 1)
    if (items[item]?.isMandatory === true) findings.push({ check: 'column/missing', item });
  return {
    items: indices,
    how: indices.map((item) => (item === undefined ? undefined : 'position')),
    findings,
  };
}

type Declared = Pick<SampleDeclaration, 'items' | 'reportsUnknown' | 'isOrdered'>;

class ColumnTable {
  readonly #headings: readonly string[];
  readonly #declared: Declared;
  readonly #items: (number | undefined)[];
  readonly #how: (ColumnEvidence | undefined)[];
  /** Item → its column. */
  readonly #columnOf = new Map<number, number>();
  /** Columns that are settled without an item. */
  readonly #settled = new Set<number>();
  readonly #findings: ColumnFinding[] = [];
  /** Column → those that say the same again. */
  readonly #repeats = { same: new Map<number, number[]>(), item: new Map<number, number[]>() };

  constructor(headings: readonly string[], declared: Declared) {
    this.#headings = headings;
    this.#declared = declared;
    this.#items = headings.map(() => undefined);
    this.#how = headings.map(() => undefined);
  }

  takeExact(): void {
    const byName = new Map(this.#declared.items.map(({ name }, index) => [name, index]));
    const first = new Map<string, number>();
    for (const [column, heading] of this.#headings.entries()) {
      const before = first.get(heading);
      if (heading.trim() === '') this.#settle({ check: 'column/unknown', column, reason: 'empty' });
      else if (before !== undefined) this.#repeat('same', before, column);
      else {
        first.set(heading, column);
        const item = byName.get(heading);
        if (item !== undefined) this.#take(column, item, 'name');
      }
    }
  }

  /** By the other names of an item; a name that two items have decides nothing. */
  takeAliases(): void {
    const byAlias = aliasesOf(this.#declared.items);
    for (const [column, heading] of this.#openColumns()) {
      const item = byAlias.get(heading);
      if (item === undefined) continue;
      const first = this.#columnOf.get(item);
      if (first !== undefined) {
        this.#repeat('item', first, column);
        continue;
      }
      this.#take(column, item, 'alias');
    }
  }

  align(): void {
    const { items } = this.#declared;
    const all = { headings: this.#headings, items };
    const open = items.flatMap((item, index) => (this.#columnOf.has(index) ? [] : [{ item, index }]));
    for (const { column, item, how, score } of alignHeadings(this.#openColumns(), open, all)) {
      this.#take(column, item, how);
      this.#findings.push({ check: 'column/renamed', column, item, how, score });
    }
  }

  finish(): MatchedColumns {
    const { items, reportsUnknown, isOrdered } = this.#declared;
    for (const [column] of reportsUnknown ? this.#openColumns() : [])
      this.#findings.push({ check: 'column/unknown', column, reason: 'undeclared' });
    const moved = isOrdered ? movedColumns(this.#items) : [];
    if (moved.length > 0) this.#findings.push({ check: 'column/order', columns: moved });
    for (const reason of ['same', 'item'] as const)
      for (const [first, others] of this.#repeats[reason])
        this.#findings.push({ check: 'column/duplicate', columns: [first, ...others], reason });
    this.#findings.sort((one, other) => columnIn(one) - columnIn(other));
    for (const [item, { isMandatory }] of items.entries())
      if (isMandatory && !this.#columnOf.has(item)) this.#findings.push({ check: 'column/missing', item });
    return { items: this.#items, how: this.#how, findings: this.#findings };
  }

  #openColumns(): (readonly [number, string])[] {
    return this.#headings.flatMap((heading, column) =>
      this.#items[column] === undefined && !this.#settled.has(column) ? [[column, heading] as const] : [],
    );
  }

  #take(column: number, item: number, how: ColumnEvidence): void {
    this.#items[column] = item;
    this.#how[column] = how;
    this.#columnOf.set(item, column);
  }

  #repeat(reason: 'same' | 'item', first: number, column: number): void {
    this.#settled.add(column);
    const others = this.#repeats[reason].get(first);
    if (others === undefined) this.#repeats[reason].set(first, [column]);
    else others.push(column);
  }

  #settle(finding: ColumnFinding & { readonly column: number }): void {
    this.#settled.add(finding.column);
    this.#findings.push(finding);
  }
}

/** Other names of items; undefined for a name that two of them have. */
function aliasesOf(items: Declared['items']): ReadonlyMap<string, number | undefined> {
  const byAlias = new Map<string, number | undefined>();
  for (const [index, { aliases }] of items.entries())
    for (const alias of new Set(aliases)) byAlias.set(alias, byAlias.has(alias) ? undefined : index);
  return byAlias;
}

function columnIn(finding: ColumnFinding): number {
  if ('column' in finding) return finding.column;
  if (finding.check === 'column/missing') return Number.POSITIVE_INFINITY;
  return finding.columns[finding.check === 'column/duplicate' ? 1 : 0] ?? 0;
}
