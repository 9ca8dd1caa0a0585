import type { DaySpan } from './sample-part.ts';

/** The first and the last day of each column. What is told does not depend on the order in which days come. */
export class DaySpans {
  readonly #spans = new Map<number, { min: string; max: string }>();

  note(column: number, day: string | undefined): void {
    if (day === undefined) return;
    const span = this.#spans.get(column);
    if (span === undefined) this.#spans.set(column, { min: day, max: day });
    else if (day < span.min) span.min = day;
    else if (day > span.max) span.max = day;
  }

  merge(spans: readonly DaySpan[]): void {
    for (const { column, min, max } of spans) {
      this.note(column, min);
      this.note(column, max);
    }
  }

  /** In the order of the columns. */
  spans(): DaySpan[] {
    return [...this.#spans]
      .map(([column, span]) => ({ column, ...span }))
      .sort((a, b) => a.column - b.column);
  }
}
