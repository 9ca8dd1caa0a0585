import type { SampleReference } from '../model/data-item.ts';
import type { KeyAccess } from '../samples/keys/key-access.ts';
import { brokenReferences } from '../samples/keys/key-access.ts';
import type { SampleOutcome } from '../samples/sample-outcome.ts';
import type { SampleRequest } from '../samples/sample-request.ts';
import { placesOf } from './cell-findings.ts';
import type { PairedTable } from './pair-tables.ts';
import { ownerOf } from './pair-tables.ts';
import type { PartialAssessment } from './partial.ts';
import type { SampleFinding } from './sample-divergence.ts';
import { sampleDivergence } from './sample-divergence.ts';
import type { SampleContext } from './sample-options.ts';

/** A table that refers to others, or to which others refer. */
export interface ReferringTable {
  readonly paired: PairedTable;
  readonly request: SampleRequest;
  readonly outcome: SampleOutcome;
}

/** Whether a table takes part in references, and so must be kept until all were read. */
export function mayRefer({ references, targets }: SampleOutcome): boolean {
  return references.length > 0 || targets.length > 0;
}

/** The keys of a table that references of any of the tables name, by the names of their columns; each once. */
export function namedKeys(
  paired: PairedTable,
  pairs: readonly PairedTable[],
): readonly (readonly string[])[] {
  const keys = new Map<string, readonly string[]>();
  const { name } = paired.table.sample.declaration;
  for (const other of pairs) {
    for (const { to, toNames } of other.table.sample.declaration.references) {
      const isMeant = to === '' ? other === paired : to === name;
      if (isMeant) keys.set(JSON.stringify(toNames), toNames);
    }
  }
  return [...keys.values()];
}

/** Looks up the references of all tables, once their hashes are known. */
export async function assessReferences(
  whole: PartialAssessment,
  tables: readonly ReferringTable[],
  context: SampleContext,
): Promise<void> {
  for (const lookup of tables.flatMap(lookupsOf)) {
    const finding = await findingOf(lookup, tables);
    if (finding === undefined) continue;
    const divergence = sampleDivergence(finding, ownerOf(lookup.table.paired, context));
    if (divergence !== undefined) whole.divergences.push(divergence);
  }
}

/** The references of a table, but for those whose columns it lacks: that was said of its columns. */
function lookupsOf(table: ReferringTable): Lookup[] {
  return table.request.declaration.references.flatMap((declared, at) => {
    const reference = table.outcome.references[at];
    return reference === undefined ? [] : [{ table, reference, declared }];
  });
}

interface Lookup {
  readonly table: ReferringTable;
  readonly reference: KeyAccess;
  readonly declared: SampleReference;
}

async function findingOf(
  { table, reference, declared }: Lookup,
  tables: readonly ReferringTable[],
): Promise<SampleFinding | undefined> {
  const { outcome, request } = table;
  const { items, to, toNames, pointer } = declared;
  const keys = items.map((item) => request.declaration.items[item]?.name ?? '');
  const common = { clause: { field: pointer }, subject: [to, ...keys, ...toNames] };
  const names = { keys, toKeys: toNames, ...(to === '' ? {} : { to }) };
  const others = meant(table, to, tables);
  const targets = others.flatMap((other) => keyNamed(other, toNames) ?? []);
  if (targets.length === 0) {
    const place = outcome.headingPlace(outcome.columns.items.indexOf(items[0] ?? -1));
    return {
      check: 'key/broken',
      ...untold(others.length === 0),
      facts: { ...names, reason: others.length === 0 ? 'no-sample' : 'no-column' },
      ...(place === undefined ? {} : { place }),
      ...common,
    };
  }
  const { rows, first } = await brokenReferences(reference, targets);
  const [spot] = first;
  if (spot === undefined) return undefined;
  const counted = { count: rows, of: outcome.part.rows, first: placesOf(first, undefined, outcome) };
  return {
    check: 'key/broken',
    facts: { ...names, reason: 'not-found', ...counted },
    place: outcome.place(spot),
    ...common,
  };
}

/** Whether the values stand in a table that was not handed in is not known. */
function untold(isMissing: boolean): Pick<SampleFinding, 'severity'> {
  return isMissing ? { severity: 'warning' } : {};
}

/** The tables that a reference means: this one, or those of that name, where some are declared beside it only those. */
function meant(
  table: ReferringTable,
  to: string,
  tables: readonly ReferringTable[],
): readonly ReferringTable[] {
  if (to === '') return [table];
  const named = tables.filter(({ request }) => request.declaration.name === to);
  const beside = named.filter(({ paired }) => paired.table.path === table.paired.table.path);
  return beside.length > 0 ? beside : named;
}

function keyNamed({ request, outcome }: ReferringTable, names: readonly string[]): KeyAccess | undefined {
  const wanted = JSON.stringify(names);
  return outcome.targets[request.targets.findIndex((one) => JSON.stringify(one) === wanted)];
}
