import { comparedLength, editDistance } from './edit-distance.ts';

/** Characters whose change changes the meaning: units of time, negations, levels, numerals, opposites. */
const meaningful =
  /[日周月年旬季时分秒有无不非未是否可省市县区乡镇村一二三四五六七八九十百千万半双单前后上下内外入出新旧首末始终起止大小高低多少男女主从父子甲乙丙丁]/u;

/** A likely slip of the keyboard. */
export interface NearSpelling {
  readonly distance: number;
  /** 0 to 1. */
  readonly score: number;
}

/** How many edits are worth looking for in a word of that many characters. */
export function editLimit(length: number): number {
  if (length < 4) return 0;
  if (length < 6) return 1;
  return length < 15 ? 2 : 3;
}

/**
 * Whether two different normalised texts are one word, mistyped. Digits must agree, a longer word that ends with the other
 * is another word (`biannual`, `irregular`), and Chinese words differ by one edit at most, by none that changes the meaning.
 */
export function nearSpelling(a: string, b: string): NearSpelling | undefined {
  const [shortest, longest] = [comparedLength(a), comparedLength(b)].sort((one, other) => one - other) as [
    number,
    number,
  ];
  const han = /\p{Script=Han}/u.test(a) || /\p{Script=Han}/u.test(b);
  const limit = Math.min(editLimit(longest), han ? 1 : 3);
  if (shortest < (han ? 4 : 3) || longest - shortest > limit) return undefined;
  const distance = editDistance(a, b, limit);
  if (distance > limit || digitsOf(a) !== digitsOf(b)) return undefined;
  if (!partsAlike(a, b)) return undefined;
  const oneWord = han ? !meaningful.test(differing(a, b)) : isSlip(a, b);
  return oneWord ? { distance, score: 1 - distance / longest } : undefined;
}

/** The digits of a text, in order: where they differ, two texts are not one text mistyped. */
export function digitsOf(text: string): string {
  return text.replaceAll(/\D+/g, '');
}

/**
 * In what is built of parts (`text/arff`, `application/rtf`) every part is a word of its own: a long neighbour does not make
 * two short ones alike.
 */
function partsAlike(a: string, b: string): boolean {
  const [parts, others] = [a.split('/'), b.split('/')];
  if (parts.length < 2 || parts.length !== others.length) return true;
  return parts.every((part, index) => {
    const other = others[index] ?? '';
    const limit = Math.max(1, editLimit(Math.min(comparedLength(part), comparedLength(other))));
    return editDistance(part, other, limit) <= limit;
  });
}

/**
 * In letters: not a prefix of two or more before the same word, and of four letters three alike are not enough (`date`,
 * `data`): only two swapped or one left out.
 */
function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 && (a.endsWith(b) || b.endsWith(a))) return false;
  return a.length !== 4 || b.length !== 4 || [...a].sort().join('') === [...b].sort().join('');
}

/** What is left of both when their common start and end are taken away. */
function differing(a: string, b: string): string {
  let start = 0;
  while (start < a.length && a.charAt(start) === b.charAt(start)) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a.charAt(a.length - 1 - end) === b.charAt(b.length - 1 - end)) end += 1;
  const rests = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const swapped = [...(rests[0] ?? '')].sort().join('') === [...(rests[1] ?? '')].sort().join('');
  return swapped ? '' : rests.join('');
}
