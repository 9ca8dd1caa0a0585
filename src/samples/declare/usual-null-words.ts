/**
 * Words that stand for nothing in any table, for a schema that names none (`missingValues`). Those that may be a value are not among
 * them: NA is Namibia, 无 an answer, - a code (a test that is negative) and —, like it, the sign for what does not apply. A schema that means
 * nothing by them says so.
 */
export const usualNullWords: readonly string[] = [
  'NULL',
  'null',
  'Null',
  '(null)',
  '<null>',
  '\\N',
  'N/A',
  'n/a',
  '#N/A',
  'NaN',
  '暂无',
  '暂无数据',
  '未填写',
];
