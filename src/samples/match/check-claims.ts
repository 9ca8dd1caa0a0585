import type { SampleClaims } from '../../model/data-item.ts';
import type { TextPair } from '../../model/fault.ts';
import { tellsWhenWritten } from './claims-days.ts';
import { fileFormats, formatsMeant, mediaFormats } from './file-formats.ts';

/** What a file turned out to be. What is not known is left out, and not compared. */
export interface SampleFacts {
  /** Of the file name, in lower case and without the dot, a `.gz` behind it left out. */
  readonly extension: string;
  /** By its bytes: `csv`, `tsv`, `json`, `ndjson`, `xlsx`, `xls`, `parquet`. */
  readonly format?: string;
  /** As `Encoding` has it; `ascii` where every byte is below 0x80. */
  readonly encoding?: string;
  /** As stored. */
  readonly bytes?: number;
  readonly rows?: number;
  readonly md5?: string;
  readonly sha256?: string;
  /** Columns that hold days, CCYY-MM-DD. */
  readonly days?: readonly DayColumn[];
}

interface DayColumn {
  readonly heading: string;
  readonly min: string;
  readonly max: string;
}

/** What is claimed; `rowsTolerance` only belongs to `rows`. */
export type ClaimName = Exclude<keyof SampleClaims, 'rowsTolerance'>;

/** A claim that the file does not keep. */
export interface ClaimFinding {
  readonly check: 'sample/claim';
  readonly claim: ClaimName;
  /**
   * `different`; `fewer` or `more` rows or bytes; `newer`: a day behind the last update; `outside`: no column of days lies in the period;
   * `beyond`: the best column reaches beyond it.
   */
  readonly reason: 'different' | 'fewer' | 'more' | 'newer' | 'outside' | 'beyond';
  readonly declared: string;
  readonly found: string;
  /** The column that shows it. */
  readonly heading?: string;
}

export interface CheckedClaims {
  readonly findings: readonly ClaimFinding[];
  /** Claims that are made and could not be compared, and why. */
  readonly notChecked: readonly { readonly claim: ClaimName; readonly reason: TextPair }[];
}

interface Verdict {
  readonly findings?: readonly ClaimFinding[];
  /** Why a claim could not be compared. */
  readonly reason?: TextPair;
}

type Compare = (claims: SampleClaims, facts: SampleFacts) => Verdict;

const kept: Verdict = {};

/**
 * Holds what a record says of its file against the file. Bytes and digests are exact. Rows may differ by `rowsTolerance`. A format, media
 * type or encoding that names several (`电子表格`, `gbk`) is kept by each of them.
 */
export function checkClaims(claims: SampleClaims, facts: SampleFacts): CheckedClaims {
  const made = comparisons.filter(([claim]) => claims[claim] !== undefined);
  const verdicts = made.map(([claim, compare]) => ({ claim, ...compare(claims, facts) }));
  return {
    findings: verdicts.flatMap(({ findings = [] }) => findings),
    notChecked: verdicts.flatMap(({ claim, reason }) => (reason === undefined ? [] : [{ claim, reason }])),
  };
}

const comparisons: readonly (readonly [ClaimName, Compare])[] = [
  ['format', (claims, facts) => compareFormat('format', claims.format ?? '', facts)],
  ['mediaType', (claims, facts) => compareFormat('mediaType', claims.mediaType ?? '', facts)],
  ['encoding', compareEncoding],
  ['bytes', compareBytes],
  ['rows', compareRows],
  ['hash', compareHash],
  ['lastUpdate', compareUpdate],
  ['period', comparePeriod],
];

function unlike(
  claim: ClaimName,
  reason: ClaimFinding['reason'],
  said: { readonly declared: string; readonly found: string; readonly heading?: string },
): Verdict {
  return { findings: [{ check: 'sample/claim', claim, reason, ...said }] };
}

function compareFormat(claim: 'format' | 'mediaType', declared: string, facts: SampleFacts): Verdict {
  const meant = claim === 'format' ? formatsMeant(declared) : mediaFormats(declared);
  if (meant === undefined)
    return { reason: [`${declared} is no format of files that is known`, `${declared} 不是已知的文件格式`] };
  const found = facts.format ?? fileFormats.get(facts.extension);
  if (found === undefined) return { reason: ['the format of the file is not known', '无法识别文件的格式'] };
  return meant.includes(found) ? kept : unlike(claim, 'different', { declared, found });
}

/** Encoding → those that a file of it may be found to be. Bytes of ASCII are right in all of them but UTF-16. */
const encodings: ReadonlyMap<string, readonly string[]> = new Map([
  ['utf8', ['utf-8', 'ascii']],
  ['utf8sig', ['utf-8', 'ascii']],
  ['utf8bom', ['utf-8', 'ascii']],
  ['gbk', ['gb18030', 'ascii']],
  ['gb2312', ['gb18030', 'ascii']],
  ['gb18030', ['gb18030', 'ascii']],
  ['cp936', ['gb18030', 'ascii']],
  ['utf16', ['utf-16le', 'utf-16be']],
  ['utf16le', ['utf-16le']],
  ['utf16be', ['utf-16be']],
  ['ascii', ['ascii']],
  ['usascii', ['ascii']],
]);

function compareEncoding(
  { encoding: declared = '' }: SampleClaims,
  { encoding: found }: SampleFacts,
): Verdict {
  const meant = encodings.get(declared.toLowerCase().replaceAll(/[\s_-]+/g, ''));
  if (meant === undefined)
    return { reason: [`the encoding ${declared} is not known`, `未知编码 ${declared}`] };
  if (found === undefined) return { reason: ['the file is no text', '不是文本文件'] };
  return meant.includes(found) ? kept : unlike('encoding', 'different', { declared, found });
}

function compareBytes({ bytes = 0 }: SampleClaims, { bytes: found }: SampleFacts): Verdict {
  if (found === undefined) return { reason: ['the size of the file is not known', '文件大小未知'] };
  if (found === bytes) return kept;
  return unlike('bytes', found < bytes ? 'fewer' : 'more', { declared: String(bytes), found: String(found) });
}

function compareRows({ rows = 0, rowsTolerance = 0 }: SampleClaims, { rows: found }: SampleFacts): Verdict {
  if (found === undefined)
    return { reason: ['the rows of the file were not counted to the end', '文件的行数没有计到末尾'] };
  if (Math.abs(found - rows) <= rowsTolerance) return kept;
  const declared = rowsTolerance === 0 ? String(rows) : `${rows} ± ${rowsTolerance}`;
  return unlike('rows', found < rows ? 'fewer' : 'more', { declared, found: String(found) });
}

function compareHash({ hash }: SampleClaims, facts: SampleFacts): Verdict {
  const found = hash === undefined ? undefined : facts[hash.algorithm];
  if (hash === undefined || found === undefined)
    return { reason: ['no digest of the file was made', '没有计算文件的摘要'] };
  if (found.toLowerCase() === hash.digest) return kept;
  return unlike('hash', 'different', {
    declared: `${hash.algorithm}:${hash.digest}`,
    found: `${hash.algorithm}:${found}`,
  });
}

/** No row can have been written after the last update. */
function compareUpdate({ lastUpdate = '' }: SampleClaims, { days = [] }: SampleFacts): Verdict {
  const columns = days.filter(({ heading }) => tellsWhenWritten(heading));
  if (columns.length === 0)
    return { reason: ['no column says when its rows were written', '没有表明各行写入时间的列'] };
  const newer = columns.filter(({ max }) => max > lastUpdate);
  const latest = newer.sort((one, other) => (one.max < other.max ? 1 : -1))[0];
  if (latest === undefined) return kept;
  return unlike('lastUpdate', 'newer', { declared: lastUpdate, found: latest.max, heading: latest.heading });
}

/** Data of a period have one column of days at least that lies in it; which one that is nobody says, so the best one counts. */
function comparePeriod({ period }: SampleClaims, { days = [] }: SampleFacts): Verdict {
  const { from = '0000-00-00', to = '9999-99-99' } = period ?? {};
  if (days.some(({ min, max }) => min >= from && max <= to)) return kept;
  const overlapping = days.find(({ min, max }) => min <= to && max >= from);
  const best = overlapping ?? days[0];
  if (best === undefined) return { reason: ['the file has no column of days', '文件没有日期列'] };
  return unlike('period', overlapping === undefined ? 'outside' : 'beyond', {
    declared: `${period?.from ?? '..'}/${period?.to ?? '..'}`,
    found: `${best.min}/${best.max}`,
    heading: best.heading,
  });
}
