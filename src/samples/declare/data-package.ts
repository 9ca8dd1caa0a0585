import type { SampleClaims, SampleDeclaration, SampleDialect } from '../../model/data-item.ts';
import type { DeclaredSample, ReadBeside } from '../../model/declared-sample.ts';
import type { Pointer } from '../../model/pointer.ts';
import { child } from '../../model/pointer.ts';
import { isAddress, pathFault } from '../match/sample-path.ts';
import { DeclarationNotes, noWholeNumber } from './declaration-notes.ts';
import { embeddedSchema } from './embedded-schema.ts';
import { emptyDeclaration } from './empty-declaration.ts';
import type { Plain } from './plain-values.ts';
import { countOf, given, memberOf, objectOf, textOf, textsOf } from './plain-values.ts';
import type { SchemaOptions } from './table-schema.ts';

/**
 * The tables that a data package of Frictionless (`datapackage.json`, version 1 and 2) declares, one for each resource. A resource without
 * schema declares no columns, but claims what it says of its file.
 * @throws Failure `standard` for what is broken of the user's own package.
 */
export function readDataPackage(
  value: Plain,
  options: SchemaOptions & { readonly readBeside?: ReadBeside } = {},
): DeclaredSample[] {
  const at = child(options.at ?? '', 'resources');
  const resources = Array.isArray(value['resources']) ? (value['resources'] as unknown[]) : [];
  if (resources.length === 0) {
    new DeclarationNotes(options.placeOf).broken({
      what: ['the data package', '数据包'],
      pointer: at,
      message: 'The data package has no `resources`.',
      zh: { message: '数据包没有 `resources`。' },
    });
  }
  return resources.map((resource, index) =>
    readResource(objectOf(resource) ?? {}, child(at, index), options),
  );
}

function readResource(
  resource: Plain,
  pointer: Pointer,
  { placeOf, readBeside }: SchemaOptions & { readonly readBeside?: ReadBeside },
): DeclaredSample {
  const notes = new DeclarationNotes(placeOf);
  const name = textOf(resource['name']) ?? '';
  if (name === '') {
    notes.broken({
      what: ['the name of the resource', '资源的名称'],
      pointer,
      message: 'A resource of the data package has no `name`.',
      zh: { message: '数据包中有资源没有 `name`。' },
    });
  }
  const at = child(pointer, 'schema');
  const schema = embeddedSchema(resource['schema'], {
    name,
    at,
    notes,
    ...given('readBeside', readBeside),
    ...given('placeOf', placeOf),
  });
  const { dialect, emptyWords } = readDialect(resource['dialect'], {
    at: child(pointer, 'dialect'),
    notes,
    readBeside,
  });
  const declared = schema ?? emptyDeclaration;
  const paths = pathsOf(resource, { at: pointer, notes });
  const claims = claimsOf(resource, { at: pointer, notes });
  const declaration: SampleDeclaration = {
    ...declared,
    name,
    reportsUnknown: schema !== undefined && declared.reportsUnknown,
    emptyWords: [...declared.emptyWords, ...emptyWords],
    claims,
    dialect,
    notChecked: [...declared.notChecked, ...notes.notChecked],
  };
  return { pointer, declaration, paths, ...given('title', textOf(resource['title'])) };
}

interface Site {
  readonly at: Pointer;
  readonly notes: DeclarationNotes;
}

/** The files of a resource; several are one table in parts. */
function pathsOf(resource: Plain, { at, notes }: Site): string[] {
  const written = resource['path'];
  if (written === undefined) {
    notes.skip(['the data of the resource', '资源的数据'], at, [
      'it names no `path`; data inside the package are not read',
      '没有 `path`；不读取数据包内嵌的数据',
    ]);
    return [];
  }
  const paths = textsOf(written) ?? [];
  if (paths.length > 1)
    notes.skip(['the files of the resource as one table', '资源的多个文件作为一张表'], child(at, 'path'), [
      'each file is judged by itself',
      '各文件分别检查',
    ]);
  for (const path of paths) {
    const fault = isAddress(path) ? undefined : pathFault(path);
    if (fault === undefined) continue;
    notes.broken({
      what: [`the file ${path}`, `文件 ${path}`],
      pointer: child(at, 'path'),
      message: `The path ${path} leads out of the folder of the data package.`,
      zh: { message: `路径 ${path} 指向数据包文件夹之外。` },
    });
  }
  return paths;
}

function claimsOf(resource: Plain, { at, notes }: Site): SampleClaims {
  const bytes = countOf(resource['bytes']);
  if (resource['bytes'] !== undefined && bytes === undefined)
    notes.skip(['`bytes` of the resource', '资源的 `bytes`'], child(at, 'bytes'), noWholeNumber);
  return {
    ...given('format', textOf(resource['format'])),
    ...given('mediaType', textOf(resource['mediatype'])),
    ...given('encoding', textOf(resource['encoding'])),
    ...given('bytes', bytes),
    ...given('hash', hashOf(resource, { at, notes })),
  };
}

/** `md5` where no algorithm is named: 32 digits, or `sha256:` and 64. */
function hashOf(resource: Plain, { at, notes }: Site): SampleClaims['hash'] {
  const written = resource['hash'];
  if (written === undefined) return undefined;
  const text = typeof written === 'string' ? written.toLowerCase() : '';
  const [, named = 'md5', digest = ''] = /^(?:([a-z0-9-]{1,16}):)?([0-9a-f]{1,200})$/.exec(text) ?? [];
  const algorithm = named.replace('-', '');
  if (algorithm === 'md5' && digest.length === 32) return { algorithm, digest };
  if (algorithm === 'sha256' && digest.length === 64) return { algorithm, digest };
  notes.skip(['`hash` of the resource', '资源的 `hash`'], child(at, 'hash'), [
    'only digests of md5 and sha256 are compared',
    '只核对 md5 和 sha256 摘要',
  ]);
  return undefined;
}

/** Properties of a dialect that are read, or that say nothing a reader needs. */
const readHere = new Set(
  '$schema name title description type csvddfVersion lineTerminator delimiter quoteChar doubleQuote header headerRows nullSequence caseSensitiveHeader skipInitialSpace'.split(
    ' ',
  ),
);
/** Properties that change nothing with these values. */
const harmless: Readonly<Record<string, unknown>> = {
  doubleQuote: true,
  skipInitialSpace: false,
  caseSensitiveHeader: false,
};

function readDialect(
  written: unknown,
  { at, notes, readBeside }: Site & { readonly readBeside: ReadBeside | undefined },
): { dialect: SampleDialect; emptyWords: string[] } {
  const nothing = { dialect: {}, emptyWords: [] };
  if (written === undefined) return nothing;
  const value = objectOf(typeof written === 'string' ? readBeside?.(written) : written);
  if (value === undefined) {
    notes.skip(['the dialect of the resource', '资源的 dialect'], at, ['it cannot be read', '无法读取']);
    return nothing;
  }
  for (const name of Object.keys(value)) skipDialect(name, value[name], { at, notes });
  for (const name of ['delimiter', 'quoteChar'])
    if (!isSign(value[name] ?? ','))
      notes.skip([`\`${name}\` of the dialect`, `dialect 的 \`${name}\``], child(at, name), [
        'it is no single character of ASCII; it is found out',
        '不是单个 ASCII 字符，已自动识别',
      ]);
  const quote = value['quoteChar'];
  const nothingWord = textOf(value['nullSequence']);
  return {
    dialect: {
      ...given('delimiter', textOfLength(value['delimiter'])),
      ...given('quote', quote === null || quote === '' ? '' : textOfLength(quote)),
      ...headingsOf(value, { at, notes }),
    },
    emptyWords: nothingWord === undefined ? [] : [nothingWord],
  };
}

function skipDialect(name: string, value: unknown, { at, notes }: Site): void {
  if (readHere.has(name) && (!Object.hasOwn(harmless, name) || harmless[name] === value)) return;
  notes.skip([`\`${name}\` of the dialect`, `dialect 的 \`${name}\``], child(at, name), [
    'the file is read without it',
    '读取文件时不使用该项',
  ]);
}

/** A sign that may stand between cells or around them; none around them is a choice too. */
function isSign(value: unknown): boolean {
  return typeof value === 'string' && /^[\t -~]?$/.test(value);
}

function textOfLength(value: unknown): string | undefined {
  return typeof value === 'string' && value.length === 1 ? value : undefined;
}

/** `header: false`, or `headerRows: [3]` (version 2): the heading stands in row 3. */
function headingsOf(value: Plain, { at, notes }: Site): SampleDialect {
  const hasHeader = value['header'];
  const rows = memberOf(value, 'headerRows');
  const [row] = Array.isArray(rows) ? (rows as unknown[]) : [];
  const known =
    rows === undefined || (Array.isArray(rows) && rows.length === 1 && countOf(row) !== undefined);
  if (!known)
    notes.skip(['`headerRows` of the dialect', 'dialect 的 `headerRows`'], child(at, 'headerRows'), [
      'one row of headings is read',
      '只读取一行列名',
    ]);
  const above = known ? countOf(row) : undefined;
  return {
    ...given('hasHeader', typeof hasHeader === 'boolean' ? hasHeader : undefined),
    ...given('skipRows', above === undefined || above < 2 || hasHeader === false ? undefined : above - 1),
  };
}
