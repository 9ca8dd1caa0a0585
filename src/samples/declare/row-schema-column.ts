import { findFormat } from '../../formats/index.ts';
import type { CodeList } from '../../model/code-list.ts';
import type { DataItem, DataType } from '../../model/data-item.ts';
import { child } from '../../model/pointer.ts';
import type { ClaimSite } from './contradictions.ts';
import { refuseValue, withoutContradictions } from './contradictions.ts';
import { listedCodes } from './listed-codes.ts';
import type { Plain } from './plain-values.ts';
import { countOf, given, objectOf, scalarText, textOf } from './plain-values.ts';
import type { ColumnSite } from './row-schema-type.ts';
import { refuseKeyword, refuseProperty, skipKeyword as skip, typeOfProperty } from './row-schema-type.ts';
import { patternKind, slowPattern } from './table-schema-constraints.ts';

interface Column extends ColumnSite {
  readonly name: string;
  readonly keywords: Plain;
  readonly type: DataType;
}

/** Keywords that say something to people only. */
const remarks = new Set(
  '$comment title description examples example default deprecated readOnly writeOnly $id $anchor unevaluatedProperties'.split(
    ' ',
  ),
);
/** Keywords that one of the readers below takes up. */
const readHere = new Set(
  'type nullable format enum const codelist openCodelist pattern minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf'.split(
    ' ',
  ),
);

/** The data item that a property declares. */
export function columnOf(
  { name, isMandatory }: { readonly name: string; readonly isMandatory: boolean },
  site: ColumnSite,
): DataItem {
  const keywords = objectOf(site.schema) ?? {};
  if (typeof site.schema !== 'boolean' && objectOf(site.schema) === undefined) refuseProperty(name, site);
  if (site.schema === false)
    site.notes.skip([`the property ${name}`, `属性 ${name}`], site.at, [
      'it may not be there at all',
      '该属性不允许出现',
    ]);
  const typed = typeOfProperty(name, keywords, site);
  const column: Column = { ...site, name, keywords, type: typed.type };
  for (const keyword of Object.keys(keywords))
    if (!readHere.has(keyword) && !remarks.has(keyword))
      skip(column, keyword, ['it says more than can be asked of a cell', '其内容超出对单元格的要求']);
  const title = textOf(keywords['title']);
  const { type, ...format } = formatOf(column);
  const item: DataItem = {
    name,
    aliases: title === undefined || title === name ? [] : [title],
    pointer: site.at,
    isMandatory,
    isRequired: isMandatory && !typed.mayBeNull,
    ...given('typeName', typed.typeName),
    type,
    ...format,
    ...lengthOf(column),
    ...rangeOf(column),
    ...patternOf(column),
    ...stepOf(column),
    ...given('codes', codesOf(column)),
    ...given('description', textOf(keywords['description'])),
  };
  return withoutContradictions(item, claimSite(column));
}

function claimSite({ name, notes, at, keywords }: Column): ClaimSite {
  return {
    owner: { en: `property ${name}`, zh: `属性 ${name}` },
    notes,
    pointerOf: (claim) => child(at, claim === 'enum' ? (listKeyword(keywords) ?? 'codelist') : claim),
  };
}

/** Where the values stand that are allowed. */
function listKeyword(keywords: Plain): 'enum' | 'const' | undefined {
  if (keywords['enum'] !== undefined) return 'enum';
  return keywords['const'] === undefined ? undefined : 'const';
}

/** Formats that are types of cells here. */
const typedFormats = new Map<string, DataType>([
  ['date', 'date'],
  ['time', 'time'],
  ['date-time', 'date-time'],
]);

function formatOf(column: Column): Pick<DataItem, 'type' | 'format' | 'wantsOffset'> {
  const format = column.keywords['format'];
  const isText = column.type === 'string' || column.type === 'any';
  if (typeof format !== 'string' || !isText) {
    if (format !== undefined)
      skip(column, 'format', ['only formats of texts are checked', '只检查文本的格式']);
    return { type: column.type };
  }
  const type = typedFormats.get(format);
  if (type === 'date') return { type };
  // JSON Schema takes both from RFC 3339.
  if (type !== undefined) return { type, wantsOffset: true };
  if (findFormat(format) !== undefined) return { type: column.type, format };
  skip(column, 'format', [`the format ${format} is not known`, `未知格式 ${format}`]);
  return { type: column.type };
}

function lengthOf(column: Column): Pick<DataItem, 'length'> {
  const { keywords, type } = column;
  const bound = (keyword: 'minLength' | 'maxLength'): number | undefined => {
    if (keywords[keyword] === undefined) return undefined;
    const count = countOf(keywords[keyword]);
    if (count === undefined)
      refuseKeyword(column, keyword, ['must be a whole number from 0 on', '应为非负整数']);
    else if (type !== 'string')
      skip(column, keyword, ['only lengths of texts are checked', '只检查文本的长度']);
    return type === 'string' ? count : undefined;
  };
  const [min, max] = [bound('minLength'), bound('maxLength')];
  if (min === undefined && max === undefined) return {};
  return { length: { ...given('min', min), ...given('max', max), unit: 'characters' } };
}

const bounds = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const;

function rangeOf(column: Column): Pick<DataItem, 'range'> {
  const { keywords } = column;
  const range: Record<string, number> = {};
  for (const bound of bounds) {
    const value = boundOf(column, bound);
    if (value === undefined) continue;
    // Draft 04: `exclusiveMinimum: true` says how `minimum` is meant.
    const exclusive = bound === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum';
    range[keywords[exclusive] === true ? exclusive : bound] = value;
  }
  return Object.keys(range).length === 0 ? {} : { range };
}

function boundOf(column: Column, bound: (typeof bounds)[number]): number | undefined {
  const value = column.keywords[bound];
  if (value === undefined || typeof value === 'boolean') return undefined;
  const isNumber = column.type === 'number' || column.type === 'integer';
  if (typeof value !== 'number' || !Number.isFinite(value))
    return refuseKeyword(column, bound, ['must be a number', '应为数值']);
  if (isNumber) return value;
  skip(column, bound, ['only numbers of a column of numbers are compared', '只比较数值列的数值']);
  return undefined;
}

const patternTroubles = {
  slow: slowPattern,
  large: ['it is too large to be run', '过大，无法执行'],
} as const;

function patternOf(column: Column): Pick<DataItem, 'pattern'> {
  const source = column.keywords['pattern'];
  if (source === undefined) return {};
  const isText = column.type === 'string' || column.type === 'any';
  const kind = typeof source === 'string' ? patternKind(source) : 'none';
  if (kind === 'none') refuseKeyword(column, 'pattern', ['is no regular expression', '不是有效的正则表达式']);
  else if (!isText) skip(column, 'pattern', ['only texts are matched', '只匹配文本']);
  else if (kind !== 'usable') skip(column, 'pattern', patternTroubles[kind]);
  return typeof source === 'string' && isText && (kind === 'usable' || kind === 'slow')
    ? { pattern: { source, whole: false } }
    : {};
}

/** `multipleOf` 0.01 is two decimals at most. Other steps are not checked. */
function stepOf(column: Column): Pick<DataItem, 'precision'> {
  const step = column.keywords['multipleOf'];
  if (step === undefined) return {};
  for (let decimals = 0; decimals <= 15; decimals += 1)
    if (step === Number(`1e-${decimals}`) && column.type === 'number') return { precision: { decimals } };
  if (step !== 1 || column.type !== 'integer')
    skip(column, 'multipleOf', [
      'only steps of one decimal place, such as 0.01, are checked',
      '只检查 0.01 这样的小数位步长',
    ]);
  return {};
}

function codesOf(column: Column): CodeList | undefined {
  const { keywords, type, codelists, at } = column;
  const keyword = listKeyword(keywords);
  if (keyword !== undefined) {
    const listed: unknown = keyword === 'enum' ? keywords['enum'] : [keywords['const']];
    if (refusesValues(column, keyword, listed)) return undefined;
    const codes = type === 'boolean' ? undefined : listedCodes(listed, at);
    if (codes === undefined)
      skip(column, keyword, ['it is no list of texts or numbers', '不是文本或数字的列表']);
    return codes;
  }
  const name = keywords['codelist'];
  if (name === undefined) return undefined;
  const list =
    typeof name === 'string' ? codelists.get(name.replace(/^.*\//, '').replace(/\.csv$/, '')) : undefined;
  if (list === undefined) skip(column, 'codelist', ['the standard has no such list', '标准中没有该代码表']);
  return list;
}

/** Whether a value that is allowed is of another type: no value of JSON is both. */
function refusesValues(column: Column, keyword: 'enum' | 'const', listed: unknown): boolean {
  const { type } = column;
  if (!Array.isArray(listed)) {
    refuseKeyword(column, keyword, ['must be a list', '应为列表']);
    return true;
  }
  const scalars = (listed as unknown[]).filter((one) => scalarText(one) !== undefined);
  const wrong = type === 'any' ? undefined : scalars.find((one) => !isOfType(one, type));
  if (wrong !== undefined)
    refuseValue(claimSite(column), { claim: 'enum', value: JSON.stringify(wrong), type });
  return wrong !== undefined;
}

function isOfType(value: unknown, type: DataType): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}
