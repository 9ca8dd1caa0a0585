import type { CodeList } from '../../model/code-list.ts';
import type { DataItem, SampleDeclaration } from '../../model/data-item.ts';
import type { Pointer } from '../../model/pointer.ts';
import { child, valueAt } from '../../model/pointer.ts';
import { DeclarationNotes } from './declaration-notes.ts';
import { emptyDeclaration } from './empty-declaration.ts';
import type { Plain } from './plain-values.ts';
import { memberOf, objectOf, textOf, textsOf } from './plain-values.ts';
import { columnOf } from './row-schema-column.ts';
import type { SchemaOptions } from './table-schema.ts';

/** How the JSON Schema of a row is read. */
export interface RowSchemaOptions extends SchemaOptions {
  /** Code lists that the keyword `codelist` may name. */
  readonly codelists?: ReadonlyMap<string, CodeList>;
}

/** Keywords of an object that are read, or that demand nothing. */
const readKeywords = new Set(
  'type properties required additionalProperties $schema $id id $defs definitions $comment title description examples default deprecated readOnly writeOnly $anchor name'.split(
    ' ',
  ),
);

/**
 * What the JSON Schema of a row declares: an object whose properties are columns, or a list of such objects. Every keyword that a data
 * item cannot express is in `notChecked`. A property in `required` is a column that may not be left out and, unless it may be `null`, has
 * no empty cells: a cell with nothing in it is a property that is not there.
 * @throws Failure `standard` where the user's own schema is no schema of rows.
 */
export function readRowSchema(schema: Plain, options: RowSchemaOptions = {}): SampleDeclaration {
  const notes = new DeclarationNotes(options.placeOf);
  const from = options.at ?? '';
  const row = rowOf(schema, { root: schema, at: from, notes });
  const listed = objectOf(row?.schema['properties']);
  if (row === undefined || listed === undefined || Object.keys(listed).length === 0) {
    refuseShapeless(notes, from);
    return { ...emptyDeclaration, name: options.name ?? '', notChecked: notes.notChecked };
  }
  const { at } = row;
  skipKeywords(row.schema, { at, notes });
  const required = requiredOf(row.schema, { at, notes });
  const items: DataItem[] = [];
  for (const [name, value] of Object.entries(listed)) {
    const place = child(child(at, 'properties'), name);
    const resolved = resolve(value, { root: schema, at: place, notes, base: from });
    items.push(
      columnOf(
        { name, isMandatory: required.has(name) },
        { schema: resolved.schema, at: resolved.at, notes, codelists: options.codelists ?? new Map() },
      ),
    );
  }
  for (const name of required) {
    if (Object.hasOwn(listed, name)) continue;
    items.push({
      name,
      aliases: [],
      pointer: child(at, 'required'),
      type: 'any',
      isMandatory: true,
      isRequired: true,
    });
  }
  return {
    ...emptyDeclaration,
    name: options.name ?? textOf(schema['title']) ?? '',
    items,
    reportsUnknown: row.schema['additionalProperties'] === false,
    notChecked: notes.notChecked,
  };
}

function requiredOf(row: Plain, { at, notes }: Pick<Site, 'at' | 'notes'>): ReadonlySet<string> {
  const written = row['required'] ?? [];
  const names = Array.isArray(written) ? textsOf(written) : undefined;
  if (names === undefined)
    notes.broken({
      what: ['`required` of the row', '一行的 `required`'],
      pointer: child(at, 'required'),
      message: '`required` of the row must be a list of names.',
      zh: { message: '一行的 `required` 应为名称列表。' },
    });
  return new Set(names);
}

interface Site {
  readonly root: Plain;
  readonly at: Pointer;
  readonly notes: DeclarationNotes;
  /** Where `root` sits. */
  readonly base?: Pointer;
}

interface Placed {
  readonly schema: unknown;
  readonly at: Pointer;
}

/** The schema of a row: the schema itself, or that of the elements of a list. */
function rowOf(schema: unknown, site: Site): { schema: Plain; at: Pointer } | undefined {
  const outer = resolve(schema, { ...site, base: site.at });
  const isList = textsOf(memberOf(outer.schema, 'type') ?? '')?.includes('array') === true;
  const inner = isList ? memberOf(outer.schema, 'items') : undefined;
  const found =
    inner === undefined ? outer : resolve(inner, { ...site, at: child(outer.at, 'items'), base: site.at });
  const object = objectOf(found.schema);
  return object === undefined ? undefined : { schema: object, at: found.at };
}

/** More references in a row lead nowhere that means something. */
const maxHops = 16;

/** Follows references inside the file; one that leads elsewhere is not checked. */
function resolve(value: unknown, { root, at, notes, base = '' }: Site): Placed {
  let placed: Placed = { schema: value, at };
  for (let hop = 0; hop < maxHops; hop += 1) {
    const reference = memberOf(placed.schema, '$ref');
    if (reference === undefined) return placed;
    const target = typeof reference === 'string' ? localPointer(reference) : undefined;
    const found = target === undefined ? undefined : valueAt(root, target);
    if (target === undefined || found === undefined) break;
    skipSiblings(placed, notes);
    placed = { schema: found, at: base + target };
  }
  notes.skip(['a reference', '引用'], child(placed.at, '$ref'), [
    'only references inside the file are followed',
    '只解析文件内部的引用',
  ]);
  return { schema: true, at: placed.at };
}

function skipSiblings({ schema, at }: Placed, notes: DeclarationNotes): void {
  for (const keyword of Object.keys(objectOf(schema) ?? {})) {
    if (keyword !== '$ref' && !readKeywords.has(keyword))
      notes.skip([`\`${keyword}\` beside a reference`, `与引用并列的 \`${keyword}\``], child(at, keyword), [
        'only what it refers to is read',
        '只读取引用的内容',
      ]);
  }
}

/** `#/$defs/a` as a pointer. */
function localPointer(reference: string): Pointer | undefined {
  if (reference === '#') return '';
  if (!reference.startsWith('#/')) return undefined;
  try {
    return decodeURIComponent(reference.slice(1));
  } catch {
    return undefined;
  }
}

function skipKeywords(schema: Plain, { at, notes }: Pick<Site, 'at' | 'notes'>): void {
  for (const keyword of Object.keys(schema)) {
    if (!readKeywords.has(keyword))
      notes.skip([`\`${keyword}\` of the row`, `行的 \`${keyword}\``], child(at, keyword), [
        'columns are judged one by one',
        '各列分别检查',
      ]);
  }
  if (objectOf(schema['additionalProperties']) !== undefined)
    notes.skip(
      ['`additionalProperties` of the row', '行的 `additionalProperties`'],
      child(at, 'additionalProperties'),
      ['other columns are not judged', '不检查其他列'],
    );
}

function refuseShapeless(notes: DeclarationNotes, at: Pointer): void {
  notes.broken({
    what: ['the JSON Schema of a row', '描述一行的 JSON Schema'],
    pointer: at,
    message: 'The JSON Schema names no `properties`, which would be the columns of a row.',
    hint: 'A row is {"type": "object", "properties": {…}}.',
    zh: {
      message: 'JSON Schema 没有 `properties`，无法得知一行的各列。',
      hint: '一行写作 {"type": "object", "properties": {…}}。',
    },
  });
}
