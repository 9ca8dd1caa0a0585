import type { Engine } from '../engine/engine.ts';

/** Physical lines of the buffer of an engine that is moved along a text. Counts only when asked, from where it was asked last. */
export class LineCounter {
  readonly #engine: Pick<Engine, 'lineEnds'>;
  /** The line at the start of the buffer. */
  #first: number;
  /** Asked for last. */
  #offset = 0;
  #line: number;

  constructor(engine: Pick<Engine, 'lineEnds'>, line: number) {
    this.#engine = engine;
    this.#first = line;
    this.#line = line;
  }

  /** The line of an offset in the buffer. */
  at(offset: number): number {
    if (offset > this.#offset) this.#line += this.#engine.lineEnds(this.#offset, offset);
    else if (offset < this.#offset) this.#line -= this.#engine.lineEnds(offset, this.#offset);
    this.#offset = offset;
    return this.#line;
  }

  /** The first `bytes` of the buffer, in which so many lines end, are about to leave it. */
  drop(bytes: number, lines = this.#engine.lineEnds(0, bytes)): void {
    this.#first += lines;
    this.#line = this.#first;
    this.#offset = 0;
  }
}
