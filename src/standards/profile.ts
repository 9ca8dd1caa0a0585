import type { PackageAccess } from '../model/standard.ts';
import type { PlacedFieldRow } from './field-rows.ts';
import type { PartialManifest } from './manifest.ts';
import type { FieldRow, Manifest, PackageData } from './package-data.ts';
import { packageFormat } from './package-data.ts';
import type { Reading } from './reading.ts';

/** Finds the package that a profile extends: an id with or without version, or whatever text stands after `extends`. */
export type ResolveBase = (
  id: string,
  version: string | undefined,
) => PackageAccess | PackageData | Promise<PackageAccess | PackageData>;

/** Whether a base came parsed. */
export function isPackageData(base: PackageAccess | PackageData): base is PackageData {
  return 'format' in base && base.format === packageFormat;
}

/** The manifest of a profile with what its base says where it is silent. */
export function withBase(own: PartialManifest, base: Manifest | undefined, reading: Reading): Manifest {
  const merged: Partial<Manifest> & PartialManifest = {
    ...base,
    ...own,
    codelists: { ...base?.codelists, ...own.codelists },
    severity: { ...base?.severity, ...own.severity },
  };
  const { records, title, draft = '2020-12', nullWords = [] } = merged;
  if (records === undefined) return reading.refuse(`${reading.text.path} has no \`records\`.`);
  if (title === undefined) return reading.refuse(`${reading.text.path} has no \`title\`.`);
  const samples =
    merged.samples?.kind === '' ? { ...merged.samples, kind: records[0]?.kind ?? '' } : merged.samples;
  return { ...merged, records, title, draft, nullWords, ...(samples === undefined ? {} : { samples }) };
}

/** Rows of a profile over those of its base: what a cell leaves empty stays as it was. New fields come last. */
export function withBaseRows(own: readonly PlacedFieldRow[], base: readonly FieldRow[] = []): FieldRow[] {
  const rows = new Map<string, FieldRow>(base.map((row) => [`${row.kind} ${row.pointer}`, row]));
  for (const { line: _, ...row } of own) {
    const key = `${row.kind} ${row.pointer}`;
    const before = rows.get(key);
    rows.set(key, before === undefined ? row : overridden(before, row));
  }
  return [...rows.values()];
}

function overridden(before: FieldRow, row: FieldRow): FieldRow {
  const filled = (one: readonly string[], other: readonly string[]): readonly string[] =>
    one.length > 0 ? one : other;
  return {
    ...before,
    ...row,
    titles: { ...before.titles, ...row.titles },
    aliases: filled(row.aliases, before.aliases),
    headings: filled(row.headings, before.headings),
    distinctFrom: filled(row.distinctFrom, before.distinctFrom),
  };
}
