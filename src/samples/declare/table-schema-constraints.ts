import type { CodeList } from '../../model/code-list.ts';
import type { DataItem, DataType } from '../../model/data-item.ts';
import type { TextPair } from '../../model/fault.ts';
import type { Pointer } from '../../model/pointer.ts';
import { child } from '../../model/pointer.ts';
import { compilePattern, LargePatternError } from '../../schema/pattern/pattern.ts';
import { listedCodes } from './listed-codes.ts';
import type { Plain } from './plain-values.ts';
import { countOf, given, memberOf, objectOf, textOf } from './plain-values.ts';
import type { FieldSite } from './table-schema-types.ts';

/** What the constraints of a field ask of its cells. `isUnique` is said of the column as a whole. */
export type Constrained = Partial<Pick<DataItem, 'length' | 'range' | 'pattern' | 'codes'>> & {
  readonly isRequired: boolean;
  readonly isUnique: boolean;
};

const knownConstraints = new Set([
  'required',
  'unique',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'pattern',
  'enum',
]);
export const boundNames = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const;
/** Types whose values stand in an order that is checked. */
const ordered: ReadonlySet<DataType> = new Set([
  'integer',
  'number',
  'date',
  'time',
  'date-time',
  'year',
  'year-month',
]);

/** Reads `constraints` and `categories` of a field. */
export function constraintsOf(type: DataType, site: FieldSite): Constrained {
  const pointer = child(site.pointer, 'constraints');
  const written = site.field['constraints'];
  const constraints = objectOf(written) ?? {};
  if (written !== undefined && objectOf(written) === undefined)
    brokenConstraint(site, pointer, ['constraints', 'must be an object', '应为对象']);
  for (const name of Object.keys(constraints)) {
    if (knownConstraints.has(name)) continue;
    const reason: TextPair =
      name === 'jsonSchema'
        ? ['JSON in cells is not read', '不读取单元格中的 JSON']
        : ['Table Schema has no such constraint', 'Table Schema 没有该约束'];
    const what: TextPair = [
      `constraint \`${name}\` of the field ${site.name}`,
      `字段 ${site.name} 的约束 \`${name}\``,
    ];
    site.notes.skip(what, child(pointer, name), reason);
  }
  const asked = { type, site, pointer, constraints };
  return {
    isRequired: flag(asked, 'required'),
    isUnique: flag(asked, 'unique'),
    ...lengthOf(asked),
    ...rangeOf(asked),
    ...patternOf(asked),
    ...given('codes', codesOf(asked)),
  };
}

interface Asked {
  readonly type: DataType;
  readonly site: FieldSite;
  /** Where `constraints` stands. */
  readonly pointer: Pointer;
  readonly constraints: Plain;
}

/** Refuses a constraint: its name, what is wrong with it, and the same in Chinese. */
export function brokenConstraint(
  { name, notes }: FieldSite,
  pointer: Pointer,
  [what, wrong, zh]: readonly [string, string, string],
): void {
  notes.broken({
    what: ofField(what, name),
    pointer,
    message: `\`${what}\` of the field ${name} ${wrong}.`,
    zh: { message: `字段 ${name} 的 \`${what}\` ${zh}。` },
  });
}

function flag({ site, pointer, constraints }: Asked, name: 'required' | 'unique'): boolean {
  const value = constraints[name];
  if (value !== undefined && typeof value !== 'boolean')
    brokenConstraint(site, child(pointer, name), [name, 'must be true or false', '应为 true 或 false']);
  return value === true;
}

function lengthOf({ type, site, pointer, constraints }: Asked): Pick<Constrained, 'length'> {
  const bound = (name: 'minLength' | 'maxLength'): number | undefined => {
    if (constraints[name] === undefined) return undefined;
    const count = countOf(constraints[name]);
    if (count === undefined)
      brokenConstraint(site, child(pointer, name), [
        name,
        'must be a whole number from 0 on',
        '应为非负整数',
      ]);
    else if (type !== 'string')
      site.notes.skip(ofField(name, site.name), child(pointer, name), [
        'only lengths of texts are checked',
        '只检查文本的长度',
      ]);
    return type === 'string' ? count : undefined;
  };
  const [min, max] = [bound('minLength'), bound('maxLength')];
  if (min === undefined && max === undefined) return {};
  return { length: { ...given('min', min), ...given('max', max), unit: 'characters' } };
}

function rangeOf({ type, site, pointer, constraints }: Asked): Pick<Constrained, 'range'> {
  const range: Record<string, number | string> = {};
  for (const name of boundNames) {
    const value = constraints[name];
    if (value === undefined) continue;
    const bound = boundOf(type, value);
    if (bound !== undefined) range[name] = bound;
    else if (ordered.has(type))
      brokenConstraint(site, child(pointer, name), [
        name,
        `is no value of the type ${type}`,
        `不是类型 ${type} 的值`,
      ]);
    else {
      const reason: TextPair = ['values of this type are not compared', '不比较该类型的取值'];
      site.notes.skip(ofField(name, site.name), child(pointer, name), reason);
    }
  }
  return Object.keys(range).length === 0 ? {} : { range };
}

/** A bound as the column's type has it: a number, or the text of a date or time. */
function boundOf(type: DataType, value: unknown): number | string | undefined {
  if (!ordered.has(type)) return undefined;
  if (type === 'integer' || type === 'number' || type === 'year') {
    const text = typeof value === 'string' ? value.trim() : '';
    const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/.test(text) ? Number(text) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
  }
  return textOf(value);
}

/** A pattern of Table Schema is one of XML Schema: it must match the whole cell. */
function patternOf({ site, pointer, constraints }: Asked): Pick<Constrained, 'pattern'> {
  const source = constraints['pattern'];
  if (source === undefined) return {};
  const at = child(pointer, 'pattern');
  const kind = typeof source === 'string' ? patternKind(source) : 'none';
  if (kind === 'none')
    brokenConstraint(site, at, ['pattern', 'is no regular expression', '不是有效的正则表达式']);
  if (kind === 'large') brokenConstraint(site, at, ['pattern', 'is too large to be run', '过大，无法执行']);
  if (kind === 'slow') site.notes.skip(ofField('pattern', site.name), at, slowPattern);
  return typeof source === 'string' && (kind === 'usable' || kind === 'slow')
    ? { pattern: { source, whole: true } }
    : {};
}

/** What is said of a pattern that long texts are not held against. */
export const slowPattern: TextPair = [
  'it looks around or back, which can take for ever: only texts of up to 20 characters are sure to be held against it',
  '其中有环视或反向引用，可能耗时无限：只保证用它检查不超过 20 个字符的文本',
];

/** What is said of a keyword of a field. */
function ofField(keyword: string, field: string): TextPair {
  return [`\`${keyword}\` of the field ${field}`, `字段 ${field} 的 \`${keyword}\``];
}

/** `slow`: it can be run, but not on every text. */
export function patternKind(source: string): 'usable' | 'slow' | 'large' | 'none' {
  try {
    const { irregular, exponential, degree } = compilePattern(source).cost;
    return irregular && (exponential || degree > 1) ? 'slow' : 'usable';
  } catch (error) {
    if (error instanceof LargePatternError) return 'large';
    if (error instanceof SyntaxError) return 'none';
    throw error;
  }
}

/** The values that `enum` allows, else the `categories` of version 2. */
function codesOf({ type, site, pointer, constraints }: Asked): CodeList | undefined {
  const listed = constraints['enum'];
  if (listed !== undefined)
    return valuesOf(listed, { type, site, pointer: child(pointer, 'enum'), name: 'enum' });
  const categories = site.field['categories'];
  if (categories === undefined) return undefined;
  const plain = memberOf(categories, 'values') ?? categories;
  return valuesOf(plain, { type, site, pointer: child(site.pointer, 'categories'), name: 'categories' });
}

function valuesOf(
  value: unknown,
  { type, site, pointer, name }: { type: DataType; site: FieldSite; pointer: Pointer; name: string },
): CodeList | undefined {
  const codes = listedCodes(value);
  if (codes === undefined) {
    brokenConstraint(site, pointer, [name, 'must be a list of values', '应为值的列表']);
    return undefined;
  }
  if (type !== 'boolean') return codes;
  site.notes.skip(ofField(name, site.name), pointer, [
    'true and false are not compared as codes',
    '真假值不作为代码比较',
  ]);
  return undefined;
}
