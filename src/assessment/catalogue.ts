import type { Standard } from '../model/standard.ts';
import { brokenReferences } from './broken-references.ts';
import type { CatalogueFinding } from './catalogue-finding.ts';
import { duplicates } from './duplicates.ts';
import { inconsistencies } from './inconsistencies.ts';
import type { CatalogueKey } from './partial.ts';
import { findSeries } from './series.ts';

/**
 * What only shows when all records are known: identifiers and titles that stand twice, values that count up, references to nothing.
 * The first record in report order keeps the name; each later one diverges.
 */
export function compareRecords(keys: readonly CatalogueKey[], standard: Standard): CatalogueFinding[] {
  const series = findSeries(keys);
  return [
    ...duplicates(keys, standard),
    ...inconsistencies(keys, series.counted),
    ...series.findings,
    ...brokenReferences(keys),
  ];
}
