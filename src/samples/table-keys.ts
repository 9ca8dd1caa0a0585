import type { SampleDeclaration } from '../model/data-item.ts';
import type { EngineKey } from './engine/engine.ts';
import type { TablePlan } from './table-plan.ts';
import { columnsOf } from './table-plan.ts';

/**
 * What the hashes of a key are for: a key of the declaration that must not stand twice; the whole row, where there is no primary key; a reference
 * of the declaration; a key that references of other samples name (`targets`). `at` is the number among its like.
 */
export interface TableKey extends EngineKey {
  readonly use: 'key' | 'row' | 'reference' | 'target';
  readonly at: number;
  /** By column of the key: the words that stand for nothing there. A row with one of them has no key. */
  readonly blanks: readonly (readonly string[])[];
}

/** Whether one of the cells of a key says nothing, and so the row has no key. Cells that are empty were left out before. */
export function isBlankKey({ blanks }: TableKey, texts: readonly string[]): boolean {
  return texts.some((text, at) => blanks[at]?.includes(text) === true);
}

/** The keys of a table that it has all columns for. */
export function tableKeys({
  declaration,
  headings,
  itemOf,
  targets,
}: Pick<TablePlan, 'declaration' | 'headings' | 'itemOf' | 'targets'>): TableKey[] {
  const filled = (use: TableKey['use'], columns: readonly number[] | undefined, at: number): TableKey[] => {
    if (columns === undefined || columns.length === 0) return [];
    const blanks = columns.map(
      (column) => declaration.items[itemOf[column] ?? -1]?.emptyWords ?? declaration.emptyWords,
    );
    return [{ use, at, columns, allowsEmpty: false, blanks }];
  };
  const ofItems = (use: TableKey['use'], items: readonly number[], at: number): TableKey[] =>
    filled(use, columnsOf(items, itemOf), at);
  const rows: TableKey = { use: 'row', at: 0, columns: [...headings.keys()], allowsEmpty: true, blanks: [] };
  return [
    ...declaration.keys.flatMap(({ items }, at) => ofItems('key', items, at)),
    ...(comparesRows(declaration) ? [rows] : []),
    ...declaration.references.flatMap(({ items }, at) => ofItems('reference', items, at)),
    ...targets.flatMap((names, at) =>
      filled('target', columnsNamed(names, { declaration, headings, itemOf }), at),
    ),
  ];
}

/** A primary key tells more than that whole rows are the same. */
export function comparesRows({ keys }: SampleDeclaration): boolean {
  return !keys.some(({ kind }) => kind === 'primary');
}

/** Where the columns of these names stand: the items of these names, else the headings. */
function columnsNamed(
  names: readonly string[],
  { declaration, headings, itemOf }: Pick<TablePlan, 'declaration' | 'headings' | 'itemOf'>,
): readonly number[] | undefined {
  const columns = names.map((name) => {
    const item = declaration.items.findIndex((one) => one.name === name);
    return item === -1 ? headings.indexOf(name) : itemOf.indexOf(item);
  });
  return columns.includes(-1) ? undefined : columns;
}
