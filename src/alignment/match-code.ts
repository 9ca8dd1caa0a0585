import type { Code, CodeList } from '../model/code-list.ts';
import type { CodeIndex, CodeText, Hit } from './code-index.ts';
import { indexOf } from './code-index.ts';
import type { NearEntry } from './nearest-code.ts';
import { nearestEntry, partlyNamed } from './nearest-code.ts';
import { normaliseCode } from './normalise.ts';

/** The code that a text most likely means. */
export interface CodeMatch {
  readonly code: Code;
  readonly how: 'label' | 'alias' | 'case' | 'spelling' | 'nearest';
  /** 0 to 1. */
  readonly score: number;
  /** Whether it may be put in place without asking a person. */
  readonly certain: boolean;
}

const hows = { code: 'case', alias: 'alias', label: 'label' } as const satisfies Record<
  CodeText,
  CodeMatch['how']
>;

/**
 * The code that a text means which is none itself: by alias or label, then the same but for typing (width, case, quotation
 * marks), then by a code that it names in part (Chinese), then by near spelling. Numbers are never guessed.
 */
export function matchCode(
  text: string,
  list: CodeList,
  {
    near = true,
  }: {
    /** Whether codes of near spelling are looked for: with long lists that takes long. */ readonly near?: boolean;
  } = {},
): CodeMatch | undefined {
  const match = search(text, indexOf(list), near);
  return match === undefined ? undefined : inForce(match, list);
}

function search(text: string, index: CodeIndex, near: boolean): CodeMatch | undefined {
  const exact = index.exact.get(text);
  if (exact !== undefined) return named(exact, 1);
  const key = normaliseCode(text);
  const typed = key === '' ? undefined : index.normalised.get(key);
  if (typed !== undefined) return named(typed, 0.98);
  if (!near || key === '' || !/\p{L}/u.test(key)) return undefined;
  return nearby(partlyNamed(key, index) ?? nearestEntry(key, index));
}

function named(hit: Hit, score: number): CodeMatch {
  return { code: hit.code, how: hows[hit.kind], score, certain: !hit.several };
}

function nearby(found: NearEntry | undefined): CodeMatch | undefined {
  if (found === undefined) return undefined;
  const { entry, score, certain } = found;
  return { code: entry.code, how: certain ? 'spelling' : 'nearest', score, certain };
}

/** A withdrawn code gives way to the one that replaced it; without one it is no certain answer. */
function inForce(match: CodeMatch, list: CodeList): CodeMatch {
  if (match.code.status === 'active') return match;
  const successor = match.code.replacedBy === undefined ? undefined : list.byCode.get(match.code.replacedBy);
  if (successor?.status === 'active') return { ...match, code: successor };
  return { ...match, certain: match.certain && match.code.status !== 'withdrawn' };
}

/** A value of a plain `enum` that a text most likely means. */
export interface ValueMatch extends Omit<CodeMatch, 'code'> {
  readonly value: string;
}

const lists = new WeakMap<readonly string[], CodeList>();

/** The same for an `enum` without aliases and labels. Hand in the same array again to have its index kept. */
export function matchValue(text: string, allowed: readonly string[]): ValueMatch | undefined {
  let list = lists.get(allowed);
  if (list === undefined) {
    const codes = allowed.map((code) => ({ code, labels: {}, aliases: [], status: 'active' as const }));
    list = { id: '', open: false, codes, byCode: new Map(), path: '' };
    lists.set(allowed, list);
  }
  const match = matchCode(text, list);
  if (match === undefined) return undefined;
  const { code, ...rest } = match;
  return { value: code.code, ...rest };
}
