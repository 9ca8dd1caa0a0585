import type { Locale } from '../model/locale.ts';
import { thousands } from '../model/numbers.ts';
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
  of(done: string, all: string): string;
  rows(count: string): string;
  speed(amount: string): string;
  left(seconds: number): string;
}

const words: Readonly<Record<Locale, ProgressWords>> = {
  en: {
    what: 'checking',
    files: (done, all) => `${done} of ${all} ${all === 1 ? 'file' : 'files'}`,
    of: (done, all) => `${done} of ${all} MB`,
    rows: (count) => `${count} rows`,
    speed: (amount) => `${amount} MB/s`,
    left: (seconds) =>
      seconds < 60 ? `${seconds} s left` : `${Math.floor(seconds / 60)} min ${seconds % 60} s left`,
  },
  'zh-CN': {
    what: '正在检查',
    files: (done, all) => `文件 ${done}/${all}`,
    of: (done, all) => `${done}/${all} MB`,
    rows: (count) => `${count} 行`,
    speed: (amount) => `每秒 ${amount} MB`,
    left: (seconds) =>
      seconds < 60 ? `还需 ${seconds} 秒` : `还需 ${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`,
  },
};

/** `checking  3 of 14 files  120.0 of 304.0 MB  244.0 MB/s  1 s left`, after so many milliseconds. */
export function progressText(
  state: ProgressState & { readonly elapsed: number },
  totals: ProgressTotals,
  locale: Locale,
): string {
  const { bytes, files, rows, elapsed } = state;
  const { what, ...say } = words[locale];
  const all = totals.bytes;
  const parts = [what, say.files(files, totals.files)];
  parts.push(all === undefined ? `${megabytes(bytes)} MB` : say.of(megabytes(bytes), megabytes(all)));
  if (rows > 0) parts.push(say.rows(thousands(rows)));
  const speed = elapsed > 0 ? bytes / elapsed : 0;
  if (speed > 0) parts.push(say.speed(megabytes(speed * 1000)));
  if (speed > 0 && all !== undefined && all > bytes)
    parts.push(say.left(Math.ceil((all - bytes) / speed / 1000)));
  return parts.join('  ');
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
