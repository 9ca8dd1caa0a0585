import { maskDistance, maskOf } from './character-mask.ts';
import type { CodeIndex, Entry } from './code-index.ts';
import { endKeys } from './code-index.ts';
import { comparedLength } from './edit-distance.ts';
import type { NearSpelling } from './near-spelling.ts';
import { digitsOf, editLimit, nearSpelling } from './near-spelling.ts';

/** How many texts are compared at most. */
const maxComparisons = 5_000;
/** Longer texts are sentences, not codes. */
const maxPartLength = 24;

/** A text of the list that is not the one looked for, but may be meant. */
export interface NearEntry {
  readonly entry: Entry;
  /** 0 to 1. */
  readonly score: number;
  readonly certain: boolean;
}

interface Candidate extends NearSpelling {
  readonly entry: Entry;
}

/** The entry nearest in spelling, if it is alone in being near. */
export function nearestEntry(key: string, index: CodeIndex): NearEntry | undefined {
  const near = new Map<unknown, Candidate>();
  for (const entry of candidates(key, index)) {
    const spelling = nearSpelling(key, entry.key);
    const before = near.get(entry.code);
    if (spelling === undefined || spelling.score < 0.7) continue;
    if (before === undefined || spelling.distance < before.distance)
      near.set(entry.code, { entry, ...spelling });
  }
  const [best, rival] = [...near.values()].sort((a, b) => a.distance - b.distance);
  if (best === undefined) return undefined;
  const lead = (rival?.distance ?? Number.POSITIVE_INFINITY) - best.distance;
  if (lead === 0) return undefined;
  return {
    entry: best.entry,
    score: best.score,
    certain: isLongWord(key, best.entry.key, best.distance) && lead > 1,
  };
}

/** One slip in seven letters or two in ten can be trusted; Chinese never: another character is another word. */
function isLongWord(a: string, b: string, distance: number): boolean {
  const shortest = Math.min(a.length, b.length);
  const plain = /^[\p{Script=Latin}\s'-]+$/u.test(a) && /^[\p{Script=Latin}\s'-]+$/u.test(b);
  return plain && ((distance === 1 && shortest >= 7) || (distance === 2 && shortest >= 10));
}

/** The entries whose length, digits and characters do not rule them out. */
function candidates(key: string, index: CodeIndex): Entry[] {
  const limit = /\p{Script=Han}/u.test(key) ? 1 : editLimit(comparedLength(key) + 1);
  const mask = maskOf(key);
  const digits = digitsOf(key);
  const isPossible = (entry: Entry): boolean =>
    entry.digits === digits &&
    maskDistance(mask, entry.mask) <= 2 * limit &&
    Math.abs(entry.key.length - key.length) <= 2 * limit;
  const groups = index.long ? sameEnds(key, index) : similarLength(key, limit, index);
  return groups.flatMap((group) => group.filter(isPossible)).slice(0, maxComparisons);
}

function sameEnds(key: string, index: CodeIndex): (readonly Entry[])[] {
  return endKeys(key).map((end) => index.byEnds.get(end) ?? []);
}

function similarLength(key: string, limit: number, index: CodeIndex): (readonly Entry[])[] {
  const length = comparedLength(key);
  return Array.from({ length: 2 * limit + 1 }, (_, at) => index.byLength.get(length - limit + at) ?? []);
}

/**
 * A code that a Chinese text names in part (每年更新 → 每年) or that it is the greater part of (季度 → 每季度). A guess for a
 * person to confirm; none where two codes are named or the name is negated.
 */
export function partlyNamed(key: string, index: CodeIndex): NearEntry | undefined {
  const length = key.length;
  if (length < 2 || length > maxPartLength || !/\p{Script=Han}/u.test(key)) return undefined;
  const inside = namedInside(key, index);
  if (inside.length > 0) {
    const alone = inside.every(({ code }) => code === inside[0]?.code);
    return alone ? guess(inside[0], (inside[0]?.key.length ?? 0) / length) : undefined;
  }
  const around = namedAround(key, index);
  return guess(around, length / (around?.key.length ?? length));
}

function guess(entry: Entry | undefined, score: number): NearEntry | undefined {
  return entry === undefined ? undefined : { entry, score, certain: false };
}

/** The codes named inside a text, longest names first; what lies inside a longer name does not count. */
function namedInside(key: string, index: CodeIndex): Entry[] {
  const found: Entry[] = [];
  let rest = key;
  for (let size = Math.min(key.length - 1, index.longest); size >= 2; size -= 1) {
    for (let at = 0; at + size <= rest.length; at += 1) {
      const part = rest.slice(at, at + size);
      const hit = index.normalised.get(part);
      if (hit === undefined || hit.several || !/^\p{Script=Han}+$/u.test(part)) continue;
      const negated = /[不非无未]/u.test(rest.charAt(at - 1));
      if (!negated) found.push({ key: part, kind: hit.kind, code: hit.code, mask: 0, digits: '' });
      rest = `${rest.slice(0, at)}${' '.repeat(size)}${rest.slice(at + size)}`;
    }
  }
  return found;
}

/** The one code whose name starts or ends with the text and is at most twice as long. */
function namedAround(key: string, index: CodeIndex): Entry | undefined {
  const wholes = sameEnds(key, index).flatMap((group) =>
    group
      .slice(0, maxComparisons)
      .filter(
        (entry) =>
          entry.key.length > key.length && entry.key.length <= key.length * 2 && isPart(key, entry.key),
      ),
  );
  return wholes.every(({ code }) => code === wholes[0]?.code) ? wholes[0] : undefined;
}

function isPart(key: string, whole: string): boolean {
  if (whole.startsWith(key)) return true;
  return whole.endsWith(key) && !/[不非无未半双]/u.test(whole.slice(0, -key.length));
}
