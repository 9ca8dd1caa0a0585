import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { figure } from './sample-words.ts';
import { counted } from './shown-value.ts';
import { tableReasons } from './table-reasons.ts';

type Texts = Readonly<Record<Locale, (facts: Facts) => string>>;

const text = (en: string, zh: string): Texts => ({ en: () => en, 'zh-CN': () => zh });

/** Cells of one row that have the same thing wrong with them; the place is that of the first. */
const cells = (en: string, zh: string): Texts => ({
  en: ({ cells: count }) => `${count === 1 ? 'a cell' : `${count} cells of this row`} with ${en}`,
  'zh-CN': ({ cells: count }) => `${count === 1 ? '单元格' : `该行 ${count} 个单元格`}${zh}`,
});

const expectations: Readonly<Record<string, { en: string; zh: string }>> = {
  value: { en: 'a value', zh: '一个值' },
  'comma-or-end': { en: 'a comma or a closing bracket', zh: '逗号或右括号' },
  colon: { en: 'a colon', zh: '冒号' },
  key: { en: 'a name in double quotes', zh: '双引号中的名称' },
  'key-or-end': { en: 'a name in double quotes or a closing bracket', zh: '双引号中的名称或右括号' },
  quote: { en: 'a closing quotation mark', zh: '结束引号' },
  escape: { en: 'an escape that JSON knows', zh: 'JSON 允许的转义' },
  number: { en: 'a number as JSON writes it', zh: 'JSON 数字' },
  end: { en: 'the end of the document', zh: '文档结尾' },
};

/** What stands where something else was expected, in words. */
function foundText({ found, text: written }: Facts): string {
  return written === undefined ? String(found) : `\`${String(written)}\``;
}

/** Whether a fault is that of a row of data; `of` counts those of the table. */
function isOfTable({ of, unit }: Facts): boolean {
  return of !== undefined || unit === 'row';
}

/** What `document/syntax` says, by the reason code of the reader. */
export const syntaxReasons: Readonly<Record<string, Texts>> = {
  comment: text('JSON has no comments; remove it', 'JSON 不允许注释，请删除'),
  'trailing-comma': text(
    'a comma stands before the closing bracket; remove it',
    '右括号前有多余的逗号，请删除',
  ),
  'single-quotes': text(
    'JSON texts stand in double quotes, not single ones',
    'JSON 文本须用双引号，不能用单引号',
  ),
  'unquoted-key': text(
    'this name stands without quotes; JSON wants double ones',
    '此名称未加引号，JSON 名称须加双引号',
  ),
  'not-json': {
    en: (facts) =>
      `this is not JSON: expected ${expectations[String(facts['expected'])]?.en ?? facts['expected']}, found ${foundText(facts)}`,
    'zh-CN': (facts) =>
      `不是有效的 JSON：应为${expectations[String(facts['expected'])]?.zh ?? facts['expected']}，实际为 ${foundText(facts)}`,
  },
  'not-yaml': {
    en: ({ detail, hint }) => {
      const why = yamlHints[String(hint)]?.en ?? detail;
      return `this is not YAML${why === undefined ? '' : `: ${why}`}`;
    },
    'zh-CN': ({ detail, hint }) => {
      const why = yamlHints[String(hint)]?.zh ?? detail;
      return `不是有效的 YAML${why === undefined ? '' : `：${why}`}`;
    },
  },
  'too-deep': {
    en: ({ limit }) => `nested deeper than ${limit} levels; not read`,
    'zh-CN': ({ limit }) => `嵌套超过 ${limit} 层，未读取`,
  },
  'too-large': {
    en: (facts) =>
      isOfTable(facts)
        ? `this row of the table is too long: it has more than ${figure(facts['limit'])} bytes; it is not read`
        : `larger than the ${facts['limit']} bytes that are read at once; not read`,
    'zh-CN': (facts) =>
      isOfTable(facts)
        ? `表格中此行过长，超过 ${figure(facts['limit'])} 字节，该行未读取`
        : `超过单次读取上限 ${facts['limit']} 字节，未读取`,
  },
  'too-many-nodes': {
    en: ({ limit }) => `more than ${limit} values once its aliases are written out; not read`,
    'zh-CN': ({ limit }) => `展开别名后超过 ${limit} 个值，未读取`,
  },
  empty: text('the document is empty', '文件为空'),
  'too-many-faults': {
    en: ({ limit }) => `more than ${limit} faults in a row; not read any further`,
    'zh-CN': ({ limit }) => `连续错误超过 ${limit} 处，未继续读取`,
  },
  'trailing-content': {
    en: ({ ndjson }) =>
      ndjson === undefined
        ? 'something stands after the end of the document'
        : 'several values stand one after the other: this is NDJSON, name the file .ndjson',
    'zh-CN': ({ ndjson }) =>
      ndjson === undefined ? '文档结束后还有内容' : '文件包含多个逐行的值，属于 NDJSON，请使用扩展名 .ndjson',
  },
  truncated: text('the document ends in the middle', '文件不完整，内容中断'),
  'truncated-line': text(
    'this line is not valid JSON: it is cut off before its value ends; the line is not read',
    '此行不是有效的 JSON：内容在行内中断，该行未读取',
  ),
  'mixed-line-ends': {
    en: ({ expected = 'LF', found = 'CRLF', count }) =>
      count === undefined
        ? `line ends change here between ${String(expected)} and ${String(found)}`
        : `${counted(count, 'row')} ${count === 1 ? 'ends' : 'end'} with ${String(found)}, the others with ${String(expected)}${found === 'CR' ? '; a CR inside a text needs quotes around it' : ''}`,
    'zh-CN': ({ expected = 'LF', found = 'CRLF', count }) =>
      count === undefined
        ? `此处换行符混用（${String(expected)} 与 ${String(found)}）`
        : `${figure(count)} 行以 ${String(found)} 结尾，其余以 ${String(expected)} 结尾${found === 'CR' ? '；文本内的 CR 应加引号' : ''}`,
  },
  'nul-character': text(
    'a NUL character stands here; no text holds one',
    '此处含有 NUL 字符，文本中不应出现',
  ),
  'lone-surrogate': text(
    'half of a character (a lone surrogate): it cannot be saved as text',
    '含有半个字符（孤立代理项），无法保存为文本',
  ),
  'byte-order-mark-inside': text(
    'a byte order mark stands in the middle of the text',
    '文本中间出现字节顺序标记',
  ),
  'beyond-2^53': {
    en: ({ found, text: written }) =>
      `the number ${written ?? found ?? ''} is beyond what programs keep exactly; write it as text`,
    'zh-CN': ({ found, text: written }) =>
      `数字 ${written ?? found ?? ''} 超出可精确保存的范围，请以文本填写`,
  },
  'recursive-alias': text('this alias contains itself', '别名引用自身'),
  'unresolved-alias': {
    en: ({ name }) => `the alias ${name ?? ''} has no anchor`,
    'zh-CN': ({ name }) => `别名 ${name ?? ''} 没有对应的锚点`,
  },
  'complex-key': text('a name must be text, not a list or an object', '名称必须是文本，不能是列表或对象'),
  'unknown-tag': {
    en: ({ tag }) => `the tag ${tag ?? ''} is not known; read as text`,
    'zh-CN': ({ tag }) => `未知标签 ${tag ?? ''}，按文本读取`,
  },
  'yaml-1.1': text(
    'YAML 1.1 is declared: it reads `no` and `012` otherwise; read as YAML 1.2',
    '声明为 YAML 1.1，其对 no、012 的解释不同；已按 YAML 1.2 读取',
  ),
  'carriage-returns': text(
    'lines end with CR alone; save the file with LF or CRLF',
    '仅使用 CR 换行，请改为 LF 或 CRLF',
  ),
  'tab-indentation': text('YAML is indented with spaces, not tabs', 'YAML 须用空格缩进，不能用制表符'),
  'merge-key': text(
    'a merge key `<<` belongs to YAML 1.1; it is read as an ordinary name',
    '合并键 << 属于 YAML 1.1，已按普通名称读取',
  ),
  'unbalanced-quote': text(
    'this quotation mark is never closed; what it opens cannot be read',
    '引号未闭合，其引出的内容无法读取',
  ),
  'stray-quote': text(
    'a quotation mark stands inside a cell that is not quoted',
    '未加引号的单元格中出现引号',
  ),
  'unknown-directive': {
    en: ({ name }) => `the directive ${name ?? ''} is not known; it is passed over`,
    'zh-CN': ({ name }) => `未知指令 ${name ?? ''}，已忽略`,
  },
  'empty-key': text('the name is empty', '名称为空'),
  'not-finite': {
    en: ({ text: written }) => `${written ?? 'this number'} is no finite number; write it as text`,
    'zh-CN': ({ text: written }) => `${written ?? '该数字'} 不是有限数值，请以文本填写`,
  },
  'not-csv': text(
    'the rows of this file cannot be told apart with certainty; not read',
    '无法确定该文件的行边界，未读取',
  ),
  'duplicate-sheet': {
    en: ({ sheet }) => `two sheets are named “${sheet}”`,
    'zh-CN': ({ sheet }) => `有两个工作表名为“${sheet}”`,
  },
  'malformed-xml': {
    en: ({ part }) =>
      `the workbook is damaged: ${part === undefined ? 'a part inside it' : `its part ${String(part)}`} is not well-formed XML; not read any further. Save or export it again and hand it in anew`,
    'zh-CN': ({ part }) =>
      `工作簿已损坏：内部${part === undefined ? '' : ` ${String(part)} `}的 XML 不完整或有误，未继续读取；请重新保存或导出后再提交`,
  },
  'merged-cells': text(
    'the list of merged cells is broken; not all of them are known',
    '合并单元格清单有误，部分未识别',
  ),
  'more-faults': {
    en: ({ told, more }) => `only the first ${told} faults of this kind are listed; ${more} more follow`,
    'zh-CN': ({ told, more }) => `此类错误仅列出前 ${told} 处，另有 ${more} 处未列出`,
  },
  'cell-value': cells(
    'a value that is none of its kind; it is read as text',
    '的取值与单元格类型不符，已按文本读取',
  ),
  'cell-type': cells('a kind that spreadsheets do not know; it is read as text', '的类型未知，已按文本读取'),
  'cell-reference': cells(
    'a place that contradicts the row; it is taken to stand behind the cell before',
    '的位置与所在行矛盾，视为位于前一单元格之后',
  ),
  'duplicate-cell': cells(
    'a place that another cell has; only the first is read',
    '的位置已被占用，只读取前一个',
  ),
  'date-out-of-range': cells(
    'a date outside the years that spreadsheets know; its number is read',
    '的日期超出电子表格的年份范围，已按数字读取',
  ),
  'shared-string-missing': cells(
    'a text that the workbook lacks; it is read as empty',
    '的文本在工作簿中不存在，已视为空',
  ),
  'formula-without-value': cells(
    'a formula without a result; open the workbook, save it and hand it in again',
    '的公式没有计算结果，请打开工作簿保存后重新提交',
  ),
  'row-order': text('the row stands twice or out of order', '该行重复或顺序有误'),
  'cell-outside': text(
    'a cell lies outside what a sheet can hold; not read any further',
    '单元格超出工作表范围，未继续读取',
  ),
  'unknown-entity': text('the workbook names an entity that XML does not know', '工作簿含有未知的 XML 实体'),
  'nul-bytes': text(
    'NUL bytes stand in the text; no text holds any. Export the data again',
    '含有 NUL 字节，文本中不应出现，请重新导出数据',
  ),
  ...tableReasons,
  'several-documents': text('several documents stand in one file', '一个文件中包含多个文档'),
};

/** What most probably went wrong, in words that say how to mend it; the reader names them. */
const yamlHints: Readonly<Record<string, { en: string; zh: string }>> = {
  'continuation-indentation': {
    en: 'this line goes on with a quoted text and must be indented further than the name before it',
    zh: '此行是引号内文字的续行，缩进须多于其所属名称',
  },
  'full-width-colon': {
    en: 'a full-width colon “：” stands where YAML wants “: ”',
    zh: '使用了全角冒号“：”，应为半角冒号加空格',
  },
};
