import type { Located } from '../../model/document.ts';
import type { LineIndex } from '../excerpt.ts';

/** What is needed to say where a stretch of a text stands. */
export interface LocatedText {
  readonly text: string;
  readonly lines: LineIndex;
}

/** The place of the stretch `start`–`end` without the blanks at its end, which the library counts in. */
export function locatedIn({ text, lines }: LocatedText, start: number, end: number): Located {
  let last = end;
  while (last > start && isBlank(text.charCodeAt(last - 1))) last -= 1;
  return { place: lines.place(start, last), excerpt: lines.excerpt(start, last) };
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
