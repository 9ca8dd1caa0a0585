import type { Excerpt } from '../model/document.ts';
import { columnsOf, cutEnd } from './columns.ts';
import { visible } from './visible.ts';

/** The two lines of a code frame, without gutter: the source and the marks below it. */
export interface CodeFrame {
  readonly source: string;
  readonly marks: string;
}

/** How much of the line is kept in front of the marked part when it is cut. */
const lead = 12;

/**
 * An excerpt cut to `columns` around its marked part, with carets that stand below it also where characters are
 * two columns wide or had to be written out (`\u{1b}`). Tabs become one blank.
 */
export function codeFrame(excerpt: Excerpt, columns: number): CodeFrame {
  const text = excerpt.text.replaceAll('\t', ' ').replace(/[\r\n]+$/, '');
  const from = Math.min(Math.max(0, excerpt.from), text.length);
  const to = Math.min(text.length, from + Math.max(1, excerpt.length));
  const before = visible(text.slice(0, from));
  const marked = visible(text.slice(from, to));
  const after = visible(text.slice(to));
  const shownBefore =
    columnsOf(before + marked) > columns ? cutStart(before, Math.min(lead, columns)) : before;
  const source = cutEnd(shownBefore + marked + after, columns);
  const start = columnsOf(shownBefore);
  const length = Math.min(Math.max(1, columnsOf(marked)), Math.max(1, columns - start));
  return { source, marks: ' '.repeat(start) + '^'.repeat(length) };
}

/** The end of a text, with `…` in front when something was cut off. */
function cutStart(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  const characters = [...text];
  let kept = '';
  while (characters.length > 0 && columnsOf(`${characters.at(-1)}${kept}`) < columns)
    kept = characters.pop() + kept;
  return `…${kept}`;
}
