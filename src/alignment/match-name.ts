import type { Field } from '../model/field.ts';
import { maskDistance } from './character-mask.ts';
import { editDistance } from './edit-distance.ts';
import type { Named, NameForm } from './name-forms.ts';
import { formOf, knownField } from './name-forms.ts';
import type { NearSpelling } from './near-spelling.ts';
import { editLimit, nearSpelling } from './near-spelling.ts';
import { singular } from './normalise.ts';

/** The field that a name most likely means. */
export interface NameMatch<Candidate extends Named = Field> {
  readonly field: Candidate;
  /** 0 to 1; 1 for a name that the standard itself gives. */
  readonly score: number;
  readonly how: 'alias' | 'heading' | 'case' | 'spelling' | 'words';
}

type Evidence = Omit<NameMatch, 'field'>;

/** More differing bits than the most edits can cause. */
const mostBits = 2 * editLimit(Number.POSITIVE_INFINITY);
/** Names must be at least this much nearer to the best field than to the next. */
const margin = 0.05;
const tieBreakers = { case: 0, alias: 1, heading: 2, spelling: 3, words: 4 } as const;

/**
 * The candidate that a property name or column heading means: first those that the standard names so (exactly, then in
 * another case, width or separation), then near spellings, then the same words. `undefined` where none is near or
 * two are. A name that two fields have as heading decides nothing; as alias the first has it. A name in `distinctFrom` of a
 * field never means that field.
 */
export function matchName<Candidate extends Named>(
  name: string,
  candidates: readonly Candidate[],
): NameMatch<Candidate> | undefined {
  const form = formOf(name, 'name');
  if (form.compact === '') return undefined;
  const matches: NameMatch<Candidate>[] = [];
  for (const field of candidates) {
    const evidence = evidenceFor(form, field);
    if (evidence !== undefined) matches.push({ field, ...evidence });
  }
  const best = matches.reduce<NameMatch<Candidate> | undefined>(
    (before, match) => (before === undefined || isBetter(match, before) ? match : before),
    undefined,
  );
  if (best === undefined) return undefined;
  const rival = matches.reduce((score, match) => (match === best ? score : Math.max(score, match.score)), 0);
  const owned = best.how !== 'heading' && best.score === 1;
  return owned || best.score - rival >= margin ? best : undefined;
}

function isBetter(a: Evidence, b: Evidence): boolean {
  return a.score > b.score || (a.score === b.score && tieBreakers[a.how] < tieBreakers[b.how]);
}

/** The strongest evidence that a name means a field. */
function evidenceFor(name: NameForm, field: Named): Evidence | undefined {
  const { forms, distinct } = knownField(field);
  if (distinct.has(name.compact)) return undefined;
  let best: Evidence | undefined;
  for (const form of forms) {
    const evidence = evidenceOf(name, form);
    if (evidence !== undefined && (best === undefined || isBetter(evidence, best))) best = evidence;
  }
  return best;
}

function evidenceOf(name: NameForm, form: NameForm): Evidence | undefined {
  const how = form.how === 'name' ? 'case' : form.how;
  if (name.text === form.text) return { how, score: 1 };
  if (form.compact === '') return undefined;
  if (name.compact === form.compact) return { how, score: how === 'case' ? 0.99 : 0.98 };
  if (name.single === form.single) return { how: 'spelling', score: 0.95 };
  const near = spelledAlike(name, form);
  if (near !== undefined && near.score >= 0.75) return { how: 'spelling', score: near.score * 0.94 };
  return sameWords(name, form) ? { how: 'words', score: 0.7 } : undefined;
}

function spelledAlike(name: NameForm, form: NameForm): NearSpelling | undefined {
  if (maskDistance(name.mask, form.mask) > mostBits) return undefined;
  const near = nearSpelling(name.compact, form.compact);
  return near !== undefined && wordsAlike(name.words, form.words, near.distance) ? near : undefined;
}

/**
 * Word by word: `fileName` is no `fullName`, though the whole is spelt much alike. Where words were run together or torn
 * apart, one slip in the whole: `resources` is no `resourceID`.
 */
function wordsAlike(words: readonly string[], others: readonly string[], distance: number): boolean {
  if (words.length !== others.length) return distance === 1;
  return words.every((word, index) => wordAlike(word, others[index] ?? ''));
}

function wordAlike(word: string, other: string): boolean {
  if (word === other || singular(word) === singular(other)) return true;
  // Too short to tell a slip from another word by itself, but there are the words beside it: `accessURI`.
  if (word.length === 3 && other.length === 3) return editDistance(word, other, 1) === 1;
  return nearSpelling(word, other) !== undefined;
}

/**
 * The same words in another order, or with a word like 数据 or `dataset` more or less; not with another one, which makes
 * another thing of it: `field_description` is no `dataset_description`.
 */
function sameWords(name: NameForm, form: NameForm): boolean {
  if (name.bag.length < 2 || name.bag !== form.bag) return false;
  return name.generic === '' || form.generic === '' || name.generic === form.generic;
}
