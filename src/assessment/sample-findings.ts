import type { ColumnFacts, DuplicateRowFacts, KeyFacts, OrderFacts } from '../checks/sample-facts.ts';
import type { DataItem, SampleDeclaration } from '../model/data-item.ts';
import type { PrivacyProfile } from '../model/sample-binding.ts';
import type { Severity } from '../model/severity.ts';
import { judgedRows } from '../samples/judged-rows.ts';
import type { ColumnFinding } from '../samples/match/match-columns.ts';
import { privacyFindings } from '../samples/privacy/privacy-findings.ts';
import type { DuplicateTally, SampleOutcome } from '../samples/sample-outcome.ts';
import type { RowTally } from '../samples/sample-part.ts';
import { cellFindings, placesOf } from './cell-findings.ts';
import { faultSeverity } from './document-said.ts';
import type { SampleFinding } from './sample-divergence.ts';
import { valueShower } from './shown-values.ts';

/** What is to be made of an outcome. */
export interface SampleTable {
  readonly outcome: SampleOutcome;
  readonly declaration: SampleDeclaration;
  /** Of the record; `''` where there is none. */
  readonly title: string;
  readonly profile: PrivacyProfile;
  readonly showsValues: boolean;
}

/** Everything that is to be said of a table: its columns, its cells, its rows, its keys, the persons in it. */
export function sampleFindings(table: SampleTable): SampleFinding[] {
  const { outcome, declaration } = table;
  const { items } = declaration;
  return [
    ...outcome.columns.findings.map((finding) => columnFinding(finding, table)),
    ...cellFindings(outcome, items, valueShower(outcome, { ...table, items })),
    ...outcome.part.rowFaults.map((tally) => rowFinding(tally, outcome)),
    ...outcome.duplicates.map((tally) => keyFinding(tally, table)),
    ...sameRowFinding(outcome),
    ...privacy(table),
  ];
}

function columnFinding(finding: ColumnFinding, { outcome, declaration }: SampleTable): SampleFinding {
  const { headings, part } = outcome;
  const common = { rows: part.rows, sample: true } as const;
  const at = (column?: number) => {
    const place = outcome.headingPlace(column);
    return place === undefined ? {} : { place };
  };
  const nameOf = (column: number): string => headings[column] ?? '';
  const itemAt = (item: number): Pick<DataItem, 'name' | 'isMandatory' | 'pointer'> =>
    declaration.items[item] ?? { name: '', isMandatory: false, pointer: '' };
  if (finding.check === 'column/missing') {
    const { name, isMandatory, pointer } = itemAt(finding.item);
    return {
      check: finding.check,
      ...(isMandatory ? {} : { severity: 'warning' }),
      facts: { expected: name, mandatory: isMandatory, ...common } satisfies ColumnFacts,
      ...at(),
      clause: { field: pointer },
      subject: [name],
    };
  }
  if (finding.check === 'column/renamed') {
    const { name, pointer } = itemAt(finding.item);
    const found = nameOf(finding.column);
    return {
      check: finding.check,
      facts: { found, expected: name, how: finding.how, ...common },
      ...at(finding.column),
      clause: { field: pointer },
      // What is only likely is for a person to decide.
      fixable: finding.how !== 'terms',
      subject: [name, found],
    };
  }
  if (finding.check === 'column/order') return orderFinding(finding, { outcome, declaration }, at);
  if (finding.check === 'column/duplicate') return duplicateFinding(finding, { nameOf, at });
  const { check, column, reason } = finding;
  const found = nameOf(column);
  const facts = { found, reason, position: column + 1, ...common };
  return { check, facts, ...at(column), subject: [found, String(column)] };
}

/** All columns that say the same are one cause. It stands at the first that is too many. */
function duplicateFinding(
  { columns, reason }: Extract<ColumnFinding, { check: 'column/duplicate' }>,
  {
    nameOf,
    at,
  }: { nameOf: (column: number) => string; at: (column?: number) => Pick<SampleFinding, 'place'> },
): SampleFinding {
  const [first = 0, ...others] = columns;
  const names = others.map(nameOf);
  return {
    check: 'column/duplicate',
    facts: {
      column: nameOf(first),
      ...(reason === 'item' ? { others: names } : {}),
      reason,
      count: columns.length,
      positions: columns.map((column) => String(column + 1)),
    },
    ...at(others[0]),
    subject: [nameOf(first), reason],
  };
}

function orderFinding(
  { columns }: Extract<ColumnFinding, { check: 'column/order' }>,
  { outcome }: Pick<SampleTable, 'outcome' | 'declaration'>,
  at: (column?: number) => Pick<SampleFinding, 'place'>,
): SampleFinding {
  const [first = 0] = columns;
  const before = outcome.columns.items[first];
  const sorted = [...outcome.columns.items].filter((item) => item !== undefined).sort((a, b) => a - b);
  return {
    check: 'column/order',
    facts: {
      column: outcome.headings[first] ?? '',
      position: first + 1,
      expected: sorted.indexOf(before ?? -1) + 1,
      count: columns.length,
    } satisfies OrderFacts,
    ...at(first),
    subject: [],
  };
}

function rowFinding({ check, reason, facts, count, first }: RowTally, outcome: SampleOutcome): SampleFinding {
  const [spot] = first;
  const severity = rowSeverity(reason);
  return {
    check,
    ...(severity === undefined ? {} : { severity }),
    facts: { ...facts, reason, count, of: outcome.part.rows, first: placesOf(first, undefined, outcome) },
    ...(spot === undefined ? {} : { place: outcome.place(spot) }),
    subject: [reason, JSON.stringify(facts)],
  };
}

/** As heavy as in documents; empty lines are passed over by every reader. */
function rowSeverity(reason: string): Severity | undefined {
  if (reason === 'empty-line-at-end') return 'info';
  return reason === 'empty-line' ? 'warning' : faultSeverity(reason);
}

function keyFinding({ key, groups }: DuplicateTally, { outcome, declaration }: SampleTable): SampleFinding {
  const declared = declaration.keys[key];
  const names = (declared?.items ?? []).map((item) => declaration.items[item]?.name ?? '');
  const spots = groups.first.map(({ second }) => second);
  const [spot] = spots;
  return {
    check: 'key/duplicate',
    facts: {
      keys: names,
      reason: 'duplicate',
      kind: declared?.kind ?? 'unique',
      count: groups.rows,
      of: outcome.part.rows,
      groups: groups.keys,
      first: placesOf(spots, undefined, outcome),
    } satisfies KeyFacts,
    ...(spot === undefined ? {} : { place: outcome.place(spot) }),
    ...(declared === undefined ? {} : { clause: { field: declared.pointer } }),
    subject: names,
  };
}

/** Rows that are the same in every cell. */
function sameRowFinding(outcome: SampleOutcome): SampleFinding[] {
  const { keys: groups = 0, rows: count = 0, first = [] } = outcome.sameRows ?? {};
  const spots = first.map(({ second }) => second);
  const [spot] = spots;
  if (spot === undefined) return [];
  const facts: DuplicateRowFacts = {
    count,
    of: outcome.part.rows,
    groups,
    first: placesOf(spots, undefined, outcome),
  };
  return [{ check: 'row/duplicate', facts, place: outcome.place(spot), subject: [] }];
}

function privacy({ outcome, declaration, title, profile }: SampleTable): SampleFinding[] {
  const { headings, columns, part } = outcome;
  const judged = judgedRows(part);
  const findings = privacyFindings({
    headings,
    items: columns.items.map((item) => (item === undefined ? undefined : declaration.items[item])),
    tallies: part.privacy,
    filled: headings.map((_, column) => judged - (part.empties[column] ?? 0)),
    rows: part.rows,
    declaration,
    title,
    profile,
  });
  return findings.map(({ check, severity, column, pointer, first, facts }): SampleFinding => {
    const [spot] = first;
    const place = spot === undefined ? outcome.headingPlace(column) : outcome.place(spot, column);
    return {
      check,
      severity,
      facts: first.length === 0 ? facts : { ...facts, first: placesOf(first, column, outcome) },
      ...(place === undefined ? {} : { place }),
      ...(pointer === '' ? {} : { clause: { field: pointer } }),
      subject: [String(facts['detector'] ?? ''), String(facts['column'] ?? '')],
    };
  });
}
