/** A moment of a long run. */
export interface ProgressState {
  readonly bytes: number;
  readonly files: number;
}

export interface ProgressOptions {
  readonly totalBytes: number | undefined;
  readonly totalFiles: number;
  /** Columns of the terminal. */
  readonly width: number;
  write(text: string): void;
  /** Milliseconds, from any start. */
  clock(): number;
  /** What is being done: `checking`. */
  readonly what: string;
}

/** Not before this, so that short runs show nothing; not oftener than that. In milliseconds. */
const firstAfter = 500;
const between = 100;

const eraseLine = '\r\u001b[2K';

/**
 * One line on a terminal that says what is being done, how far it is, how fast, and how long still.
 * `update` may be called as often as one likes; `clear` removes the line before results are printed.
 */
export function progressLine(options: ProgressOptions): {
  update(state: ProgressState): void;
  clear(): void;
} {
  const start = options.clock();
  let next = start + firstAfter;
  let isShown = false;
  return {
    update: (state) => {
      const now = options.clock();
      if (now < next) return;
      next = now + between;
      isShown = true;
      const line = progressText(state, now - start, options);
      options.write(eraseLine + line.slice(0, Math.max(0, options.width - 1)));
    },
    clear: () => {
      if (isShown) options.write(eraseLine);
      isShown = false;
    },
  };
}

/** `checking  3 of 14 files  120.0 of 304.0 MB  244.0 MB/s  1 s left` */
export function progressText(state: ProgressState, elapsed: number, options: ProgressOptions): string {
  const parts = [options.what, `${state.files} of ${options.totalFiles} files`];
  const total = options.totalBytes;
  parts.push(
    total === undefined ? megabytes(state.bytes) : `${megabytes(state.bytes)} of ${megabytes(total)}`,
  );
  const speed = elapsed > 0 ? state.bytes / elapsed : 0;
  if (speed > 0) parts.push(`${megabytes(speed * 1000)}/s`);
  if (speed > 0 && total !== undefined && total > state.bytes)
    parts.push(`${duration((total - state.bytes) / speed)} left`);
  return parts.join('  ');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
