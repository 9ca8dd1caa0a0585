import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';

/** What a file can turn out to be; with the ending that it should have where it is read all the same. */
interface Kind {
  readonly en: string;
  readonly zh: string;
  readonly ending?: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  xlsx: { en: 'an XLSX workbook', zh: ' XLSX 工作簿', ending: '.xlsx' },
  parquet: { en: 'a Parquet file', zh: ' Parquet 文件', ending: '.parquet' },
  ndjson: { en: 'NDJSON (one object a line)', zh: ' NDJSON（每行一个对象）', ending: '.ndjson' },
  zip: { en: 'a ZIP archive', zh: ' ZIP 压缩包' },
  gzip: { en: 'packed with gzip', zh: ' gzip 压缩文件' },
  zstd: { en: 'packed with Zstandard', zh: ' Zstandard 压缩文件' },
  pdf: { en: 'a PDF document', zh: ' PDF 文档' },
  sqlite: { en: 'an SQLite database', zh: ' SQLite 数据库' },
  html: { en: 'a web page', zh: '网页' },
  text: { en: 'plain text', zh: '纯文本' },
};

/** `its name ends in .csv, but it is an XLSX workbook; it was read as that. Name it .xlsx` */
export const otherFormat: Readonly<Record<Locale, (facts: Facts) => string>> = {
  en: ({ named, found }) => {
    const name = String(named ?? '');
    const { en, ending } = kindOf(found);
    const called = name === '' ? 'its name has no ending' : `its name ends in .${name}`;
    const remedy =
      ending === undefined
        ? 'not read. Hand the data in as CSV, JSON, XLSX or Parquet'
        : `it was read as that. Name it ${ending}`;
    return `${called}, but it is ${en}; ${remedy}`;
  },
  'zh-CN': ({ named, found }) => {
    const name = String(named ?? '');
    const { zh, ending } = kindOf(found);
    const called = name === '' ? '文件没有扩展名' : `扩展名为 .${name}`;
    const remedy =
      ending === undefined
        ? '未读取，请以 CSV、JSON、XLSX 或 Parquet 提交数据'
        : `已按此读取，请将扩展名改为 ${ending}`;
    return `${called}，实际是${zh}，${remedy}`;
  },
};

function kindOf(found: Facts[string] | undefined): Kind {
  const name = String(found ?? '?');
  return (Object.hasOwn(kinds, name) ? kinds[name] : undefined) ?? { en: name, zh: ` ${name}` };
}
