import type { DataItem, DataType } from '../../model/data-item.ts';
import type { TextPair } from '../../model/fault.ts';
import type { Pointer } from '../../model/pointer.ts';
import { child } from '../../model/pointer.ts';
import { usualWords } from '../cells/boolean-cell.ts';
import { unknownDirective } from '../cells/date-pattern.ts';
import type { DeclarationNotes } from './declaration-notes.ts';
import type { Plain } from './plain-values.ts';
import { textOf, textsOf } from './plain-values.ts';

/** A field of a Table Schema that is being read. */
export interface FieldSite {
  readonly field: Plain;
  readonly name: string;
  readonly pointer: Pointer;
  readonly notes: DeclarationNotes;
}

type Typed = Pick<DataItem, 'type'> &
  Partial<
    Pick<DataItem, 'format' | 'datePattern' | 'words' | 'decimalCharacter' | 'groupCharacter' | 'pattern'>
  >;
type ReadType = (site: FieldSite) => Typed;

/** The types of Table Schema 1 and 2, and how their `format` and properties are read. */
const fieldTypes: ReadonlyMap<string, ReadType> = new Map<string, ReadType>([
  ['string', readString],
  ['number', readNumber],
  ['integer', readNumber],
  ['boolean', readBoolean],
  ['object', unread(['JSON objects in cells are not read', '不读取单元格中的 JSON 对象'])],
  ['array', unread(['JSON arrays in cells are not read', '不读取单元格中的 JSON 数组'])],
  ['list', unread(['lists in cells are not read', '不读取单元格中的列表'])],
  ['date', (site) => readMoment(site, 'date')],
  ['time', (site) => readMoment(site, 'time')],
  ['datetime', (site) => readMoment(site, 'date-time')],
  // Table Schema has no formats of these two, yet people write %Y%m.
  ['year', (site) => readMoment(site, 'year')],
  ['yearmonth', (site) => readMoment(site, 'year-month')],
  ['duration', (site) => withoutFormats(site, { type: 'string', format: 'duration' })],
  ['geopoint', readGeopoint],
  ['geojson', unread(['GeoJSON in cells is not read', '不读取单元格中的 GeoJSON'])],
  ['any', () => ({ type: 'any' })],
]);

export const fieldTypeNames: readonly string[] = [...fieldTypes.keys()];

/** Type and format of a field; undefined for a type that Table Schema does not have. */
export function typeOfField(type: string, site: FieldSite): Typed | undefined {
  return fieldTypes.get(type)?.(site);
}

/** Where the format stands, and its text; `default` where nothing is said. */
function formatOf({ field }: FieldSite): string {
  return textOf(field['format']) ?? 'default';
}

function skipFormat(site: FieldSite, reason: TextPair): void {
  const { name, pointer, notes } = site;
  const format = formatOf(site);
  const what: TextPair = [`format \`${format}\` of the field ${name}`, `字段 ${name} 的格式 \`${format}\``];
  notes.skip(what, child(pointer, 'format'), reason);
}

function unread(reason: TextPair): ReadType {
  return ({ name, pointer, notes, field }) => {
    notes.skip(typeOf(textOf(field['type']) ?? '', name), child(pointer, 'type'), reason);
    return { type: 'any' };
  };
}

function typeOf(type: string, field: string): TextPair {
  return [`type ${type} of the field ${field}`, `字段 ${field} 的类型 ${type}`];
}

function noSuchFormat(type: string): TextPair {
  return [`the type ${type} has no such format`, `类型 ${type} 没有该格式`];
}

/** A type whose only format is `default`; with another one it is not known how its cells are written. */
function withoutFormats(site: FieldSite, typed: Typed): Typed {
  if (formatOf(site) === 'default') return typed;
  skipFormat(site, ['the type has no such format', '该类型没有该格式']);
  return { type: 'any' };
}

const stringFormats = new Map([
  ['email', 'email'],
  ['uri', 'uri'],
  ['uuid', 'uuid'],
]);

function readString(site: FieldSite): Typed {
  const format = stringFormats.get(formatOf(site));
  if (format !== undefined) return { type: 'string', format };
  if (formatOf(site) === 'binary') skipFormat(site, ['base64 text is not decoded', '不解码 base64 文本']);
  else if (formatOf(site) !== 'default') skipFormat(site, noSuchFormat('string'));
  return { type: 'string' };
}

function readNumber(site: FieldSite): Typed {
  const { field, name, pointer, notes } = site;
  const type: DataType = field['type'] === 'integer' ? 'integer' : 'number';
  if (formatOf(site) !== 'default') skipFormat(site, noSuchFormat(type));
  if (field['bareNumber'] === false) {
    const reason: TextPair = [
      'numbers with other text around them (95 %, €95) are not read',
      '不读取带有其他文字的数字（如 95 %、€95）',
    ];
    notes.skip(typeOf(type, name), child(pointer, 'bareNumber'), reason);
    return { type: 'any' };
  }
  const signs = signsOf(site, type);
  return signs === undefined ? { type: 'any' } : { type, ...signs };
}

/** The signs between the digits of numbers that are not the usual ones; undefined for signs that could be none. */
function signsOf(
  site: FieldSite,
  type: DataType,
): Pick<DataItem, 'decimalCharacter' | 'groupCharacter'> | undefined {
  const keys = type === 'number' ? (['decimalChar', 'groupChar'] as const) : (['groupChar'] as const);
  const wrong = keys.find((key) => !isSign(site.field[key] ?? ''));
  if (wrong !== undefined) {
    const zh = '应为单个字符，且不得为数字、正负号或字母 e';
    return refuseKey(site, wrong, [
      'must be a single sign that is no part of a number',
      zh,
      'Leave it out where numbers are written plainly, as 1234.5.',
      '数值按常规写法（1234.5）时，请删去该项。',
    ]);
  }
  const [decimal = '.', group] = [textOf(site.field['decimalChar']), site.field['groupChar']];
  if (type === 'number' && group === decimal)
    return refuseKey(site, 'groupChar', [
      'is the sign before the decimals as well',
      '与小数点相同',
      'Give another `decimalChar` or `groupChar`.',
      '请更正 `decimalChar` 或 `groupChar`。',
    ]);
  return {
    ...(type !== 'number' || decimal === '.' ? {} : { decimalCharacter: decimal }),
    ...(typeof group !== 'string' || group === '' ? {} : { groupCharacter: group }),
  };
}

/** Nothing is a sign, too: people write `""` for none. */
function isSign(value: unknown): boolean {
  return typeof value === 'string' && /^[^\d+\-eE]?$/u.test(value);
}

/** Refuses a property of a field: what is wrong with it, and the same in Chinese. Its cells cannot be read then. */
function refuseKey(
  { name, pointer, notes }: FieldSite,
  key: string,
  [wrong, zh, hint, zhHint]: readonly [wrong: string, zh: string, hint: string, zhHint: string],
): undefined {
  notes.broken({
    what: [`\`${key}\` of the field ${name}`, `字段 ${name} 的 \`${key}\``],
    pointer: child(pointer, key),
    message: `\`${key}\` of the field ${name} ${wrong}.`,
    hint,
    zh: { message: `字段 ${name} 的 \`${key}\` ${zh}。`, hint: zhHint },
  });
}

function readBoolean(site: FieldSite): Typed {
  const { field } = site;
  if (formatOf(site) !== 'default') skipFormat(site, noSuchFormat('boolean'));
  if (field['trueValues'] === undefined && field['falseValues'] === undefined) return { type: 'boolean' };
  const words = truthWordsOf(site);
  return words === undefined ? { type: 'any' } : { type: 'boolean', words };
}

/** The words for true and false; undefined for what is no list of words, or where one word is both. */
function truthWordsOf(site: FieldSite): DataItem['words'] | undefined {
  const { trueValues, falseValues } = site.field;
  for (const [key, value] of Object.entries({ trueValues, falseValues })) {
    const isList = value === undefined || (Array.isArray(value) && textsOf(value) !== undefined);
    if (!isList)
      return refuseKey(site, key, [
        'must be a list of texts',
        '应为文本列表',
        'Write ["yes", "Y"].',
        '应写作 ["是", "Y"]。',
      ]);
  }
  const yes = trueValues === undefined ? undefined : textsOf(trueValues);
  const no = falseValues === undefined ? undefined : textsOf(falseValues);
  const both = yes?.find((word) => no?.includes(word) === true);
  if (both !== undefined)
    return refuseKey(site, 'falseValues', [
      `shares “${both}” with \`trueValues\``,
      `与 \`trueValues\` 都含有“${both}”`,
      'Leave it in one of them.',
      '请从其中之一删去。',
    ]);
  // A word of the one list is none of the usual ones of the other.
  const { true: usualYes, false: usualNo } = usualWords;
  return {
    true: yes ?? usualYes.filter((word) => no?.includes(word) !== true),
    false: no ?? usualNo.filter((word) => yes?.includes(word) !== true),
  };
}

/** Dates and times: ISO 8601, or a pattern of strftime. `any` leaves open which. */
function readMoment(site: FieldSite, type: DataType): Typed {
  const format = formatOf(site).replace(/^fmt:/, '');
  if (format === 'default') return { type };
  const unknown = format.includes('%') ? unknownDirective(format) : undefined;
  if (format.includes('%') && unknown === undefined) return { type, datePattern: format };
  if (unknown !== undefined) {
    skipFormat(site, [
      `${unknown} is not understood in a pattern of strftime`,
      `无法识别 strftime 格式中的 ${unknown}`,
    ]);
    return { type: 'any' };
  }
  skipFormat(
    site,
    format === 'any'
      ? ['`any` does not say how dates are written', '`any` 没有说明日期的写法']
      : ['it is no pattern of strftime such as %d/%m/%Y', '不是 %d/%m/%Y 这样的 strftime 格式'],
  );
  return { type: 'any' };
}

/** `longitude, latitude` as two numbers. */
const geopoint = '[+\\-]?\\d+(?:\\.\\d+)?, *[+\\-]?\\d+(?:\\.\\d+)?';

function readGeopoint(site: FieldSite): Typed {
  const { name, pointer, notes } = site;
  if (formatOf(site) !== 'default') {
    skipFormat(site, ['JSON in cells is not read', '不读取单元格中的 JSON']);
    return { type: 'any' };
  }
  notes.skip(
    [`bounds of the coordinates of the field ${name}`, `字段 ${name} 的坐标范围`],
    child(pointer, 'type'),
    ['only the form of a geopoint is checked', '只检查 geopoint 的写法'],
  );
  return { type: 'string', pattern: { source: geopoint, whole: true } };
}
