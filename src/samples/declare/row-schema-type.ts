import type { CodeList } from '../../model/code-list.ts';
import type { DataType } from '../../model/data-item.ts';
import type { TextPair } from '../../model/fault.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Pointer } from '../../model/pointer.ts';
import { child } from '../../model/pointer.ts';
import type { DeclarationNotes } from './declaration-notes.ts';
import type { Plain } from './plain-values.ts';
import { textsOf } from './plain-values.ts';

/** The schema of a property that is being read. */
export interface ColumnSite {
  readonly schema: unknown;
  readonly at: Pointer;
  readonly notes: DeclarationNotes;
  readonly codelists: ReadonlyMap<string, CodeList>;
}

type NamedSite = Pick<ColumnSite, 'at' | 'notes'> & { readonly name: string };

/** Leaves a keyword of a property unchecked. */
export function skipKeyword({ name, at, notes }: NamedSite, keyword: string, reason: TextPair): void {
  notes.skip(
    [`\`${keyword}\` of the property ${name}`, `属性 ${name} 的 \`${keyword}\``],
    child(at, keyword),
    reason,
  );
}

/** Refuses a keyword: what is wrong with it, and the same in Chinese. */
export function refuseKeyword(
  { name, at, notes }: NamedSite,
  keyword: string,
  [wrong, zh]: readonly [string, string],
): undefined {
  notes.broken({
    what: [`\`${keyword}\` of the property ${name}`, `属性 ${name} 的 \`${keyword}\``],
    pointer: child(at, keyword),
    message: `\`${keyword}\` of the property ${name} ${wrong}.`,
    zh: { message: `属性 ${name} 的 \`${keyword}\` ${zh}。` },
  });
}

/** Refuses a property that is no schema at all. */
export function refuseProperty(name: string, { at, notes }: ColumnSite): void {
  notes.broken({
    what: [`the property ${name}`, `属性 ${name}`],
    pointer: at,
    message: `The property ${name} must be a schema: an object such as {"type": "string"}.`,
    zh: { message: `属性 ${name} 应为结构定义，即 {"type": "string"} 之类的对象。` },
  });
}

interface Typed {
  readonly type: DataType;
  readonly typeName?: string;
  readonly mayBeNull: boolean;
}

const cellTypes = new Map<string, DataType>([
  ['string', 'string'],
  ['integer', 'integer'],
  ['number', 'number'],
  ['boolean', 'boolean'],
]);
const typeNames: readonly string[] = [...cellTypes.keys(), 'null', 'object', 'array'];

/** The type of the cells of a property. */
export function typeOfProperty(name: string, keywords: Plain, { at, notes }: ColumnSite): Typed {
  const written = keywords['type'];
  const listsNull = Array.isArray(keywords['enum']) && keywords['enum'].includes(null);
  if (written === undefined) return { type: 'any', mayBeNull: keywords['nullable'] === true || listsNull };
  const words = textsOf(written) ?? [''];
  const mayBeNull = words.includes('null') || keywords['nullable'] === true;
  const values = words.filter((word) => word !== 'null');
  const typeName = values.join(' | ');
  const type = cellTypeOf(values);
  if (type === undefined) refuseTypes(words, { name, at, notes });
  return { type: type ?? 'any', typeName, mayBeNull };
}

/** The type of cells of one of these types; undefined where they have not one in common. */
function cellTypeOf(words: readonly string[]): DataType | undefined {
  const known = words.map((word) => cellTypes.get(word));
  if (known.length === 1) return known[0];
  const areNumbers = known.every((type) => type === 'number' || type === 'integer');
  return known.includes('number') && areNumbers ? 'number' : undefined;
}

function refuseTypes(words: readonly string[], site: NamedSite): void {
  const strange = words.find((word) => !typeNames.includes(word));
  const values = words.filter((word) => word !== 'null');
  const judged = values.length === 0 ? 'null' : values.join(' | ');
  if (strange !== undefined) refuseType(strange, site);
  else skipKeyword(site, 'type', [`a cell is not judged as ${judged}`, `单元格不按 ${judged} 检查`]);
}

function refuseType(word: string, { name, at, notes }: NamedSite): void {
  const near = nearestName(word, typeNames);
  const known = typeNames.join(', ');
  notes.broken({
    what: [`the type of the property ${name}`, `属性 ${name} 的类型`],
    pointer: child(at, 'type'),
    message: `\`${word}\`, the type of the property ${name}, is no type of JSON Schema.`,
    hint: near === undefined ? `Known: ${known}.` : `Did you mean ${near}?`,
    zh: {
      message: `属性 ${name} 的类型 \`${word}\` 不是 JSON Schema 的类型。`,
      hint: near === undefined ? `可用：${known}。` : `是否应为 ${near}？`,
    },
  });
}
