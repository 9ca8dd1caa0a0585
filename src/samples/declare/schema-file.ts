import type { CodeList } from '../../model/code-list.ts';
import type { SampleDeclaration } from '../../model/data-item.ts';
import type { DeclaredSample, ReadBeside } from '../../model/declared-sample.ts';
import { Failure } from '../../model/failure.ts';
import { readDataPackage } from './data-package.ts';
import type { PlaceOf } from './declaration-notes.ts';
import { schemaKind } from './embedded-schema.ts';
import { given, objectOf } from './plain-values.ts';
import { readRowSchema } from './row-schema.ts';
import { readTableSchema } from './table-schema.ts';

/** What the user named as schema of a table. */
export type SchemaFile =
  | { readonly kind: 'table-schema' | 'row-schema'; readonly declaration: SampleDeclaration }
  | { readonly kind: 'data-package'; readonly samples: readonly DeclaredSample[] };

/**
 * Reads the user's own schema of a table by looking at it: a Table Schema, a JSON Schema of a row, or a data package.
 * @throws Failure `standard` where it is none of them, or broken.
 */
export function readSchemaFile(
  value: unknown,
  options: {
    readonly placeOf: PlaceOf;
    readonly readBeside?: ReadBeside;
    readonly codelists?: ReadonlyMap<string, CodeList>;
  },
): SchemaFile {
  const { placeOf, readBeside, codelists } = options;
  const schema = objectOf(value);
  const kind = schema === undefined ? undefined : schemaKind(schema);
  if (schema === undefined || kind === undefined) return refuse(placeOf);
  if (kind === 'data-package')
    return { kind, samples: readDataPackage(schema, { placeOf, ...given('readBeside', readBeside) }) };
  if (kind === 'table-schema') return { kind, declaration: readTableSchema(schema, { placeOf }) };
  return { kind, declaration: readRowSchema(schema, { placeOf, ...given('codelists', codelists) }) };
}

function refuse(placeOf: PlaceOf): never {
  throw new Failure('standard', 'The file is no schema of a table.', {
    place: placeOf(''),
    hint: 'Give a Table Schema (`fields`), a JSON Schema of a row (`properties`) or a data package (`resources`).',
    zh: {
      message: '该文件不是数据表的结构定义。',
      hint: '请提供 Table Schema（`fields`）、描述一行的 JSON Schema（`properties`）或数据包（`resources`）。',
    },
  });
}
