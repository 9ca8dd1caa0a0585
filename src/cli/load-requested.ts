import { Failure } from '../model/failure.ts';
import type { Standard } from '../model/standard.ts';
import type { CheckFlags } from './check-flags.ts';
import { loadStandard } from './engine.ts';
import type { Streams } from './streams.ts';

/**
 * The standard that the flags name, or the schema of a table in its place.
 * @throws Failure `usage` for flags that name none or exclude each other.
 */
export async function loadRequested(flags: CheckFlags, streams: Streams): Promise<Standard> {
  const { schema, standard } = flags;
  if (schema === undefined) return loadStandard(standardOf(flags), streams);
  if (schema === '') throw emptySchema();
  if (standard !== undefined) {
    throw new Failure('usage', '--schema and --standard exclude each other.', {
      hint: 'With --schema the paths are data; with --standard they are metadata and the data that it declares.',
      zh: {
        message: '--schema 与 --standard 不能同时使用。',
        hint: '--schema 用于单独检查数据；--standard 用于检查元数据及其声明的数据。',
      },
    });
  }
  const { loadTableSchema } = await import('./load-table-schema.ts');
  const loaded = await loadTableSchema(schema, streams.cwd);
  if (flags.sample.length > 0 && loaded.tableSchema?.namesFiles !== true) throw sampleWithoutRecords();
  return loaded;
}

function emptySchema(): Failure {
  return new Failure('usage', '--schema is empty.', {
    hint: 'Is a variable of your script without a value? It takes the file of a schema: --schema beds.schema.json',
    zh: {
      message: '--schema 的值为空。',
      hint: '是否脚本中的变量没有取值？其后应写结构定义文件，如 --schema 床位.schema.json',
    },
  });
}

function sampleWithoutRecords(): Failure {
  return new Failure('usage', '--sample goes with --standard or a data package.', {
    hint: 'One schema stands for every file that is named; leave --sample out.',
    zh: {
      message: '--sample 须与 --standard 或数据包同时使用。',
      hint: '单个结构定义适用于所给的全部文件，请去掉 --sample。',
    },
  });
}

/** The value of `--standard`. */
export function standardOf({ standard }: CheckFlags): string {
  if (standard !== undefined && standard !== '') return standard;
  throw new Failure('usage', 'No standard is named.', {
    hint: '--standard takes a built-in id (concordat standard list), a package folder, or a JSON Schema file.',
    zh: {
      message: '没有指定标准。',
      hint: '--standard 后写内置标准（见 concordat standard list）、标准目录或 JSON Schema 文件。',
    },
  });
}
