import { mendedDate } from '../../formats/calendar.ts';
import type { DataItem } from '../../model/data-item.ts';
import type { ClassSight } from './class-sights.ts';
import { classSights } from './class-sights.ts';
import { privacyDetectors } from './detectors.ts';
import { digitSight, sightDigits } from './digit-runs.ts';
import { isMasked, outlastsMask } from './masked-value.ts';
import type { SaidClass } from './privacy-columns.ts';
import { saidClasses } from './privacy-columns.ts';
import type { PrivacyProfile } from './privacy-detector.ts';

/** A class of personal information in a cell. For tallies: `masked` ones are counted apart, and `first` lists the places of others. */
export interface PrivacyHit {
  /** Id of a class, or one of `countedBeside`. */
  readonly detector: string;
  readonly masked: boolean;
}

/** Counted like classes, as evidence for or against one: numbers that only look like it, and those that may be a credit code as well. */
export const countedBeside = {
  citizenMiss: 'citizen-id/miss',
  citizenOrCredit: 'citizen-id/or-credit-code',
  mobileMiss: 'phone/miss',
  cardMiss: 'bank-account/miss',
} as const;

/** Looks at cells for personal information. Without state: the same cell gives the same hits wherever a file is cut. */
export interface PrivacyWatch {
  /** Whether the heading, or the name of the item, tells of a person: then every filled cell of the column must be looked at. */
  readsEveryCell(column: number): boolean;
  /**
   * The classes in a filled cell, each at most once. In a column of which not every cell is read, only cells with eleven ASCII digits in a row
   * have any, so that it does not matter which others are looked at.
   */
  look(column: number, text: string): readonly PrivacyHit[];
  /** Cells of a column of which every cell is read that need not be looked at: what `look` says of them is known. */
  sights(column: number): WatchSights;
}

/** `hits` by sight; `knowsDigits`: cells with eleven digits in a row may be of a sight as well. */
export interface WatchSights {
  readonly sights: readonly ClassSight[];
  readonly hits: readonly (readonly PrivacyHit[])[];
  readonly knowsDigits: boolean;
}

const noHits: readonly PrivacyHit[] = [];

const sightIds: readonly (readonly [number, string])[] = [
  [digitSight.citizen, 'citizen-id'],
  [digitSight.citizenOrCredit, countedBeside.citizenOrCredit],
  [digitSight.minor, 'minor'],
  [digitSight.mobile, 'phone'],
  [digitSight.card, 'bank-account'],
  [digitSight.citizenMiss, countedBeside.citizenMiss],
  [digitSight.mobileMiss, countedBeside.mobileMiss],
  [digitSight.cardMiss, countedBeside.cardMiss],
];

/** The hits of every combination of bits, made once: looking makes no garbage. */
const hitsOfSight: readonly (readonly PrivacyHit[])[] = Array.from({ length: 256 }, (_, seen) =>
  seen === 0
    ? noHits
    : sightIds.filter(([bit]) => (seen & bit) !== 0).map(([, detector]) => ({ detector, masked: false })),
);

/** Under this age everything is sensitive (Personal Information Protection Law, article 28). Years. */
const ageOfMinors = 14;

/**
 * A watch for the columns of a file. `items` by column: what is declared of it, where anything is. `asOf`, CCYY-MM-DD: with it, numbers and
 * dates of birth of persons who were under 14 on that day are `minor` as well.
 */
export function privacyWatch(table: {
  readonly headings: readonly string[];
  readonly items: readonly (DataItem | undefined)[];
  readonly profile: PrivacyProfile;
  readonly asOf?: string | undefined;
}): PrivacyWatch {
  const bornAfter = latestBirth(table.asOf);
  const said = table.headings.map((heading, column) =>
    saidClasses(heading, table.items[column], table.profile),
  );
  return {
    readsEveryCell: (column) => (said[column]?.length ?? 0) > 0,
    look: (column, text) => {
      const classes = said[column];
      if (classes === undefined || classes.length === 0)
        return hitsOfSight[sightDigits(text, bornAfter)] ?? noHits;
      return isHint(classes) ? lookHinted(classes, text, bornAfter) : lookSaid(classes, text, bornAfter);
    },
    sights: (column) => {
      const classes = (said[column] ?? []).filter(({ strength }) => strength !== 'hint');
      const { sights, knowsDigits } = classSights(classes.map(({ detector }) => detector));
      const hits = sights.map(({ example }) => lookSaid(classes, example, bornAfter));
      return { sights, hits, knowsDigits };
    },
  };
}

function latestBirth(asOf: string | undefined): number {
  const day = asOf === undefined ? Number.NaN : Number(asOf.replaceAll('-', ''));
  return Number.isInteger(day) ? day - ageOfMinors * 10_000 : Number.POSITIVE_INFINITY;
}

const unusual = /[\uFF01-\uFF5E\u3000]/;

function isHint([first]: readonly SaidClass[]): boolean {
  return first?.strength === 'hint';
}

/** A cell of a column whose heading only hints at a class: as if nothing were said, and hidden values besides. */
function lookHinted(classes: readonly SaidClass[], text: string, bornAfter: number): readonly PrivacyHit[] {
  const seen = hitsOfSight[sightDigits(text, bornAfter)] ?? noHits;
  if (seen.length > 0) return seen;
  const plain = (unusual.test(text) ? text.normalize('NFKC') : text).trim();
  return isMasked(plain) ? hitsOf(classes.slice(0, 1), maskedHits) : noHits;
}

/** A cell of a column whose heading says what to look for. */
function lookSaid(classes: readonly SaidClass[], text: string, bornAfter: number): readonly PrivacyHit[] {
  const plain = (unusual.test(text) ? text.normalize('NFKC') : text).trim();
  if (plain === '') return noHits;
  const hidden = isMasked(plain);
  const passed = passing(classes, plain, hidden);
  const sighted = hitsOfSight[sightDigits(plain, bornAfter)] ?? noHits;
  if (passed.length + sighted.length === 0) return hidden ? hitsOf(classes.slice(0, 1), maskedHits) : noHits;
  const isMinor = isBirthAfter(passed, plain, bornAfter);
  if (sighted.length === 0 && !isMinor) return hitsOf(passed, clearHits);
  return joined({ classes, passed, beside: sightedBeside(plain, passed, sighted), isMinor });
}

function isBirthAfter(passed: readonly SaidClass[], text: string, bornAfter: number): boolean {
  return passed.some(({ detector }) => detector.id === 'birth-date') && dayOf(text) > bornAfter;
}

/** A number that is what the heading says is no telephone or card as well, for all its digits. */
function sightedBeside(
  text: string,
  passed: readonly SaidClass[],
  sighted: readonly PrivacyHit[],
): readonly PrivacyHit[] {
  const isSettled = passed.some(({ detector }) => !detector.anyValue) && /^[\d\s-]+$/.test(text);
  return isSettled ? sighted.filter(({ detector }) => isOfCitizen.has(detector)) : sighted;
}

function passing(classes: readonly SaidClass[], text: string, hidden: boolean): readonly SaidClass[] {
  return classes.filter(
    ({ detector, strength }) => (!hidden || outlastsMask(detector)) && detector.test(text, strength),
  );
}

/** A citizen number may be the number of an account or card of its person, and is said as well. */
const isOfCitizen: ReadonlySet<string> = new Set(['citizen-id', 'minor']);

function joined(seen: {
  readonly classes: readonly SaidClass[];
  readonly passed: readonly SaidClass[];
  readonly beside: readonly PrivacyHit[];
  readonly isMinor: boolean;
}): readonly PrivacyHit[] {
  const [only] = seen.beside;
  if (seen.beside.length === 1 && seen.passed.length === 1 && only?.detector === seen.passed[0]?.detector.id)
    return seen.beside;
  const found = new Set(seen.passed.map(({ detector }) => detector.id));
  if (seen.isMinor) found.add('minor');
  for (const { detector } of seen.beside) found.add(detector);
  forgetBeside(found, seen.classes);
  return [...found].map((detector) => ({ detector, masked: false }));
}

/** Hits of one class, made once: looking makes little garbage. */
function singleHits(masked: boolean): ReadonlyMap<string, readonly PrivacyHit[]> {
  return new Map(privacyDetectors.map(({ id }) => [id, [{ detector: id, masked }]]));
}

const clearHits = singleHits(false);
const maskedHits = singleHits(true);

function hitsOf(
  classes: readonly SaidClass[],
  made: ReadonlyMap<string, readonly PrivacyHit[]>,
): readonly PrivacyHit[] {
  if (classes.length === 1) return made.get(classes[0]?.detector.id ?? '') ?? noHits;
  return classes.flatMap(({ detector }) => made.get(detector.id) ?? noHits);
}

/** Under a heading that says what the numbers are, no evidence for or against it is needed. */
function forgetBeside(found: Set<string>, classes: readonly SaidClass[]): void {
  for (const { detector } of classes)
    for (const beside of found)
      if (beside.startsWith(`${detector.id}/`)) {
        found.delete(beside);
        if (beside === countedBeside.citizenOrCredit) found.add('citizen-id');
      }
}

/** CCYYMMDD; NaN for what is no day. */
function dayOf(text: string): number {
  return Number((mendedDate(text) ?? text).replaceAll('-', ''));
}
