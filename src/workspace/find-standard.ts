import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../model/failure.ts';
import type { Localized } from '../model/locale.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { PackageAccess } from '../model/standard.ts';
import type { BuiltInStandard } from './builtin-standards.ts';
import { builtInStandards, compiledBuiltIn, readCompiled } from './builtin-standards.ts';
import { folderPackage } from './package-access.ts';
import { schemasIn } from './schemas-in-folder.ts';

/** Where a standard was found, and how it is to be loaded. */
export type StandardLocation =
  | { readonly kind: 'compiled'; readonly name: string; readonly json: string }
  | {
      readonly kind: 'package';
      readonly name: string;
      readonly access: PackageAccess;
      readonly folder: string;
      readonly builtIn: boolean;
    }
  | {
      readonly kind: 'schema';
      readonly name: string;
      readonly access: PackageAccess;
      readonly entry: string;
    };

export interface FindStandardOptions {
  readonly cwd: string;
  /** The folder this tool is installed in. */
  readonly root: string;
}

/**
 * What the value of `--standard` stands for: a built-in id with or without version (the newest one then), a package
 * folder, or a JSON Schema file. A plain word is a built-in id first; `./word` is always a path.
 * @throws Failure `standard` when it is none of them, with the name that was probably meant.
 */
export function findStandard(value: string, options: FindStandardOptions): StandardLocation {
  const exact = compiledBuiltIn(options.root, value);
  if (exact !== undefined) return { kind: 'compiled', name: value, json: exact };
  const builtIns = builtInStandards(options.root);
  if (!/[/\\]|^\./.test(value)) {
    const builtIn = pickBuiltIn(value, builtIns);
    if (builtIn !== undefined) return builtInLocation(builtIn);
  }
  return findOnDisk(value, options) ?? fail(value, builtIns);
}

function pickBuiltIn(value: string, builtIns: readonly BuiltInStandard[]): BuiltInStandard | undefined {
  const [id, version] = value.split('@', 2);
  return builtIns.filter((one) => one.id === id && (version === undefined || one.version === version)).at(-1);
}

function builtInLocation({ id, version, compiled, folder }: BuiltInStandard): StandardLocation {
  const name = `${id}@${version}`;
  if (compiled !== undefined) return { kind: 'compiled', name, json: readCompiled(compiled) };
  return packageLocation(folder ?? '', name, true);
}

function findOnDisk(value: string, { cwd }: FindStandardOptions): StandardLocation | undefined {
  const absolute = resolve(cwd, value);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return folderLocation(absolute, value);
  if (!stats?.isFile()) return undefined;
  if (basename(absolute) === 'standard.yaml') return folderLocation(dirname(absolute), value);
  const access = folderPackage(dirname(absolute), value);
  return { kind: 'schema', name: value, access, entry: basename(absolute) };
}

function folderLocation(folder: string, name: string): StandardLocation {
  if (!existsSync(join(folder, 'standard.yaml'))) {
    const hint = schemaHint(folder) ?? otherHint;
    throw new Failure('standard', `The folder ${name} is not a standard: it has no standard.yaml.`, {
      hint: hint.en,
      zh: { message: `目录 ${name} 不是标准：其中没有 standard.yaml。`, hint: hint['zh-CN'] },
    });
  }
  return packageLocation(folder, name, false);
}

/** A folder of schemas is no standard: which of them records obey is for the user to say. */
function schemaHint(folder: string): Localized | undefined {
  const { names, roots } = schemasIn(folder);
  if (names.length === 0) return undefined;
  const [root, ...others] = roots;
  if (root !== undefined && others.length === 0) {
    return {
      en: `It holds JSON Schemas. Name the one that records obey, probably ${root}: no other one refers to it.`,
      'zh-CN': `其中有 JSON Schema 文件，请指定记录所遵循的一个，可能是 ${root}：没有其他文件引用它。`,
    };
  }
  const all = roots.length > 0 ? roots : names;
  const shown = all.slice(0, 10);
  const more = all.length > shown.length;
  return {
    en: `It holds JSON Schemas. Name the one that records obey: ${shown.join(', ')}${more ? ', …' : ''}.`,
    'zh-CN': `其中有 JSON Schema 文件，请指定记录所遵循的一个：${shown.join('、')}${more ? '等' : ''}。`,
  };
}

const otherHint: Localized = {
  en: 'Name the folder that holds standard.yaml, a JSON Schema file, or a built-in standard (concordat standard list).',
  'zh-CN': '请指定含 standard.yaml 的目录、JSON Schema 文件或内置标准（见 concordat standard list）。',
};

function packageLocation(folder: string, name: string, builtIn: boolean): StandardLocation {
  return { kind: 'package', name, access: folderPackage(folder, name), folder, builtIn };
}

function fail(value: string, builtIns: readonly BuiltInStandard[]): never {
  const [id = value, version] = value.split('@', 2);
  const versions = builtIns.filter((one) => one.id === id).map((one) => one.version);
  if (version !== undefined && versions.length > 0) {
    throw new Failure('standard', `The built-in standard ${id} has no version ${version}.`, {
      hint: `Its versions: ${versions.join(', ')}.`,
      zh: { message: `内置标准 ${id} 没有 ${version} 版本。`, hint: `现有版本：${versions.join('、')}。` },
    });
  }
  const near = nearestName(id, new Set(builtIns.map((one) => one.id)));
  const list = builtIns.map((one) => `${one.id}@${one.version}`).join(', ');
  throw new Failure('standard', `There is no standard ${JSON.stringify(value)}.`, {
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}Built in: ${list === '' ? 'none' : list}. A package folder or a JSON Schema file will do as well.`,
    zh: {
      message: `没有 ${JSON.stringify(value)} 这个标准。`,
      hint: `${near === undefined ? '' : `是否想用 ${near}？`}内置标准：${list === '' ? '无' : list}。也可以是标准目录或 JSON Schema 文件。`,
    },
  });
}
