import type { Locale } from '../model/locale.ts';
import type { SampleAccessWords, SampleBinding, SampleFlag } from '../model/sample-binding.ts';

/** Words of these lines in every language. */
const words = {
  en: {
    samples: 'Data samples',
    itemsOf: 'items of',
    each: 'one table each',
    fields: {
      name: 'name',
      aliases: 'other names',
      title: 'title',
      type: 'type',
      format: 'format',
      codelist: 'code list',
      description: 'description',
      schema: 'schema',
      path: 'file',
    },
    length: 'length',
    unit: { bytes: 'bytes', characters: 'characters' },
    lengthOf: 'of',
    flags: { required: 'required', sensitive: 'sensitive', secret: 'secret', primaryKey: 'primary key' },
    yes: 'yes',
    no: 'no',
    itemFormats: 'formats by the name of the item',
    ofLength: (length: number) => `of length ${length}`,
    access: 'access',
    words: { open: 'open', limited: 'limited', refused: 'refused' },
    claims: 'claims',
    claim: {
      format: 'format',
      mediaType: 'media type',
      encoding: 'encoding',
      bytes: 'bytes',
      rows: 'rows',
      lastUpdate: 'last update',
      period: 'period',
    },
    from: 'from',
    to: 'to',
    unknownColumns: 'columns that are not declared',
    unknown: { report: 'reported', ignore: 'passed over' },
    order: 'order of the columns',
    ordered: { true: 'as declared', false: 'any' },
    privacy: 'personal information by',
    comma: ', ',
  },
  'zh-CN': {
    samples: '数据样本',
    itemsOf: '数据项属于',
    each: '每项一张表',
    fields: {
      name: '名称',
      aliases: '别名',
      title: '标题',
      type: '类型',
      format: '格式',
      codelist: '代码表',
      description: '说明',
      schema: '结构定义',
      path: '文件',
    },
    length: '长度',
    unit: { bytes: '字节', characters: '字符' },
    lengthOf: '适用于',
    flags: { required: '必填', sensitive: '敏感', secret: '涉密', primaryKey: '主键' },
    yes: '是',
    no: '否',
    itemFormats: '按数据项名称确定的格式',
    ofLength: (length: number) => `长度 ${length}`,
    access: '共享与开放',
    words: { open: '开放', limited: '有条件', refused: '不予' },
    claims: '数据声明',
    claim: {
      format: '格式',
      mediaType: '媒体类型',
      encoding: '编码',
      bytes: '字节数',
      rows: '行数',
      lastUpdate: '更新日期',
      period: '时间范围',
    },
    from: '起',
    to: '止',
    unknownColumns: '未声明的列',
    unknown: { report: '报告', ignore: '忽略' },
    order: '列的顺序',
    ordered: { true: '与声明一致', false: '不限' },
    privacy: '个人信息依据',
    comma: '、',
  },
} as const;

type Words = (typeof words)[Locale];

/** How records declare their data: one line for each thing that the standard says of it, with the words that are understood. */
export function* sampleBindingLines(binding: SampleBinding, locale: Locale): Generator<string> {
  const text = words[locale];
  yield* [text.samples, `  ${text.itemsOf} ${binding.kind}  ${binding.items ?? binding.schema ?? ''}`];
  if (binding.each !== undefined) yield `  ${text.each}  ${binding.each}`;
  yield* fieldLines(binding, text);
  yield* lengthLine(binding, text);
  for (const flag of Object.keys(text.flags) as (keyof Words['flags'])[])
    yield* flagLine(text.flags[flag], binding[flag], text);
  yield* formatLines(binding, text);
  yield* accessLines(binding.access, text);
  yield* claimLines(binding, text);
  if (binding.unknownColumns !== undefined)
    yield `  ${text.unknownColumns}  ${text.unknown[binding.unknownColumns]}`;
  if (binding.ordered !== undefined) yield `  ${text.order}  ${text.ordered[`${binding.ordered}`]}`;
  if (binding.privacy !== undefined) yield `  ${text.privacy}  ${binding.privacy}`;
}

function* fieldLines(binding: SampleBinding, text: Words): Generator<string> {
  for (const key of Object.keys(text.fields) as (keyof Words['fields'])[]) {
    const value = binding[key] ?? [];
    const pointers = typeof value === 'string' ? [value] : value;
    if (pointers.length > 0) yield `  ${text.fields[key]}  ${pointers.join(text.comma)}`;
  }
}

function* lengthLine({ length }: SampleBinding, text: Words): Generator<string> {
  if (length === undefined) return;
  const { at, unit, of } = length;
  const types = of === undefined ? '' : `; ${text.lengthOf} ${of.join(text.comma)}`;
  yield `  ${text.length}  ${at} (${text.unit[unit]}${types})`;
}

function* flagLine(name: string, flag: SampleFlag | undefined, text: Words): Generator<string> {
  if (flag === undefined) return;
  const { at, yes, no } = flag;
  yield `  ${name}  ${at} (${text.yes}: ${yes.join(text.comma)}; ${text.no}: ${no.join(text.comma)})`;
}

function* formatLines({ itemFormats = [] }: SampleBinding, text: Words): Generator<string> {
  if (itemFormats.length > 0) yield `  ${text.itemFormats}`;
  for (const { names, format, length } of itemFormats) {
    const only = length === undefined ? '' : ` (${text.ofLength(length)})`;
    yield `    ${format}${only}  ${names.join(text.comma)}`;
  }
}

function* accessLines(access: SampleAccessWords | undefined, text: Words): Generator<string> {
  if (access === undefined) return;
  yield `  ${text.access}  ${access.at.join(text.comma)}`;
  for (const word of Object.keys(text.words) as (keyof Words['words'])[])
    if (access[word].length > 0) yield `    ${text.words[word]}  ${access[word].join(text.comma)}`;
}

function* claimLines({ claims }: SampleBinding, text: Words): Generator<string> {
  if (claims === undefined) return;
  yield `  ${text.claims}`;
  for (const claim of Object.keys(text.claim) as (keyof Words['claim'])[]) {
    const value = claims[claim];
    if (value === undefined) continue;
    const where =
      typeof value === 'string' ? value : `${text.from} ${value.from}${text.comma}${text.to} ${value.to}`;
    const unit = claim === 'rows' && claims.rowsUnit !== undefined ? ` (× ${claims.rowsUnit})` : '';
    yield `    ${text.claim[claim]}  ${where}${unit}`;
  }
}
