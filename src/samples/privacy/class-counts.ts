import type { DataItem } from '../../model/data-item.ts';
import type { PartSpot, PrivacyTally } from '../sample-part.ts';
import { privacyDetectors } from './detectors.ts';
import { isQuantityHeading } from './heading-class.ts';
import { saidClasses } from './privacy-columns.ts';
import type { HeadingStrength, PrivacyDetector, PrivacyProfile } from './privacy-detector.ts';
import { countedBeside } from './privacy-watch.ts';

/** How it is known that a column holds a class: `scattered` values stand among others that are none. */
export type ClassEvidence = 'heading' | 'values' | 'scattered' | 'item-list' | 'masked';

/** What is known of one class in one column. */
export interface ClassCount {
  /** Undefined for an item that the file lacks. */
  readonly column: number | undefined;
  readonly heading: string;
  readonly item: DataItem | undefined;
  readonly detector: PrivacyDetector;
  readonly said: HeadingStrength | undefined;
  readonly evidence: ClassEvidence;
  /** Whether the column as a whole is of the class. */
  readonly isClass: boolean;
  readonly clear: number;
  readonly masked: number;
  readonly filled: number;
  readonly first: readonly PartSpot[];
}

/** A column is of a class by its values alone when so many of its filled cells are. */
const leastShare = 0.6;

/**
 * Where a column has more than twice as many misses as hits, its numbers are of another kind, and hits may be chance: then they are left out,
 * unless there are more of them than chance gives.
 */
const fewMisses = 2;

/** Certain citizen numbers in a column for each that may be a credit code as well. */
const leastForEither = 50;

/** Hits by chance for each miss: one check character of 11 fits, one check digit of 10. Mobile numbers have none, so all are left out. */
const chanceOfMiss: ReadonlyMap<string, number> = new Map([
  ['citizen-id', 1 / 10],
  ['bank-account', 1 / 9],
]);

/** Classes that many numbers look like: they have one check digit or none. */
const ofManyNumbers: ReadonlySet<string> = new Set(['phone', 'bank-account']);

interface Evidence {
  readonly headings: readonly string[];
  readonly items: readonly (DataItem | undefined)[];
  readonly tallies: readonly PrivacyTally[];
  readonly filled: readonly number[];
  readonly profile: PrivacyProfile;
}

/** Every class that fires, by column and in the order of the registry; then those of items that the file lacks. */
export function classCounts(evidence: Evidence, missing: readonly DataItem[]): readonly ClassCount[] {
  const byColumn = new Map<number, Map<string, PrivacyTally>>();
  for (const tally of evidence.tallies) {
    const tallies = byColumn.get(tally.column) ?? new Map<string, PrivacyTally>();
    byColumn.set(tally.column, tallies.set(tally.detector, tally));
  }
  const counts = [...byColumn.keys()]
    .sort((left, right) => left - right)
    .flatMap((column) => countsOf(column, byColumn.get(column) ?? new Map(), evidence));
  return [...counts, ...missing.flatMap((item) => itemCounts(item, evidence.profile))];
}

function countsOf(
  column: number,
  tallies: ReadonlyMap<string, PrivacyTally>,
  { headings, items, filled, profile }: Evidence,
): ClassCount[] {
  const heading = headings[column] ?? '';
  const item = items[column];
  const cells = filled[column] ?? 0;
  const strengths = new Map(
    saidClasses(heading, item, profile).map(({ detector, strength }) => [detector.id, strength]),
  );
  return privacyDetectors.flatMap((detector) => {
    const { id } = detector;
    const tally = tallies.get(id);
    if (tally === undefined || detector.grades[profile] === 'none') return [];
    const told = strengths.get(id);
    const said = told === 'hint' ? undefined : told;
    const clear = isChance(id, tallies) ? 0 : clearCount(id, tallies);
    const { masked, first } = tally;
    const evidence = evidenceOf({ told, clear, masked, filled: cells });
    if (evidence === undefined || (said === undefined && isAmount({ id, evidence, heading, item })))
      return [];
    const isClass = evidence === 'heading' || evidence === 'values';
    return [
      { column, heading, item, detector, said, evidence, isClass, clear, masked, filled: cells, first },
    ];
  });
}

/**
 * Whether numbers that nothing but themselves says to be personal are amounts. A column of numbers is one of telephone numbers or it is not:
 * nobody writes a single one among amounts.
 */
function isAmount(column: {
  readonly id: string;
  readonly evidence: ClassEvidence;
  readonly heading: string;
  readonly item: DataItem | undefined;
}): boolean {
  const { id, evidence, heading, item } = column;
  if (!ofManyNumbers.has(id)) return false;
  if ([heading, item?.name ?? ''].some(isQuantityHeading)) return true;
  return evidence === 'scattered' && (item?.type === 'integer' || item?.type === 'number');
}

function evidenceOf(count: {
  readonly told: HeadingStrength | undefined;
  readonly clear: number;
  readonly masked: number;
  readonly filled: number;
}): ClassEvidence | undefined {
  const { told, clear, masked, filled } = count;
  // A few hidden values under a heading that says next to nothing may be hidden for any reason.
  const leastMasked = told === 'hint' ? leastShare * filled : 1;
  if (clear === 0) return masked > 0 && masked >= leastMasked ? 'masked' : undefined;
  if (told === 'certain' || told === 'beside-person') return 'heading';
  if (clear >= leastShare * (filled - masked)) return 'values';
  return told === 'share' ? undefined : 'scattered';
}

/**
 * Numbers that may be citizen numbers or credit codes: of citizen numbers one in 341 at most is a credit code as well, so that they count as
 * citizen numbers only where many others are.
 */
function clearCount(id: string, tallies: ReadonlyMap<string, PrivacyTally>): number {
  const count = tallies.get(id)?.count ?? 0;
  const either = id === 'citizen-id' ? (tallies.get(countedBeside.citizenOrCredit)?.count ?? 0) : 0;
  return count >= leastForEither * either ? count + either : count;
}

/** Whether the values are what any long numbers would show. */
function isChance(id: string, tallies: ReadonlyMap<string, PrivacyTally>): boolean {
  // Minors are found in columns of citizen numbers by the number alone.
  if (id === 'minor' && tallies.has('citizen-id')) return isChance('citizen-id', tallies);
  const misses = tallies.get(`${id}/miss`)?.count ?? 0;
  const hits = tallies.get(id)?.count ?? 0;
  if (misses <= fewMisses * hits) return false;
  const expected = misses * (chanceOfMiss.get(id) ?? Number.POSITIVE_INFINITY);
  // Five standard deviations above what is expected: one table in millions exceeds that by chance.
  return hits <= expected + 5 * Math.sqrt(expected);
}

/** What the name of an item says, with no value seen. */
function itemCounts(item: DataItem, profile: PrivacyProfile): ClassCount[] {
  return saidClasses(item.name, item, profile)
    .filter(({ detector, strength }) => strength !== 'hint' && !companions.has(detector.id))
    .map(({ detector, strength }) => ({
      column: undefined,
      heading: item.name,
      item,
      detector,
      said: strength,
      evidence: 'item-list',
      isClass: strength === 'certain',
      clear: 0,
      masked: 0,
      filled: 0,
      first: [],
    }));
}

/** Classes that only a value tells from another of the same headings. */
const companions: ReadonlySet<string> = new Set(['landline', 'office-email']);
