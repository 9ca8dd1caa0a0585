import type { CodeList } from '../../model/code-list.ts';
import type { SampleDeclaration } from '../../model/data-item.ts';
import type { ReadBeside } from '../../model/declared-sample.ts';
import type { Pointer } from '../../model/pointer.ts';
import { isAddress, pathFault } from '../match/sample-path.ts';
import type { DeclarationNotes, PlaceOf } from './declaration-notes.ts';
import { given, objectOf, textOf } from './plain-values.ts';
import { readRowSchema } from './row-schema.ts';
import { readTableSchema } from './table-schema.ts';

interface EmbeddedOptions {
  readonly name: string;
  /** Where the schema, or the path of it, stands in the record. */
  readonly at: Pointer;
  readonly notes: DeclarationNotes;
  readonly placeOf?: PlaceOf;
  readonly readBeside?: ReadBeside;
  readonly codelists?: ReadonlyMap<string, CodeList>;
}

/**
 * The declaration of a schema that stands in a record, or whose path does; undefined where there is none, or none that can be read (said in
 * `notes`). Addresses are never fetched. Pointers into a schema in a file of its own are those of that file, behind `at`.
 */
export function embeddedSchema(written: unknown, options: EmbeddedOptions): SampleDeclaration | undefined {
  const { at, notes, readBeside } = options;
  if (written === undefined || written === null || written === '') return undefined;
  if (typeof written === 'string') {
    const trouble = pathTrouble(written);
    const value = trouble === undefined ? readBeside?.(written) : undefined;
    if (value !== undefined) return schemaOf(value, options);
    const { en, zh } = trouble ?? troubles.missing;
    notes.broken({
      what: [`the schema ${written}`, `结构定义 ${written}`],
      pointer: at,
      message: `The schema ${written} is not read: ${en}.`,
      hint: 'Keep the schema as a file in the folder of the package.',
      zh: { message: `未读取结构定义 ${written}：${zh}。`, hint: '请将结构定义文件放在数据包文件夹内。' },
    });
    return undefined;
  }
  return schemaOf(written, options);
}

const troubles = {
  address: { en: 'addresses are not fetched', zh: '不读取网址' },
  outside: { en: 'the path leads out of its folder', zh: '路径指向所在文件夹之外' },
  missing: { en: 'there is no such file that can be read', zh: '没有可读取的该文件' },
} as const;

function pathTrouble(path: string): { readonly en: string; readonly zh: string } | undefined {
  if (isAddress(path)) return troubles.address;
  return pathFault(path) === undefined ? undefined : troubles.outside;
}

function schemaOf(value: unknown, options: EmbeddedOptions): SampleDeclaration | undefined {
  const { name, at, notes, placeOf, codelists } = options;
  const schema = objectOf(value);
  const read = { name, at, ...given('placeOf', placeOf) };
  const kind = schema === undefined ? undefined : schemaKind(schema);
  if (schema !== undefined && kind === 'table-schema') return readTableSchema(schema, read);
  if (schema !== undefined && kind === 'row-schema')
    return readRowSchema(schema, { ...read, ...given('codelists', codelists) });
  notes.broken({
    what: ['the schema of the table', '该表的结构定义'],
    pointer: at,
    message: 'The schema of the table is neither a Table Schema nor a JSON Schema of a row.',
    zh: { message: '该表的结构定义既不是 Table Schema，也不是描述一行的 JSON Schema。' },
  });
  return undefined;
}

/** What a file of a schema is, by its looks: `fields` is a list in a Table Schema, `resources` in a data package. */
export function schemaKind(
  value: Readonly<Record<string, unknown>>,
): 'table-schema' | 'row-schema' | 'data-package' | undefined {
  if (Array.isArray(value['resources'])) return 'data-package';
  if (Array.isArray(value['fields'])) return 'table-schema';
  const isRow =
    objectOf(value['properties']) !== undefined ||
    objectOf(value['items']) !== undefined ||
    textOf(value['$ref']) !== undefined;
  return isRow ? 'row-schema' : undefined;
}
