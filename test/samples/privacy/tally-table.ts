import type { DataItem, SampleDeclaration } from '../../../src/model/data-item.ts';
import type { PrivacyProfile } from '../../../src/samples/privacy/privacy-detector.ts';
import type { PrivacyFinding } from '../../../src/samples/privacy/privacy-findings.ts';
import { privacyFindings } from '../../../src/samples/privacy/privacy-findings.ts';
import type { PrivacyHit, PrivacyWatch } from '../../../src/samples/privacy/privacy-watch.ts';
import { privacyWatch } from '../../../src/samples/privacy/privacy-watch.ts';
import type { PrivacyTally } from '../../../src/samples/sample-part.ts';

export function itemNamed(name: string, more: Partial<DataItem> = {}): DataItem {
  return {
    name,
    aliases: [],
    pointer: `/items/${name}`,
    type: 'any',
    isMandatory: false,
    isRequired: false,
    ...more,
  };
}

export function declarationOf(more: Partial<SampleDeclaration> = {}): SampleDeclaration {
  return {
    name: 'sample',
    items: [],
    reportsUnknown: false,
    isOrdered: false,
    emptyWords: [],
    nullWords: [],
    keys: [],
    references: [],
    claims: {},
    dialect: {},
    access: 'open',
    notChecked: [],
    ...more,
  };
}

interface TableOptions {
  readonly headings: readonly string[];
  readonly rows: Iterable<readonly string[]>;
  readonly items?: readonly (DataItem | undefined)[];
  readonly declaration?: Partial<SampleDeclaration>;
  readonly title?: string;
  readonly profile?: PrivacyProfile;
  readonly asOf?: string;
}

/** Does what an engine does: of columns that say nothing only cells with eleven digits in a row are looked at. */
export function judgeTable(options: TableOptions): readonly PrivacyFinding[] {
  const { headings, items = [], profile = 'gbt-35273', title = '', asOf } = options;
  const watch = privacyWatch({ headings, items, profile, asOf });
  const { tallies, filled, rows } = tally(watch, options);
  const declaration = declarationOf(options.declaration);
  return privacyFindings({
    headings,
    items,
    tallies,
    filled,
    rows,
    declaration,
    title,
    profile,
  });
}

function count(
  tallies: Map<string, PrivacyTally>,
  hit: PrivacyHit & { readonly column: number; readonly row: number },
): void {
  const { column, detector, masked, row } = hit;
  const key = `${column} ${detector}`;
  const tally = tallies.get(key) ?? { column, detector, count: 0, masked: 0, first: [] };
  tallies.set(key, tally);
  if (masked) {
    tally.masked += 1;
    return;
  }
  tally.count += 1;
  if (tally.first.length < 3) tally.first.push({ row, line: row });
}

function tally(watch: PrivacyWatch, { headings, rows }: TableOptions) {
  const tallies = new Map<string, PrivacyTally>();
  const filled = headings.map(() => 0);
  let row = 0;
  for (const cells of rows) {
    for (const [column, cell] of cells.entries()) {
      if (cell !== '') filled[column] = (filled[column] ?? 0) + 1;
      for (const hit of hitsOf(watch, column, cell)) count(tallies, { ...hit, column, row });
    }
    row += 1;
  }
  return { tallies: [...tallies.values()], filled, rows: row };
}

function hitsOf(watch: PrivacyWatch, column: number, cell: string): readonly PrivacyHit[] {
  if (cell === '') return [];
  return watch.readsEveryCell(column) || /\d{11}/.test(cell) ? watch.look(column, cell) : [];
}
