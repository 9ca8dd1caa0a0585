import { matchCode } from '../../alignment/match-code.ts';
import { findFormat } from '../../formats/index.ts';
import type { Code, CodeList } from '../../model/code-list.ts';
import type { DataItem, SampleDeclaration, SampleKey } from '../../model/data-item.ts';
import { dataTypes } from '../../model/data-item.ts';
import type { TextPair } from '../../model/fault.ts';
import type { Pointer } from '../../model/pointer.ts';
import { child, valueAt } from '../../model/pointer.ts';
import type { SampleFlag } from '../../model/sample-binding.ts';
import { withoutContradictions } from './contradictions.ts';
import type { Typed } from './item-length.ts';
import { lengthOf, sayUnmeasured } from './item-length.ts';
import type { ItemSite } from './item-site.ts';
import { fieldOf } from './item-site.ts';
import { listedCodes } from './listed-codes.ts';
import { given, scalarText, textOf, textsOf } from './plain-values.ts';
import { presumedFormat } from './presumed-format.ts';
import { placeIn } from './record-place.ts';
import type { TableSite } from './table-site.ts';

/** The data items that a record lists, and the key that they say they make; undefined where it lists none. */
export function itemsOf(site: TableSite): Pick<SampleDeclaration, 'items' | 'keys'> | undefined {
  const { binding, record } = site;
  if (binding.items === undefined) return undefined;
  const list = placeIn(site, binding.items.slice(0, -2));
  const elements = valueAt(record, list);
  if (!Array.isArray(elements)) return undefined;
  const unmeasured = new Map<string, string[]>();
  const sites = namedItems(elements as unknown[], { ...site, list, types: typesOf(site), unmeasured });
  const items = sites.map(readItem);
  const primary = sites.flatMap((one, index) => (says(one, binding.primaryKey) === true ? [index] : []));
  sayUnmeasured(site, { list, unmeasured });
  const key: SampleKey = { kind: 'primary', items: primary, pointer: list };
  return items.length === 0 ? undefined : { items, keys: primary.length === 0 ? [] : [key] };
}

type ListSite = Omit<ItemSite, 'name' | 'item' | 'at'> & { readonly list: Pointer };

/** The items that have a name, each name once. */
function namedItems(elements: readonly unknown[], site: ListSite): ItemSite[] {
  const { binding, notes, list } = site;
  const seen = new Set<string>();
  const sites: ItemSite[] = [];
  for (const [index, item] of elements.entries()) {
    const at = child(list, index);
    const name = binding.name === undefined ? undefined : textOf(valueAt(item, binding.name))?.trim();
    if (name === undefined) notes.skip(numbered(index), at, ['it has no name', '没有名称']);
    else if (seen.has(name))
      notes.skip(numbered(index), at, [`there is another item ${name}`, `另有信息项 ${name}`]);
    else sites.push({ ...site, name, item, at });
    if (name !== undefined) seen.add(name);
  }
  return sites;
}

function numbered(index: number): TextPair {
  return [`item ${index + 1}`, `第 ${index + 1} 个信息项`];
}

function readItem(site: ItemSite): DataItem {
  const { binding, name, at } = site;
  const { type, typeName } = typeOf(site);
  const length = lengthOf(site, { type, typeName });
  const codes = codesOf(site);
  const item: DataItem = {
    name,
    aliases: aliasesOf(site),
    pointer: at,
    type,
    ...given('typeName', typeName),
    isKindPresumed: true,
    ...formatFacts(site, { type, length, codes }),
    isMandatory: true,
    isRequired: says(site, binding.required) === true || says(site, binding.primaryKey) === true,
    ...given('length', length),
    ...given('codes', codes),
    ...given('isSensitive', sensitivityOf(site)),
    ...given('description', textOf(fieldOf(site, binding.description))),
  };
  return withoutContradictions(item, {
    owner: { en: `item ${name}`, zh: `信息项 ${name}` },
    notes: site.notes,
    pointerOf: () => at + (binding.codelist ?? ''),
  });
}

/** English name and title, without what says the same as the name. */
function aliasesOf(site: ItemSite): string[] {
  const { aliases = [], title } = site.binding;
  const fields = title === undefined ? aliases : [...aliases, title];
  const texts = fields.flatMap((field) => textsOf(fieldOf(site, field)) ?? []);
  const names = new Set(texts.map((text) => text.trim()).filter((text) => text !== ''));
  names.delete(site.name);
  return [...names];
}

/** What a flag says; undefined where it says nothing, or nothing that is understood. */
function says(site: ItemSite, flag: SampleFlag | undefined): boolean | undefined {
  const value = flag === undefined ? undefined : fieldOf(site, flag.at);
  const word = scalarText(value)?.trim().toLowerCase();
  if (flag === undefined || word === undefined || word === '') return undefined;
  if (flag.yes.includes(word)) return true;
  if (!flag.no.includes(word) && !site.notes.notChecked.some(({ pointer }) => pointer === site.at + flag.at))
    site.notes.skip(
      [`${flag.at.slice(1)} of ${site.name}`, `${site.name} 的 ${flag.at.slice(1)}`],
      site.at + flag.at,
      [`\`${word}\` is neither yes nor no`, `\`${word}\` 既不是“是”也不是“否”`],
    );
  return flag.no.includes(word) ? false : undefined;
}

/** One that says yes makes it sensitive. */
function sensitivityOf(site: ItemSite): boolean | undefined {
  const said = [says(site, site.binding.sensitive), says(site, site.binding.secret)];
  if (said.includes(true)) return true;
  return said.includes(false) ? false : undefined;
}

function typesOf({ binding, kind, standard }: TableSite): CodeList | undefined {
  const { items, type } = binding;
  if (items === undefined || type === undefined) return undefined;
  const id = kind?.fields.get(items + type)?.codelist;
  return id === undefined ? undefined : standard.codelists.get(id);
}

/** The type that a word stands for: by the code list of its field, else the word itself. */
function typeOf(site: ItemSite): Typed {
  const { binding, types, notes, name, at } = site;
  const written = textOf(fieldOf(site, binding.type))?.trim();
  if (binding.type === undefined || written === undefined) return { type: 'any', typeName: undefined };
  const code = types === undefined ? undefined : codeFor(written, types);
  const word = types === undefined ? written.toLowerCase() : code?.type;
  const type = dataTypes.find((one) => one === word);
  if (type !== undefined) return { type, typeName: code?.code ?? written };
  const reason: TextPair =
    code === undefined
      ? ['it is no type of the standard', '不是标准规定的类型']
      : ['the standard does not say what it holds', '标准没有规定该类型的内容'];
  notes.skip([`type ${written} of ${name}`, `${name} 的类型 ${written}`], at + binding.type, reason);
  return { type: 'any', typeName: code?.code ?? written };
}

/** The code that a text is or certainly means. */
function codeFor(text: string, list: CodeList): Code | undefined {
  const code = list.byCode.get(text);
  if (code !== undefined) return code;
  const match = matchCode(text, list);
  return match?.certain === true ? match.code : undefined;
}

/** The format that the item declares, else that which the standard knows by its name. */
function formatFacts(
  site: ItemSite,
  { type, length, codes }: Pick<DataItem, 'type'> & { length: DataItem['length']; codes: DataItem['codes'] },
): Pick<DataItem, 'format' | 'isFormatPresumed'> {
  const format = formatOf(site);
  if (format !== undefined) return { format };
  const isText = (type === 'string' || type === 'any') && codes === undefined;
  const presumed = isText ? presumedFormat(site.name, length?.max, site.binding.itemFormats) : undefined;
  return presumed === undefined ? {} : { format: presumed, isFormatPresumed: true };
}

function formatOf(site: ItemSite): string | undefined {
  const { binding, notes, name, at } = site;
  const format = textOf(fieldOf(site, binding.format))?.trim();
  if (binding.format === undefined || format === undefined) return undefined;
  if (findFormat(format) !== undefined) return format;
  notes.skip([`format ${format} of ${name}`, `${name} 的格式 ${format}`], at + binding.format, [
    'the format is not known',
    '未知格式',
  ]);
  return undefined;
}

/** A list of codes in the record, or one of the standard by its id. */
function codesOf(site: ItemSite): CodeList | undefined {
  const { binding, standard, notes, name, at } = site;
  const value = fieldOf(site, binding.codelist);
  if (binding.codelist === undefined || value === undefined || value === null || value === '')
    return undefined;
  const id = textOf(value)?.trim();
  const list = id === undefined ? listedCodes(value, at + binding.codelist) : standard.codelists.get(id);
  if (list === undefined) {
    const reason: TextPair =
      id === undefined
        ? ['it is no list of codes', '不是代码列表']
        : ['the standard has no such code list', '标准中没有该代码表'];
    notes.skip([`code list of ${name}`, `${name} 的代码表`], at + binding.codelist, reason);
  }
  return list;
}
