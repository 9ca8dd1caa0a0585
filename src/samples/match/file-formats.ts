/** Ending → the format that a file with it has. */
export const fileFormats: ReadonlyMap<string, string> = new Map([
  ['csv', 'csv'],
  ['tsv', 'tsv'],
  ['tab', 'tsv'],
  ['txt', 'csv'],
  ['json', 'json'],
  ['geojson', 'json'],
  ['ndjson', 'ndjson'],
  ['jsonl', 'ndjson'],
  ['xlsx', 'xlsx'],
  ['xls', 'xls'],
  ['et', 'et'],
  ['parquet', 'parquet'],
  ['xml', 'xml'],
]);

/** Words for a format, without blanks, dots and case → the formats of files that keep it. */
const words: ReadonlyMap<string, readonly string[]> = new Map([
  ['csv', ['csv', 'tsv']],
  ['csv文件', ['csv', 'tsv']],
  ['txt', ['csv', 'tsv', 'ndjson']],
  ['文本', ['csv', 'tsv', 'ndjson']],
  ['文本文件', ['csv', 'tsv', 'ndjson']],
  ['纯文本', ['csv', 'tsv', 'ndjson']],
  ['tsv', ['tsv']],
  ['tab', ['tsv']],
  ['json', ['json', 'ndjson']],
  ['geojson', ['json', 'ndjson']],
  ['ndjson', ['ndjson']],
  ['jsonl', ['ndjson']],
  ['jsonlines', ['ndjson']],
  ['xlsx', ['xlsx']],
  ['xls', ['xls']],
  ['et', ['et']],
  ['excel', ['xlsx', 'xls']],
  ['电子表格', ['xlsx', 'xls', 'et', 'csv']],
  ['spreadsheet', ['xlsx', 'xls', 'et', 'csv']],
  ['parquet', ['parquet']],
  ['xml', ['xml']],
  ['pdf', ['pdf']],
  ['doc', ['doc']],
  ['docx', ['docx']],
  ['html', ['html']],
]);

/** The formats of files that keep a declared one; undefined for a word that names none, such as that of a database. */
export function formatsMeant(word: string): readonly string[] | undefined {
  if (word.includes('/') && !/^https?:/i.test(word)) return mediaFormats(word);
  return words.get(
    word
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\s.]+/g, ''),
  );
}

const mediaTypes: ReadonlyMap<string, readonly string[]> = new Map([
  ['text/csv', ['csv', 'tsv']],
  ['application/csv', ['csv', 'tsv']],
  ['text/plain', ['csv', 'tsv', 'ndjson']],
  ['text/tab-separated-values', ['tsv']],
  ['application/json', ['json']],
  ['application/geo+json', ['json']],
  ['application/ld+json', ['json']],
  ['application/x-ndjson', ['ndjson']],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['xlsx']],
  ['application/vnd.ms-excel', ['xls', 'xlsx']],
  ['application/vnd.apache.parquet', ['parquet']],
  ['application/xml', ['xml']],
  ['text/xml', ['xml']],
  ['application/pdf', ['pdf']],
  ['text/html', ['html']],
]);

/** The formats of files that keep a media type, parameters aside. */
export function mediaFormats(type: string): readonly string[] | undefined {
  return mediaTypes.get((type.split(';')[0] ?? '').trim().toLowerCase());
}
