import type { Field } from '../model/field.ts';
import { setOwn } from '../model/own-property.ts';
import type { Pointer } from '../model/pointer.ts';
import { parentOf, tokensOf } from '../model/pointer.ts';
import type { FieldTree } from './field-tree.ts';
import type { RecordData } from './package-data.ts';

type Schema = Record<string, unknown>;

/** What the overlay of one record kind is made from. */
export interface OverlayParts {
  readonly record: RecordData;
  readonly tree: FieldTree;
  readonly fields: ReadonlyMap<Pointer, Field>;
  /** Fields whose obligation or code list comes from `fields.csv`, not from the schema. */
  readonly stated: ReadonlySet<Pointer>;
  readonly nullWords: readonly string[];
  /** Arrays that are handed out element by element and stand empty in the envelope. */
  readonly emptied: ReadonlySet<Pointer>;
  readonly openness: Readonly<Record<string, 'open' | 'closed'>>;
  /** Times of day should state their offset from UTC. */
  readonly offsetRecommended: boolean;
}

/**
 * The schema that `fields.csv` adds to that of a record kind: what is mandatory must be there and filled, what is conditional must
 * be filled where it is given (a placeholder would pass for an answer), what is recommended should be there, codes come from their
 * list, times have an offset where that is wished for, and properties that nobody knows are told. `undefined` where it adds nothing.
 */
export function overlaySchema(parts: OverlayParts): Schema | undefined {
  const root: Schema = {};
  for (const [pointer, field] of parts.fields) {
    if (parts.stated.has(pointer)) addField(root, field, parts);
  }
  if (parts.record.unknown === 'report') askForUnknown(root, parts.tree);
  if (parts.offsetRecommended) wishForOffsets(root, parts.tree);
  return Object.keys(root).length === 0 ? undefined : root;
}

function askForUnknown(root: Schema, { objects }: FieldTree): void {
  for (const [pointer, { names, freeForm, closed }] of objects) {
    if (!freeForm && !closed) schemaAt(root, pointer)['knownFields'] = names;
  }
}

function wishForOffsets(root: Schema, { fields }: FieldTree): void {
  for (const [pointer, { isTime }] of fields) {
    if (isTime) schemaAt(root, pointer)['offsetRecommended'] = true;
  }
}

function addField(root: Schema, field: Field, parts: OverlayParts): void {
  const { pointer, obligation, codelist, name } = field;
  const { emptied, nullWords, openness, tree } = parts;
  if (codelist !== undefined) {
    const schema = schemaAt(root, pointer);
    schema['codelist'] = codelist;
    if (Object.hasOwn(openness, codelist)) schema['openCodelist'] = openness[codelist] === 'open';
  }
  const mustSay = obligation === 'mandatory' || obligation === 'conditional';
  if (mustSay && !emptied.has(pointer)) {
    schemaAt(root, pointer)['filled'] = nullWords.length > 0 ? nullWords : true;
  }
  if (name === '*') return;
  const isRequired = tree.objects.get(parentOf(pointer))?.required.includes(name) === true;
  if (obligation === 'mandatory' && !isRequired) addName(root, field, 'required');
  if (obligation === 'recommended') addName(root, field, 'recommended');
}

function addName(root: Schema, { pointer, name }: Field, keyword: string): void {
  const owner = schemaAt(root, parentOf(pointer));
  const names = (owner[keyword] as string[] | undefined) ?? [];
  owner[keyword] = [...names, name];
}

/** The subschema for a field pattern, made on the way. */
function schemaAt(root: Schema, pointer: Pointer): Schema {
  let at = root;
  for (const token of tokensOf(pointer)) {
    if (token === '*') {
      at['items'] ??= {};
      at = at['items'] as Schema;
    } else {
      at['properties'] ??= {};
      const properties = at['properties'] as Record<string, Schema>;
      if (!Object.hasOwn(properties, token)) setOwn(properties, token, {});
      at = properties[token] as Schema;
    }
  }
  return at;
}
