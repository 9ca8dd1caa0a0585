import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { thousands } from '../model/numbers.ts';
import { otherFormat } from './other-format.ts';

type Texts = Readonly<Record<Locale, (facts: Facts) => string>>;

const text = (en: string, zh: string): Texts => ({ en: () => en, 'zh-CN': () => zh });

/** What `document/unreadable` says, by the reason code of the reader or the workspace. */
export const unreadableReasons: Readonly<Record<string, Texts>> = {
  permission: text('no permission to read it', '没有读取权限'),
  'not-regular': text('it is not a regular file', '不是普通文件'),
  'broken-link': text('the link points at nothing', '链接指向的文件不存在'),
  outside: text('the link leads out of the folder that was handed in', '链接指向提交目录之外'),
  'bad-name': text('its name is not valid text', '文件名不是有效文本'),
  vanished: text('it was there when the folder was listed and is gone now', '列出目录时存在，读取时已消失'),
  changed: text('it changed while it was read', '读取过程中文件被修改'),
  unsupported: {
    en: ({ extension }) =>
      `its format is not known${extension === undefined || extension === '' ? '' : ` (${extension})`}: JSON, NDJSON, YAML, CSV, TSV and XLSX are read, data also as Parquet`,
    'zh-CN': ({ extension }) =>
      `无法识别的格式${extension === undefined || extension === '' ? '' : `（${extension}）`}：支持 JSON、NDJSON、YAML、CSV、TSV 和 XLSX，数据还支持 Parquet`,
  },
  'read-error': {
    en: ({ detail }) => `reading it failed: ${detail}`,
    'zh-CN': ({ detail }) => `读取失败：${detail}`,
  },
  'no-records': text('no record was found in it', '其中没有任何记录'),
  'no-headings': {
    en: ({ sheet }) =>
      `${sheet === undefined || sheet === '' ? 'no row' : `no row of sheet “${sheet}”`} looks like the headings of the standard`,
    'zh-CN': ({ sheet }) =>
      `${sheet === undefined || sheet === '' ? '' : `工作表“${sheet}”中`}找不到标准的表头行`,
  },
  'no-sheet-binding': text(
    'the standard does not say how the columns of a table become records',
    '标准没有规定表格各列如何对应元素',
  ),
  'gzip-truncated': text('the compressed file is cut off', '压缩文件不完整'),
  'gzip-bomb': text('it unpacks to far more than a document should; not read', '解压后体积异常，未读取'),
  'gzip-broken': text('the compressed file is damaged', '压缩文件已损坏'),
  doctype: text(
    'the workbook declares a DOCTYPE, which no spreadsheet writes; not read',
    '工作簿含有 DOCTYPE 声明，未读取',
  ),
  truncated: text(
    'the file is cut off: its end is missing; hand it in again',
    '文件不完整，缺少结尾部分，请重新提交',
  ),
  crc: {
    en: ({ part, entry }) =>
      `the workbook is damaged${inPart(part ?? entry)}: a checksum is wrong; save or export it again and hand it in anew`,
    'zh-CN': ({ part, entry }) =>
      `工作簿已损坏${(part ?? entry) === undefined ? '' : `（${String(part ?? entry)}）`}，校验和错误，请重新保存或导出后再提交`,
  },
  'not-a-workbook': text('it is not an XLSX workbook', '不是 XLSX 工作簿'),
  'old-excel-or-encrypted': text(
    'it is an old .xls file or protected by a password; save it as .xlsx without password',
    '是旧版 .xls 或加密文件，请另存为无密码的 .xlsx',
  ),
  'too-large': {
    en: ({ limit, allowed }) => `it is larger than ${limit ?? allowed} bytes; not read`,
    'zh-CN': ({ limit, allowed }) => `超过 ${limit ?? allowed} 字节，未读取`,
  },
  'too-many-rows': {
    en: ({ limit }) => `a record has more than ${limit} rows; those from here on are not read`,
    'zh-CN': ({ limit }) => `一条记录超过 ${limit} 行，此后各行未读取`,
  },
  'zip-bomb': text('it unpacks to far more than a workbook should; not read', '解压后体积异常，未读取'),
  'missing-part': {
    en: ({ entry, sheet }) =>
      `the workbook lacks ${sheet === undefined ? (entry ?? 'a part') : `the contents of sheet “${sheet}”`}`,
    'zh-CN': ({ entry, sheet }) =>
      `工作簿缺少${sheet === undefined ? ` ${entry ?? '组成部分'}` : `工作表“${sheet}”的内容`}`,
  },
  'only-nul': text(
    'it starts with nothing but NUL bytes: its content was lost when it was stored; hand it in again',
    '文件开头全是 NUL 字节，内容在保存时已丢失，请重新提交',
  ),
  'binary-workbook': text(
    'it is a binary workbook (.xlsb); save it as .xlsx',
    '是二进制工作簿（.xlsb），请另存为 .xlsx',
  ),
  damaged: {
    en: ({ part }) => `a part of the workbook is damaged${inPart(part)}`,
    'zh-CN': ({ part }) => `工作簿部分内容已损坏${inPart(part)}`,
  },
  'duplicate-entry': {
    en: ({ entry }) => `the workbook holds ${entry ?? 'a part'} twice; not read`,
    'zh-CN': ({ entry }) => `工作簿中 ${entry ?? '某部分'} 重复，未读取`,
  },
  'duplicate-part': text('the workbook names a part twice; not read', '工作簿中某部分重复，未读取'),
  empty: text('it is empty', '文件为空'),
  encrypted: text('it is protected by a password; save it without', '文件已加密，请取消密码后保存'),
  'no-sheets': text('the workbook has no sheet', '工作簿中没有工作表'),
  'row-too-long': text(
    'a row of the sheet is longer than any real one; not read any further',
    '工作表某行过长，未继续读取',
  ),
  'size-mismatch': text(
    'a part of the workbook is not as large as it says; not read',
    '工作簿部分内容的大小与声明不符，未读取',
  ),
  'sparse-sheet': text(
    'the sheet spreads few cells over a huge area; not read any further',
    '工作表单元格分布异常，未继续读取',
  ),
  'text-too-long': text(
    'a cell holds more text than a spreadsheet can; not read',
    '单元格文本超过电子表格上限，未读取',
  ),
  'too-many-merges': text(
    'the sheet merges more cells than a person could; not read',
    '工作表合并单元格过多，未读取',
  ),
  'truncated-xml': text('a part of the workbook ends in the middle', '工作簿部分内容中断'),
  'unsafe-name': {
    en: ({ entry }) => `the workbook holds a part named ${entry}, which leads out of it; not read`,
    'zh-CN': ({ entry }) => `工作簿含有指向外部的部分 ${entry}，未读取`,
  },
  'zip-method': text(
    'the workbook is packed in a way that spreadsheets do not use',
    '工作簿的压缩方式不受支持',
  ),
  'zip-structure': text('the workbook is damaged: its parts cannot be found', '工作簿已损坏，无法定位其内容'),
  'not-parquet': text('it is not a Parquet file', '不是 Parquet 文件'),
  'parquet-damaged': {
    en: ({ part }) => `the Parquet file is damaged${inPart(part)}; export it again`,
    'zh-CN': ({ part }) => `Parquet 文件已损坏${part === undefined ? '' : `（${String(part)}）`}，请重新导出`,
  },
  'parquet-bomb': text(
    'a part of the Parquet file unpacks to far more than data do; not read any further',
    'Parquet 文件解压后体积异常，未继续读取',
  ),
  'parquet-unsupported': {
    en: ({ what }) =>
      `the Parquet file is written in a way that is not read here${inPart(what)}; not read any further`,
    'zh-CN': ({ what }) =>
      `Parquet 文件的存储方式不受支持${what === undefined ? '' : `（${String(what)}）`}，未继续读取`,
  },
  'implausible-rows': {
    en: ({ rows }) =>
      `it says that it has ${grouped(rows)} rows, which cannot be in a file of its size; not read`,
    'zh-CN': ({ rows }) => `文件声称有 ${grouped(rows)} 行，与其大小不符，未读取`,
  },
  'too-many-columns': {
    en: ({ limit }) => `it has more than ${grouped(limit)} columns; those beyond are not read`,
    'zh-CN': ({ limit }) => `超过 ${grouped(limit)} 列，其余各列未读取`,
  },
  'no-progress': {
    en: ({ seconds }) =>
      Number(seconds) > 0
        ? `reading it made no progress for ${String(seconds)} seconds; not read any further`
        : 'reading it broke off; not read any further',
    'zh-CN': ({ seconds }) =>
      Number(seconds) > 0 ? `读取 ${String(seconds)} 秒没有进展，未继续读取` : '读取中断，未继续读取',
  },
  'out-of-memory': text(
    'reading it takes more memory than is allowed; not read any further',
    '读取所需内存超过上限，未继续读取',
  ),
  'other-format': otherFormat,
};

function grouped(value: unknown): string {
  return typeof value === 'number' ? thousands(value) : String(value ?? '?');
}

function inPart(part: unknown): string {
  return part === undefined ? '' : ` (${String(part)})`;
}
