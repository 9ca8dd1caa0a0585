import type { DataItem, DataType } from '../../model/data-item.ts';
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
  ['object', unread('JSON objects in cells are not read')],
  ['array', unread('JSON arrays in cells are not read')],
  ['list', unread('lists in cells are not read')],
  ['date', (site) => readMoment(site, 'date')],
  ['time', (site) => readMoment(site, 'time')],
  ['datetime', (site) => readMoment(site, 'date-time')],
  // Table Schema has no formats of these two, yet people write %Y%m.
  ['year', (site) => readMoment(site, 'year')],
  ['yearmonth', (site) => readMoment(site, 'year-month')],
  ['duration', (site) => withoutFormats(site, { type: 'string', format: 'duration' })],
  ['geopoint', readGeopoint],
  ['geojson', unread('GeoJSON in cells is not read')],
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

function skipFormat(site: FieldSite, reason: string): void {
  const { name, pointer, notes } = site;
  notes.skip(`format \`${formatOf(site)}\` of the field ${name}`, child(pointer, 'format'), reason);
}

function unread(reason: string): ReadType {
  return ({ name, pointer, notes, field }) => {
    notes.skip(`type ${textOf(field['type']) ?? ''} of the field ${name}`, child(pointer, 'type'), reason);
    return { type: 'any' };
  };
}

/** A type whose only format is `default`; with another one it is not known how its cells are written. */
function withoutFormats(site: FieldSite, typed: Typed): Typed {
  if (formatOf(site) === 'default') return typed;
  skipFormat(site, 'the type has no such format');
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
  if (formatOf(site) === 'binary') skipFormat(site, 'base64 text is not decoded');
  else if (formatOf(site) !== 'default') skipFormat(site, 'the type string has no such format');
  return { type: 'string' };
}

function readNumber(site: FieldSite): Typed {
  const { field, name, pointer, notes } = site;
  const type: DataType = field['type'] === 'integer' ? 'integer' : 'number';
  if (formatOf(site) !== 'default') skipFormat(site, `the type ${type} has no such format`);
  if (field['bareNumber'] === false) {
    const reason = 'numbers with other text around them (95 %, €95) are not read';
    notes.skip(`type ${type} of the field ${name}`, child(pointer, 'bareNumber'), reason);
    return { type: 'any' };
  }
  const decimal = type === 'number' ? field['decimalChar'] : undefined;
  const group = field['groupChar'];
  return {
    type,
    ...(typeof decimal === 'string' && decimal !== '' && decimal !== '.'
      ? { decimalCharacter: decimal }
      : {}),
    ...(typeof group === 'string' && group !== '' ? { groupCharacter: group } : {}),
  };
}

function readBoolean(site: FieldSite): Typed {
  const { field, name, pointer, notes } = site;
  if (formatOf(site) !== 'default') skipFormat(site, 'the type boolean has no such format');
  const words = (key: 'trueValues' | 'falseValues', usual: readonly string[]): readonly string[] => {
    if (field[key] === undefined) return usual;
    const texts = textsOf(field[key]);
    if (texts !== undefined) return texts;
    const zh = { message: `字段 ${name} 的 \`${key}\` 应为文本列表。` };
    const message = `\`${key}\` of the field ${name} must be a list of texts.`;
    notes.broken({ what: `${key} of the field ${name}`, pointer: child(pointer, key), message, zh });
    return usual;
  };
  if (field['trueValues'] === undefined && field['falseValues'] === undefined) return { type: 'boolean' };
  return {
    type: 'boolean',
    words: { true: words('trueValues', usualWords.true), false: words('falseValues', usualWords.false) },
  };
}

/** Dates and times: ISO 8601, or a pattern of strftime. `any` leaves open which. */
function readMoment(site: FieldSite, type: DataType): Typed {
  const format = formatOf(site).replace(/^fmt:/, '');
  if (format === 'default') return { type };
  const unknown = format.includes('%') ? unknownDirective(format) : undefined;
  if (format.includes('%') && unknown === undefined) return { type, datePattern: format };
  if (unknown !== undefined) {
    skipFormat(site, `${unknown} is not understood in a pattern of strftime`);
    return { type: 'any' };
  }
  skipFormat(
    site,
    format === 'any'
      ? '`any` does not say how dates are written'
      : 'it is no pattern of strftime such as %d/%m/%Y',
  );
  return { type: 'any' };
}

/** `longitude, latitude` as two numbers. */
const geopoint = '[+\\-]?\\d+(?:\\.\\d+)?, *[+\\-]?\\d+(?:\\.\\d+)?';

function readGeopoint(site: FieldSite): Typed {
  const { name, pointer, notes } = site;
  if (formatOf(site) !== 'default') {
    skipFormat(site, 'JSON in cells is not read');
    return { type: 'any' };
  }
  notes.skip(
    `bounds of the coordinates of the field ${name}`,
    child(pointer, 'type'),
    'only the form of a geopoint is checked',
  );
  return { type: 'string', pattern: { source: geopoint, whole: true } };
}
