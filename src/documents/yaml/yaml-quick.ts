import type { Stretch } from '../whole-text.ts';
import { QuickBlock } from './yaml-quick-block.ts';
import { QuickComments } from './yaml-quick-comments.ts';
import type { QuickPlaces } from './yaml-quick-places.ts';
import type { QuickSource } from './yaml-quick-reading.ts';
import { QuickReading } from './yaml-quick-reading.ts';
import {
  behindBlanks,
  behindLineEnd,
  dash,
  hash,
  isLeft,
  isLineEnd,
  leaveToGeneral,
} from './yaml-quick-text.ts';

/** A document as the quick reader gives it. */
export interface QuickDocument {
  readonly value: unknown;
  readonly faults: readonly Stretch[];
  readonly places: QuickPlaces;
  /** Where the next document starts, or the end of the text. */
  readonly end: number;
}

/**
 * The document that starts at `from`, if it is written as nearly all are: mappings, lists and text in block style, JSON, comments. What it
 * gives is what the general reader would give, only sooner; `undefined` where that is not sure, which says nothing about
 * the document. It takes one pass, and the library is not needed for it.
 */
export function quickDocument(source: QuickSource, from: number): QuickDocument | undefined {
  try {
    return readDocument(source, from);
  } catch (thrown) {
    if (isLeft(thrown)) return undefined;
    throw thrown;
  }
}

/** Characters that the library's own signals consist of, and the byte order mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
export const strange = /[\0-\x08\x0b\x0c\x0e-\x1f\u2028\u2029\ufeff]/;

function readDocument(source: QuickSource, from: number): QuickDocument {
  const reading = new QuickReading(source, from);
  const comments = new QuickComments(reading);
  comments.pass();
  if (comments.column < 0) {
    behindStart(reading);
    comments.pass();
  }
  const value = new QuickBlock(reading, comments).read();
  const { places, faults } = reading;
  places.settle();
  return { value, faults, places, end: documentEnd(reading, comments) };
}

/** Behind the line of `---`, on which nothing else stands but a comment. */
function behindStart(reading: QuickReading): void {
  if (reading.code() !== dash) leaveToGeneral();
  const { text } = reading;
  const at = behindBlanks(text, reading.at + 3);
  const code = text.charCodeAt(at);
  if (!isLineEnd(code) && code !== hash) leaveToGeneral();
  const end = text.indexOf('\n', at);
  reading.at = end < 0 ? text.length : end + 1;
}

/** Behind `...`, where that stands. What may follow there is another document or nothing. */
function documentEnd(reading: QuickReading, comments: QuickComments): number {
  const { text, at } = reading;
  if (at >= text.length || reading.code() === dash) return at;
  const line = behindBlanks(text, at + 3);
  if (!isLineEnd(text.charCodeAt(line))) leaveToGeneral();
  reading.at = behindLineEnd(text, line);
  if (reading.at < text.length) comments.pass();
  else reading.at = text.length;
  // Indented, `---` is text.
  if (reading.at < text.length && !(comments.column < 0 && reading.code() === dash)) leaveToGeneral();
  return reading.at;
}
