import type { TextPair } from '../model/fault.ts';
import type { Pointer } from '../model/pointer.ts';

/** Something wrong with a text of a standard package, in words; 1-based. */
export interface PackageTextError {
  readonly message: TextPair;
  readonly line: number;
  readonly column: number;
}

/** A JSON or YAML file of a standard package: its value, with places. */
export interface PackageText {
  /** Plain JSON data; `undefined` where an error leaves none. */
  readonly value: unknown;
  /** In the order of the text. A text with an error must not be used. */
  readonly errors: readonly PackageTextError[];
  /**
   * Where the value at a pointer stands; where it is absent, the nearest enclosing value.
   * `offset` counts UTF-16 units inside a text value.
   */
  placeOf(pointer: Pointer, offset?: number): { readonly line: number; readonly column: number };
  /** Where the name of the property at a pointer stands. */
  keyPlaceOf(pointer: Pointer): { readonly line: number; readonly column: number };
}

/** Reasons for which a package is refused, in words. `%` stands for the detail that comes with the reason. */
const sentences: ReadonlyMap<string, TextPair> = new Map<string, TextPair>([
  ['empty', ['The file is empty.', '文件为空。']],
  ['truncated', ['The file ends too early.', '文件不完整，提前结束。']],
  ['trailing-comma', ['A comma stands before a closing bracket.', '右括号前多了一个逗号。']],
  ['trailing-content', ['Something stands behind the end of the value.', '值结束之后还有内容。']],
  ['comment', ['JSON has no comments.', 'JSON 不允许注释。']],
  ['single-quotes', ['JSON texts stand in double quotes.', 'JSON 文本应使用双引号。']],
  ['unquoted-key', ['A property name without double quotes.', '属性名未加双引号。']],
  ['byte-order-mark-inside', ['A byte order mark stands inside the text.', '文本中间出现字节顺序标记。']],
  ['nul-character', ['A NUL character stands in the text.', '文本中有 NUL 字符。']],
  [
    'lone-surrogate',
    ['Half a character (a lone surrogate) stands in the text.', '文本中有半个字符（孤立的代理项）。'],
  ],
  ['duplicate-key', ['The name `%` stands twice in one object.', '名称 `%` 在同一对象中出现两次。']],
  ['beyond-2^53', ['The number `%` cannot be kept exactly.', '数值 `%` 无法精确保存。']],
  ['too-deep', ['Nested too deep.', '嵌套过深。']],
  ['not-json', ['This is not JSON.', '不是有效的 JSON。']],
  ['not-yaml', ['This is not YAML: %.', '不是有效的 YAML：%。']],
  ['tab-indentation', ['YAML is indented with spaces, not with tabs.', 'YAML 应以空格缩进，不能用制表符。']],
  ['too-many-nodes', ['The file holds too many values.', '文件中的值过多。']],
  ['unresolved-alias', ['The alias `%` has no anchor before it.', '别名 `%` 之前没有对应的锚点。']],
  ['recursive-alias', ['The alias `%` stands inside its own anchor.', '别名 `%` 位于其自身的锚点之内。']],
  ['complex-key', ['A list or mapping stands where a name belongs.', '应为名称之处是列表或映射。']],
  ['empty-key', ['A name is missing.', '缺少名称。']],
  ['merge-key', ['Merging with `<<` is not part of YAML 1.2.', 'YAML 1.2 不支持以 `<<` 合并。']],
  ['unknown-tag', ['The tag `%` is not known.', '未知标签 `%`。']],
  ['unknown-directive', ['The directive `%` is not known.', '未知指令 `%`。']],
  ['yaml-1.1', ['The file is read as YAML 1.2.', '按 YAML 1.2 读取该文件。']],
  ['not-finite', ['The number `%` is not finite.', '数值 `%` 不是有限数。']],
  [
    'several-documents',
    ['The file holds several documents; it must be one.', '文件含有多个文档，只能有一个。'],
  ],
  ['more-faults', ['There are more mistakes of this kind.', '同类错误还有更多。']],
  [
    'carriage-returns',
    ['Lines end with a lone carriage return; use line feeds.', '行以单独的回车符结束，应使用换行符。'],
  ],
]);

/** A sentence for the reason that a reader gave, in both languages. */
export function packageSentence(
  reason: string,
  facts: Readonly<Record<string, string | number>> = {},
): TextPair {
  const detail = String(facts['name'] ?? facts['detail'] ?? facts['text'] ?? '').replace(/[.:]+$/, '');
  const [en, zh] = sentences.get(reason) ?? [
    `The text cannot be read (${reason}).`,
    `无法读取该文本（${reason}）。`,
  ];
  // What the YAML reader says of the commonest slip helps only those who know its grammar.
  const isNested = detail.startsWith('Nested mappings');
  return [
    en.replace('%', () => detail) +
      (isNested ? ' A text with a colon and a space in it stands in quotes.' : ''),
    zh.replace('%', () => detail) + (isNested ? '含有“冒号加空格”的文本应加引号。' : ''),
  ];
}
