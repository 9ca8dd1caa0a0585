import type { DataItem, SampleDeclaration } from '../../model/data-item.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Pointer } from '../../model/pointer.ts';
import { child } from '../../model/pointer.ts';
import { readBound } from '../cells/content-judge.ts';
import { withoutContradictions } from './contradictions.ts';
import type { PlaceOf } from './declaration-notes.ts';
import { DeclarationNotes } from './declaration-notes.ts';
import { emptyDeclaration } from './empty-declaration.ts';
import type { Plain } from './plain-values.ts';
import { given, memberOf, objectOf, scalarText, textOf } from './plain-values.ts';
import { boundNames, brokenConstraint, constraintsOf } from './table-schema-constraints.ts';
import { keysOf } from './table-schema-keys.ts';
import type { FieldSite } from './table-schema-types.ts';
import { fieldTypeNames, typeOfField } from './table-schema-types.ts';

/** How the schema of a table is read. */
export interface SchemaOptions {
  /** What references of other tables call it. */
  readonly name?: string;
  /** Where the schema sits in the record; `''` for a file of its own. */
  readonly at?: Pointer;
  /** Given for the user's own schema: what is broken of it is then a `Failure`, and not left unchecked. */
  readonly placeOf?: PlaceOf;
}

/**
 * What a Table Schema of Frictionless (version 1 and 2) declares. What cannot be checked of it is said in `notChecked`.
 * @throws Failure `standard` for what is broken of the user's own schema.
 */
export function readTableSchema(schema: Plain, options: SchemaOptions = {}): SampleDeclaration {
  const notes = new DeclarationNotes(options.placeOf);
  const at = options.at ?? '';
  const fields = readFields(schema, { at, notes });
  const matching = matchingOf(schema, { at, notes });
  const names = fields.map(({ item }) => item.name);
  const { keys, references, required } = keysOf(schema, {
    at,
    notes,
    names,
    pointers: fields.map(({ item }) => item.pointer),
    unique: fields.flatMap(({ isUnique }, index) => (isUnique ? [index] : [])),
  });
  const items = fields.map(({ item }, index) => ({
    ...item,
    isMandatory: matching.isMandatory,
    isRequired: item.isRequired || required.has(index),
  }));
  return {
    ...emptyDeclaration,
    name: options.name ?? textOf(schema['name']) ?? '',
    items,
    reportsUnknown: matching.reportsUnknown,
    isOrdered: matching.isOrdered,
    emptyWords: missingValues(schema, { at, notes }) ?? [],
    keys,
    references,
    notChecked: notes.notChecked,
  };
}

/** A part of a schema that is being read. */
interface Part {
  readonly at: Pointer;
  readonly notes: DeclarationNotes;
}

interface ReadField {
  readonly item: DataItem;
  readonly isUnique: boolean;
}

function readFields(schema: Plain, { at, notes }: Part): ReadField[] {
  const pointer = child(at, 'fields');
  const listed = schema['fields'];
  if (!Array.isArray(listed) || listed.length === 0) {
    const message = 'The Table Schema has no `fields`.';
    notes.broken({
      what: ['the Table Schema', 'Table Schema'],
      pointer: at,
      message,
      hint: 'List its columns: {"fields": [{"name": "id", "type": "string"}]}.',
      zh: {
        message: 'Table Schema 没有 `fields`。',
        hint: '请列出各列：{"fields": [{"name": "id", "type": "string"}]}。',
      },
    });
    return [];
  }
  const usualType = isVersion2(schema) ? 'any' : 'string';
  const fields: ReadField[] = [];
  const seen = new Set<string>();
  for (const [index, value] of (listed as unknown[]).entries()) {
    const place = child(pointer, index);
    const name = textOf(memberOf(value, 'name'));
    if (name === undefined) refuseNameless(index, { at: place, notes });
    else if (seen.has(name)) refuseTwice(name, { at: place, notes });
    else fields.push(readField({ field: objectOf(value) ?? {}, name, pointer: place, notes }, usualType));
    if (name !== undefined) seen.add(name);
  }
  return fields;
}

function refuseNameless(index: number, { at, notes }: Part): void {
  notes.broken({
    what: [`field ${index + 1}`, `第 ${index + 1} 个字段`],
    pointer: at,
    message: `Field ${index + 1} of the Table Schema has no \`name\`.`,
    zh: { message: `Table Schema 的第 ${index + 1} 个字段没有 \`name\`。` },
  });
}

function refuseTwice(name: string, { at, notes }: Part): void {
  notes.broken({
    what: [`the second field ${name}`, `第二个字段 ${name}`],
    pointer: child(at, 'name'),
    message: `Two fields of the Table Schema are called ${name}.`,
    zh: { message: `Table Schema 有两个名为 ${name} 的字段。` },
  });
}

/** Version 2 says so in `$schema`, as version 1 does; where nothing is said it is version 1. */
function isVersion2(schema: Plain): boolean {
  return /\/2(?:\.\d+)*\//.test(textOf(schema['$schema']) ?? '');
}

function readField(site: FieldSite, usualType: string): ReadField {
  const { field, name, pointer, notes } = site;
  const written = field['type'];
  const type = written === undefined ? usualType : (textOf(written) ?? '');
  const typed = typeOfField(type, site);
  if (typed === undefined) refuseType(type, site);
  const known = typed ?? { type: 'any' as const };
  const { isUnique, ...asked } = constraintsOf(known.type, site);
  const title = textOf(field['title']);
  const emptyWords = missingValues(field, { at: pointer, notes });
  const item: DataItem = {
    name,
    aliases: title === undefined || title === name ? [] : [title],
    pointer,
    isMandatory: true,
    ...(written === undefined ? {} : { typeName: type }),
    ...known,
    ...asked,
    ...given('emptyWords', emptyWords),
    ...given('description', textOf(field['description'])),
  };
  refuseUnreadBounds(item, site);
  const claims = child(pointer, 'constraints');
  const isCategory = memberOf(field['constraints'], 'enum') === undefined;
  const bare = withoutContradictions(item, {
    owner: { en: `field ${name}`, zh: `字段 ${name}` },
    notes,
    pointerOf: (claim) =>
      claim === 'enum' && isCategory ? child(pointer, 'categories') : child(claims, claim),
  });
  return { item: bare, isUnique };
}

/** Bounds of dates and times must be written as ISO 8601 has it, or as the cells are. */
function refuseUnreadBounds(item: DataItem, site: FieldSite): void {
  for (const bound of boundNames) {
    if (item.range?.[bound] === undefined || readBound(item, bound) !== undefined) continue;
    brokenConstraint(site, child(child(item.pointer, 'constraints'), bound), [
      bound,
      `is no value of the type ${item.type}`,
      `不是类型 ${item.type} 的值`,
    ]);
  }
}

function refuseType(type: string, { name, pointer, notes }: FieldSite): void {
  const near = nearestName(type, fieldTypeNames);
  const known = fieldTypeNames.join(', ');
  notes.broken({
    what: [`type of the field ${name}`, `字段 ${name} 的类型`],
    pointer: child(pointer, 'type'),
    message: `\`${type}\`, the type of the field ${name}, is no type of Table Schema.`,
    hint: near === undefined ? `Known: ${known}.` : `Did you mean ${near}?`,
    zh: {
      message: `字段 ${name} 的类型 \`${type}\` 不是 Table Schema 的类型。`,
      hint: near === undefined ? `可用：${known}。` : `是否应为 ${near}？`,
    },
  });
}

/** Texts that stand for nothing, as plain texts or, in version 2, `{value, label}`; undefined where nothing is said. */
function missingValues(owner: Plain, { at, notes }: Part): string[] | undefined {
  const listed = owner['missingValues'];
  if (listed === undefined) return undefined;
  const pointer = child(at, 'missingValues');
  const values: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const words = values.map((one) => (typeof one === 'string' ? one : scalarText(memberOf(one, 'value'))));
  const texts = words.filter((word) => word !== undefined);
  if (!Array.isArray(listed) || texts.length < words.length) {
    notes.broken({
      what: ['`missingValues`', '`missingValues`'],
      pointer,
      message: '`missingValues` must be a list of texts.',
      zh: { message: '`missingValues` 应为文本列表。' },
    });
  }
  if (Array.isArray(listed) && !texts.includes(''))
    notes.skip(['empty cells as empty texts', '空单元格视为空文本'], pointer, [
      'a cell with nothing in it is always taken for empty',
      '没有内容的单元格一律视为空',
    ]);
  return texts.filter((word) => word !== '');
}

interface Matching {
  readonly isMandatory: boolean;
  readonly reportsUnknown: boolean;
  readonly isOrdered: boolean;
}

/** `fieldsMatch` of version 2. Without it the file has the fields of the schema, all and no others, in their order. */
const matchings: Readonly<Record<string, Matching>> = {
  exact: { isMandatory: true, reportsUnknown: true, isOrdered: true },
  equal: { isMandatory: true, reportsUnknown: true, isOrdered: false },
  subset: { isMandatory: true, reportsUnknown: false, isOrdered: false },
  superset: { isMandatory: false, reportsUnknown: true, isOrdered: false },
  partial: { isMandatory: false, reportsUnknown: false, isOrdered: false },
};
const exact: Matching = { isMandatory: true, reportsUnknown: true, isOrdered: true };

function matchingOf(schema: Plain, { at, notes }: Part): Matching {
  const written = schema['fieldsMatch'];
  if (written === undefined) return exact;
  const word = textOf(Array.isArray(written) ? (written as unknown[])[0] : written) ?? '';
  const pointer = child(at, 'fieldsMatch');
  const found = Object.hasOwn(matchings, word) ? matchings[word] : undefined;
  if (found === undefined) {
    const known = Object.keys(matchings).join(', ');
    notes.broken({
      what: ['`fieldsMatch`', '`fieldsMatch`'],
      pointer,
      message: `\`fieldsMatch\` must be one of ${known}.`,
      zh: { message: `\`fieldsMatch\` 应为 ${known} 之一。` },
    });
  }
  if (word === 'partial')
    notes.skip(['that one field at least is there', '至少有一个字段'], pointer, [
      'a file that shares no field with the schema is not told',
      '与结构定义没有共同字段的文件不予提示',
    ]);
  return found ?? exact;
}
