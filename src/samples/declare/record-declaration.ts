import type { SampleDeclaration } from '../../model/data-item.ts';
import type { DeclaredSample, ReadBeside } from '../../model/declared-sample.ts';
import type { Pointer } from '../../model/pointer.ts';
import { child, valueAt } from '../../model/pointer.ts';
import type { SampleBinding } from '../../model/sample-binding.ts';
import type { RecordKind, Standard } from '../../model/standard.ts';
import { DeclarationNotes } from './declaration-notes.ts';
import { embeddedSchema } from './embedded-schema.ts';
import { emptyDeclaration } from './empty-declaration.ts';
import { given, scalarText, textOf, textsOf } from './plain-values.ts';
import { accessOf } from './record-access.ts';
import { claimsOf } from './record-claims.ts';
import { itemsOf } from './record-items.ts';
import { fieldIn } from './record-place.ts';
import type { TableSite } from './table-site.ts';

/**
 * The tables that a record declares by the binding of its standard (`samples` of the manifest): one, or one for each element of a list. A
 * table that has neither items nor a schema is not among them, unless its schema could not be read, its file is named or something is
 * claimed of it. Pointers are inside the record. Broken parts of a record are not checked, and said in `notChecked`.
 */
export function declarationsOf(
  record: unknown,
  standard: Standard,
  { readBeside }: { readonly readBeside?: ReadBeside } = {},
): DeclaredSample[] {
  const binding = standard.samples;
  if (binding === undefined) return [];
  const kind = standard.kinds.find((one) => one.kind === binding.kind);
  return elementsOf(record, binding.each).flatMap((element) => {
    const site = { record, binding, standard, kind, element, notes: new DeclarationNotes() };
    const declared = readTable(site, readBeside);
    return declared === undefined ? [] : [declared];
  });
}

/** Where the tables of a record are declared. */
function elementsOf(record: unknown, each: Pointer | undefined): Pointer[] {
  if (each === undefined) return [''];
  const list = each.slice(0, -2);
  const elements = valueAt(record, list);
  return Array.isArray(elements) ? elements.map((_, index) => child(list, index)) : [];
}

function readTable(site: TableSite, readBeside: ReadBeside | undefined): DeclaredSample | undefined {
  const { binding, standard, kind, element, record, notes } = site;
  const name = nameOf(record, kind);
  const schema = readSchema(site, name, readBeside);
  const own = schema === undefined ? itemsOf(site) : undefined;
  const hasUnreadSchema = notes.notChecked.length > 0;
  const claims = claimsOf(site);
  const paths = pathsOf(site);
  const isClaimed = paths.length > 0 && Object.keys(claims).length > 0;
  const columns = schema ?? (own === undefined ? undefined : { ...emptyDeclaration, ...own });
  if (columns === undefined && !isClaimed && !hasUnreadSchema) return undefined;
  const declaration: SampleDeclaration = {
    ...(columns ?? { ...emptyDeclaration, reportsUnknown: false }),
    name,
    ...(columns === undefined ? {} : columnRules(binding, columns)),
    nullWords: standard.nullWords ?? [],
    claims,
    access: accessOf(site),
    notChecked: [...(columns?.notChecked ?? []), ...notes.notChecked],
  };
  const title = kind?.title === undefined ? undefined : textOf(valueAt(record, kind.title));
  return { pointer: element, declaration, paths, ...given('title', title) };
}

/** What the manifest says of columns goes before what a schema says. */
function columnRules(
  { unknownColumns, ordered }: SampleBinding,
  columns: SampleDeclaration,
): Pick<SampleDeclaration, 'reportsUnknown' | 'isOrdered'> {
  return {
    reportsUnknown: unknownColumns === undefined ? columns.reportsUnknown : unknownColumns === 'report',
    isOrdered: ordered ?? columns.isOrdered,
  };
}

function pathsOf(site: TableSite): string[] {
  const { path } = site.binding;
  const written = path === undefined ? undefined : fieldIn(site, path).value;
  return written === undefined ? [] : (textsOf(written) ?? []).filter((one) => one.trim() !== '');
}

function readSchema(
  site: TableSite,
  name: string,
  readBeside: ReadBeside | undefined,
): SampleDeclaration | undefined {
  if (site.binding.schema === undefined) return undefined;
  const { value, pointer } = fieldIn(site, site.binding.schema);
  const { codelists } = site.standard;
  return embeddedSchema(value, {
    name,
    at: pointer,
    notes: site.notes,
    codelists,
    ...given('readBeside', readBeside),
  });
}

/** What other tables call it: the identity of its record, else its title. */
function nameOf(record: unknown, kind: RecordKind | undefined): string {
  for (const field of [kind?.identity, kind?.title]) {
    const text = field === undefined ? undefined : scalarText(valueAt(record, field));
    if (text !== undefined && text.trim() !== '') return text;
  }
  return '';
}
