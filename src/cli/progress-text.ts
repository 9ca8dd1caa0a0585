import type { Locale } from '../model/locale.ts';
import { thousands } from '../model/numbers.ts';
import { columnsOf } from '../reporters/columns.ts';
import type { ProgressState } from '../workspace/progress.ts';

/** Everything that there is to do. */
export interface ProgressTotals {
  /** Unknown where something comes from standard input. */
  readonly bytes: number | undefined;
  readonly files: number;
}

interface ProgressWords {
  readonly what: string;
  files(done: number, all: number): string;
  of(done: string, all: string, unit: string): string;
  rows(count: string): string;
  speed(amount: string): string;
  left(seconds: number): string;
  /** All bytes were read, and some are read once more: keys are compared, values counted. */
  readonly again: string;
}

const words: Readonly<Record<Locale, ProgressWords>> = {
  en: {
    what: 'checking',
    files: (done, all) => `${done} of ${all} ${all === 1 ? 'file' : 'files'}`,
    of: (done, all, unit) => `${done} of ${all} ${unit}`,
    rows: (count) => `${count} rows`,
    speed: (amount) => `${amount} MB/s`,
    left: (seconds) =>
      seconds < 60 ? `${seconds} s left` : `${Math.floor(seconds / 60)} min ${seconds % 60} s left`,
    again: 'reading once more',
  },
  'zh-CN': {
    what: '正在检查',
    files: (done, all) => `文件 ${done}/${all}`,
    of: (done, all, unit) => `${done}/${all} ${unit}`,
    rows: (count) => `${count} 行`,
    speed: (amount) => `每秒 ${amount} MB`,
    left: (seconds) =>
      seconds < 60 ? `还需 ${seconds} 秒` : `还需 ${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`,
    again: '正在再次读取',
  },
};

/** A part of the line, and how readily it is left out: the highest first, 0 never. */
type Part = readonly [text: string, spare: number];

/**
 * `checking  3 of 14 files  120.0 of 304.0 MB  412,000 rows  244.0 MB/s  1 s left`, after so many milliseconds. Where that is wider than the
 * terminal, what says least is left out: how fast and how long still are kept.
 */
export function progressText(
  state: ProgressState & { readonly elapsed: number },
  totals: ProgressTotals,
  { locale, width }: { readonly locale: Locale; readonly width: number },
): string {
  let parts = partsOf(state, totals, words[locale]);
  for (let spare = mostSpare; spare > 0 && columnsOf(lineOf(parts)) > width; spare -= 1)
    parts = parts.filter(([, of]) => of !== spare);
  return lineOf(parts);
}

const mostSpare = 3;
/** Milliseconds of reading behind which its speed says how long the rest takes. */
const tellsSpeed = 500;

function lineOf(parts: readonly Part[]): string {
  return parts.map(([text]) => text).join('  ');
}

function partsOf(
  { bytes, files, rows, elapsed }: ProgressState & { readonly elapsed: number },
  { bytes: all, files: allFiles }: ProgressTotals,
  { what, again, ...say }: ProgressWords,
): Part[] {
  const parts: Part[] = [[what, 3]];
  if (allFiles > 1) parts.push([say.files(files, allFiles), 2]);
  if (all === undefined) parts.push([`${inUnit(bytes, bytes)} ${unitOf(bytes)}`, 1]);
  else parts.push([say.of(inUnit(Math.min(bytes, all), all), inUnit(all, all), unitOf(all)), 1]);
  if (rows > 0) parts.push([say.rows(thousands(rows)), 1]);
  const speed = elapsed > 0 ? bytes / elapsed : 0;
  if (speed === 0) return parts;
  // What is read again counts for its speed, but nobody knows how much of it there is.
  parts.push([say.speed(inUnit(speed * 1000, 0)), 0]);
  if (all !== undefined && elapsed >= tellsSpeed)
    parts.push([all > bytes ? say.left(Math.ceil((all - bytes) / speed / 1000)) : again, 0]);
  return parts;
}

/** From ten of them on. */
const gigabytes = 1e10;

function unitOf(bytes: number): string {
  return bytes < gigabytes ? 'MB' : 'GB';
}

/** In the unit that suits `all`. */
function inUnit(bytes: number, all: number): string {
  return (bytes / (all < gigabytes ? 1e6 : 1e9)).toFixed(1);
}
