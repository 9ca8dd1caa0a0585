/** A moment of a long run. */
export interface ProgressState {
  readonly bytes: number;
  readonly files: number;
  /** Rows of data checked so far; 0 where there are none. */
  readonly rows: number;
}

export interface ProgressOptions {
  /** The line for a moment, so many milliseconds after the start; no wider than the terminal, or it could not be taken back. */
  line(state: ProgressState & { readonly elapsed: number }): string;
  write(text: string): void;
  /** Milliseconds, from any start. */
  clock(): number;
}

/** Not before this, so that short runs show nothing; not oftener than that. In milliseconds. */
const firstAfter = 500;
const between = 100;

const eraseLine = '\r\u001b[2K';

/**
 * One line on a terminal that says how far a long run is. `update` may be called as often as one likes; `clear` removes the
 * line before results are printed, and nothing comes after it.
 */
export function progressLine({ line, write, clock }: ProgressOptions): {
  update(state: ProgressState): void;
  clear(): void;
} {
  const start = clock();
  let next = start + firstAfter;
  let isShown = false;
  return {
    update: (state) => {
      const now = clock();
      if (now < next) return;
      next = now + between;
      isShown = true;
      write(eraseLine + line({ ...state, elapsed: now - start }));
    },
    clear: () => {
      if (isShown) write(eraseLine);
      isShown = false;
      next = Number.POSITIVE_INFINITY;
    },
  };
}
