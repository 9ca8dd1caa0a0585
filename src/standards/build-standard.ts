import type { Code, CodeList } from '../model/code-list.ts';
import { Failure } from '../model/failure.ts';
import type { NotChecked, TextPair } from '../model/fault.ts';
import { unchecked } from '../model/fault.ts';
import type { Standard } from '../model/standard.ts';
import { rememberCosts } from '../schema/pattern/pattern.ts';
import { buildKind } from './build-kind.ts';
import { typeFields } from './check-sample-words.ts';
import type { CodeData, CodeListData, KindData, Manifest, PackageData } from './package-data.ts';
import { packageFormat } from './package-data.ts';
import { packageUri } from './package-schemas.ts';

/**
 * A standard from the data of its package. Cheap: nothing is read or parsed, schemas and rules are compiled when the first
 * record needs them.
 * @throws Failure `standard` for data of another version of this tool.
 */
export async function buildStandard(data: PackageData): Promise<Standard> {
  if (data.format !== packageFormat) {
    throw new Failure('standard', `The standard ${data.name} was prepared by another version of this tool.`, {
      hint: 'Prepare it anew from its package folder.',
    });
  }
  const { manifest, schemas, rules } = data;
  rememberCosts(data.patterns);
  const codelists = buildCodeLists(data.codelists, data.openness);
  const parts = { manifest, sources: schemas, rules, codelists };
  const { id, version, title, draft, departments, sheets, samples, source, licence } = manifest;
  return {
    id,
    version,
    title,
    digest: data.digest,
    draft,
    bare: false,
    kinds: manifest.records.map((record) =>
      buildKind(record, { entry: packageUri(record.schema), data: kindData(data, record.kind) }, parts),
    ),
    codelists,
    severity: new Map(Object.entries(manifest.severity)),
    messages: data.messages,
    notChecked: [...uncheckedValidity(data), ...untypedItems(data)],
    nullWords: manifest.nullWords,
    ...(departments === undefined ? {} : { departments }),
    ...(sheets === undefined ? {} : { sheets }),
    ...(samples === undefined ? {} : { samples }),
    ...(source === undefined ? {} : { source }),
    ...(licence === undefined ? {} : { licence }),
  };
}

/** Codes that are valid for some time only, where no record says which day it speaks of. */
function uncheckedValidity({ manifest, codelists, kinds }: PackageData): NotChecked[] {
  const used = new Set(
    manifest.records
      .filter(({ date }) => date === undefined)
      .flatMap(({ kind }) => (Object.hasOwn(kinds, kind) ? (kinds[kind]?.fields ?? []) : []))
      .map(({ codelist }) => codelist),
  );
  return codelists
    .filter(({ id, codes }) => used.has(id) && codes.some(isTimed))
    .map(({ id, path }) =>
      unchecked([`validity of the codes of ${id}`, `代码表 ${id} 中代码的有效期`], path, [
        '`records` of the manifest name no `date` to hold it against',
        '标准清单的 `records` 没有指定用于比较的 `date`',
      ]),
    );
}

/** A list of types for data items that says of none of them what it holds. */
function untypedItems({ manifest, codelists, kinds }: PackageData): NotChecked[] {
  const { samples } = manifest;
  if (samples === undefined) return [];
  const [pointer] = typeFields(samples);
  const field = kinds[samples.kind]?.fields.find((one) => one.pointer === pointer);
  const list = codelists.find(({ id }) => id === field?.codelist);
  if (list === undefined || list.codes.some(({ type }) => type !== undefined)) return [];
  const reason: TextPair = [
    'the list of types has no column `type` that says what each of them holds',
    '类型代码表没有说明各类型内容的 `type` 列',
  ];
  return [unchecked(['types of data items', '数据项的类型'], list.path, reason)];
}

function isTimed({ validFrom, validTo }: CodeData): boolean {
  return validFrom !== undefined || validTo !== undefined;
}

function kindData({ kinds, name }: PackageData, kind: string): KindData {
  const found = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (found === undefined) throw new TypeError(`the data of ${name} say nothing of the kind ${kind}`);
  return found;
}

/** Code lists by id. A list that the manifest does not call open is closed. */
export function buildCodeLists(
  lists: readonly CodeListData[],
  openness: Manifest['codelists'],
): Map<string, CodeList> {
  return new Map(
    lists.map(({ id, path, codes: rows }) => {
      const codes = rows.map((row): Code => ({ aliases: [], status: 'active', ...row }));
      const byCode = new Map(codes.map((code) => [code.code, code]));
      const open = Object.hasOwn(openness, id) && openness[id] === 'open';
      return [id, { id, path, open, codes, byCode }];
    }),
  );
}
