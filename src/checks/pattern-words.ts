import type { Locale } from '../model/locale.ts';
import { alternatives } from './type-words.ts';

/** Sets of characters that have a name. */
const sets: Readonly<Record<string, Readonly<Record<Locale, readonly [one: string, many: string]>>>> = {
  '0-9': { en: ['digit', 'digits'], 'zh-CN': ['位数字', '位数字'] },
  '1-9': {
    en: ['digit from 1 to 9', 'digits from 1 to 9'],
    'zh-CN': ['位 1 至 9 的数字', '位 1 至 9 的数字'],
  },
  'A-Z': { en: ['capital letter', 'capital letters'], 'zh-CN': ['个大写字母', '个大写字母'] },
  'a-z': { en: ['small letter', 'small letters'], 'zh-CN': ['个小写字母', '个小写字母'] },
  'A-Za-z': { en: ['letter', 'letters'], 'zh-CN': ['个字母', '个字母'] },
  '0-9A-Z': {
    en: ['digit or capital letter', 'digits or capital letters'],
    'zh-CN': ['位数字或大写字母', '位数字或大写字母'],
  },
  '0-9a-z': {
    en: ['digit or small letter', 'digits or small letters'],
    'zh-CN': ['位数字或小写字母', '位数字或小写字母'],
  },
  '0-9A-Za-z': { en: ['letter or digit', 'letters or digits'], 'zh-CN': ['位字母或数字', '位字母或数字'] },
  '0-9A-Fa-f': {
    en: ['hexadecimal digit', 'hexadecimal digits'],
    'zh-CN': ['位十六进制数字', '位十六进制数字'],
  },
};

/** Longer patterns are read by nobody, in words or not. */
const maxParts = 8;
const maxPattern = 120;

const part = /\\d|\[([A-Za-z0-9-]+)\]|\\([^A-Za-z0-9])|([^\\[\](){}|.*+?^$])/y;
const quantifier = /\{(\d{1,4})(?:(,)(\d{1,4})?)?\}|([+*?])/y;

interface Piece {
  /** A set by its ranges in order, or the text itself. */
  readonly set?: string;
  readonly text?: string;
  readonly least: number;
  readonly most: number;
}

/**
 * A whole, simple pattern as a person would say it: `^[A-Z]{2}-\d{4}$` → `2 capital letters, "-", 4 digits`.
 * Undefined for everything that is not a plain sequence of named sets and characters, or a choice between plain words.
 */
export function patternInWords(pattern: string, locale: Locale): string | undefined {
  if (pattern.length > maxPattern || !pattern.startsWith('^') || !pattern.endsWith('$')) return undefined;
  const inner = pattern.slice(1, -1);
  const choice = /^\((?:\?:)?([^\\()[\]{}.*+?^$]+)\)$/.exec(inner)?.[1];
  if (choice !== undefined)
    return alternatives(
      choice.split('|').map((word) => `"${word}"`),
      locale,
    );
  const pieces = piecesOf(inner);
  if (pieces === undefined || pieces.length === 0 || pieces.length > maxParts) return undefined;
  const words = pieces.map((piece) => pieceInWords(piece, locale));
  return words.includes(undefined) ? undefined : words.join(locale === 'en' ? ', ' : '、');
}

/** The pattern piece by piece, neighbouring characters joined; undefined where something is not plain. */
function piecesOf(pattern: string): Piece[] | undefined {
  const pieces: Piece[] = [];
  for (let at = 0; at < pattern.length; ) {
    part.lastIndex = at;
    const found = part.exec(pattern);
    if (found === null) return undefined;
    quantifier.lastIndex = part.lastIndex;
    const repeated = quantifier.exec(pattern);
    at = repeated === null ? part.lastIndex : quantifier.lastIndex;
    // A second mark behind the first (`{2}?`, `++`) changes its meaning.
    if (repeated !== null && /[{+*?]/.test(pattern.charAt(at))) return undefined;
    const piece = { ...subject(found), ...bounds(repeated) };
    const joined = join(pieces.at(-1), piece);
    if (joined === undefined) pieces.push(piece);
    else pieces[pieces.length - 1] = joined;
  }
  return pieces;
}

function subject([whole, ranges, escaped, plain]: RegExpExecArray): Pick<Piece, 'set' | 'text'> {
  const text = escaped ?? plain;
  if (text !== undefined) return { text };
  return { set: whole === '\\d' ? '0-9' : inOrder(ranges ?? '') };
}

/** Two neighbouring characters as one text. */
function join(last: Piece | undefined, next: Piece): Piece | undefined {
  if (last?.text === undefined || next.text === undefined) return undefined;
  return isOnce(last) && isOnce(next) ? { ...last, text: last.text + next.text } : undefined;
}

function isOnce({ least, most }: Piece): boolean {
  return least === 1 && most === 1;
}

/** `A-Za-z0-9` → `0-9A-Za-z`; a set that holds more than ranges has no name. */
function inOrder(ranges: string): string {
  const parts = ranges.match(/[A-Za-z0-9]-[A-Za-z0-9]/g) ?? [];
  return parts.join('') === ranges ? parts.sort().join('') : '';
}

function bounds(repeated: RegExpExecArray | null): Pick<Piece, 'least' | 'most'> {
  if (repeated === null) return { least: 1, most: 1 };
  const [, low, comma, high, mark] = repeated;
  if (mark !== undefined)
    return { least: mark === '+' ? 1 : 0, most: mark === '?' ? 1 : Number.POSITIVE_INFINITY };
  const open = comma === undefined ? Number(low) : Number.POSITIVE_INFINITY;
  return { least: Number(low), most: high === undefined ? open : Number(high) };
}

function pieceInWords(piece: Piece, locale: Locale): string | undefined {
  if (piece.text !== undefined) return isOnce(piece) ? `"${piece.text}"` : undefined;
  const set = piece.set ?? '';
  const names = Object.hasOwn(sets, set) ? sets[set]?.[locale] : undefined;
  if (names === undefined) return undefined;
  const [one, many] = names;
  return howMany[locale](piece) + (piece.most === 1 ? one : many);
}

const howMany: Readonly<Record<Locale, (piece: Piece) => string>> = {
  en: ({ least, most }) => {
    if (most !== Number.POSITIVE_INFINITY) return least === most ? `${most} ` : `${least} to ${most} `;
    if (least > 1) return `at least ${least} `;
    return least === 1 ? 'one or more ' : 'any number of ';
  },
  'zh-CN': ({ least, most }) => {
    if (most !== Number.POSITIVE_INFINITY) return least === most ? `${most} ` : `${least} 至 ${most} `;
    return least === 0 ? '任意' : `至少 ${least} `;
  },
};
