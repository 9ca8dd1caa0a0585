import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { Failure } from '../model/failure.ts';
import type { Standard } from '../model/standard.ts';
import { readSchemaFile } from '../samples/declare/schema-file.ts';
import { usualNullWords } from '../samples/declare/usual-null-words.ts';
import { PackageFiles } from '../standards/package-files.ts';
import { nearestPath } from '../workspace/nearest-path.ts';
import { folderPackage } from '../workspace/package-access.ts';

/**
 * The schema of a table, named with `--schema`, in the place of a standard: a Table Schema, a JSON Schema of a row or a data package.
 * @throws Failure `path` where there is no such file, `standard` where it is none of these or broken.
 */
export async function loadTableSchema(path: string, cwd: string): Promise<Standard> {
  const named = resolve(cwd, path);
  if (statSync(named, { throwIfNoEntry: false })?.isFile() !== true) throw noSuchFile(path, cwd);
  // A link that the user names is followed; from then on only its folder is read.
  const absolute = realpathSync(named);
  const entry = basename(absolute);
  const access = folderPackage(dirname(absolute), path);
  const files = new PackageFiles({ ...access, list: () => [entry] });
  const text = await files.schema(entry);
  const shown = path.replaceAll('\\', '/').replace(/^\.\//, '');
  const schema = readSchemaFile(text.value, {
    placeOf: (pointer) => ({ ...text.at(pointer), path: shown }),
    readBeside: (beside) => files.parsedJson(beside),
  });
  const tables =
    schema.kind === 'data-package'
      ? schema.samples
      : [{ pointer: '', declaration: schema.declaration, paths: [] }];
  const id = entry.replace(/\.(?:json|ya?ml)$/i, '');
  return {
    id,
    version: '',
    title: { en: id, 'zh-CN': id },
    digest: files.digest(),
    draft: '',
    bare: true,
    kinds: [],
    codelists: new Map(),
    severity: new Map(),
    messages: {},
    notChecked: [],
    tableSchema: {
      namesFiles: schema.kind === 'data-package',
      path: shown,
      folder: shown.slice(0, Math.max(0, shown.lastIndexOf('/'))),
      tables: tables.map((table) => ({
        ...table,
        declaration: { ...table.declaration, nullWords: usualNullWords },
      })),
    },
  };
}

function noSuchFile(path: string, cwd: string): Failure {
  const shown = JSON.stringify(path);
  const near = nearestPath(path, cwd);
  const hint = near === undefined ? undefined : JSON.stringify(near);
  return new Failure('path', `There is no schema file ${shown}.`, {
    ...(hint === undefined ? {} : { hint: `Did you mean ${hint}?` }),
    zh: {
      message: `没有 ${shown} 这个结构定义文件。`,
      ...(hint === undefined ? {} : { hint: `是否想用 ${hint}？` }),
    },
  });
}
