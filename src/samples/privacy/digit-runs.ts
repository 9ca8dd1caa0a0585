import { bankCardFormat } from '../../formats/bank-card.ts';
import { dayFault } from '../../formats/calendar.ts';
import { hasCitizenPrefix } from '../../formats/citizen-id.ts';
import { hasProvincePrefix } from '../../formats/division-code.ts';
import { usccFormat } from '../../formats/uscc.ts';

/** What stands in the long numbers of a text, as bits. */
export const digitSight = {
  citizen: 1,
  /** Built like a citizen number, but its check character is another: what other numbers do ten times in eleven. */
  citizenMiss: 2,
  /** A citizen number and a unified social credit code at once. The rest of the column tells which. */
  citizenOrCredit: 4,
  mobile: 8,
  /** Eleven digits that are no mobile number. */
  mobileMiss: 16,
  card: 32,
  /** Length and first digits of a bank card, but another check digit. */
  cardMiss: 64,
  /** Beside `citizen`: the person was born after the day asked about. */
  minor: 128,
} as const;

/** Texts are looked at up to here, so that a cell of megabytes costs no more than a long one. UTF-16 units. */
const maxLookedAt = 16_384;

/** Birth years that a living or registered person can have. Without them one number in 800 would pass as a citizen number. */
const firstBirthYear = 1880;
const lastBirthYear = 2049;

/**
 * The citizen numbers, mobile numbers and bank cards in a text, whatever else stands around them. All of them hold eleven ASCII digits in a
 * row: no text without that gives anything but 0. `bornAfter`, CCYYMMDD: persons born after that day are minors.
 */
export function sightDigits(text: string, bornAfter = Number.POSITIVE_INFINITY): number {
  const end = Math.min(text.length, maxLookedAt);
  let seen = 0;
  let run = 0;
  for (let at = 0; at <= end; at += 1) {
    const unit = at < end ? text.charCodeAt(at) : 0;
    if (unit >= 48 && unit <= 57) {
      run += 1;
      continue;
    }
    if (run >= 11) seen |= sightRun(text, { start: at - run, end: at }, bornAfter);
    run = 0;
  }
  return seen;
}

function sightRun(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  bornAfter: number,
): number {
  const length = end - start;
  if (length === 11) return isInsideCode(text, start, end) ? 0 : sightEleven(text, start);
  if (length === 13 && text.startsWith('+86', start - 1))
    return sightEleven(text, start + 2) & digitSight.mobile;
  if (length < 16 || length > 19) return 0;
  if (length === 17 && (text.charCodeAt(end) | 32) === 120 && !isWordUnit(text.charCodeAt(end + 1)))
    return sightCitizen(text.slice(start, end + 1), bornAfter);
  const digits = text.slice(start, end);
  const seen = length === 18 ? sightCitizen(digits, bornAfter) : 0;
  return seen === 0 && !isInsideCode(text, start, end) ? sightCard(digits) : seen;
}

function sightEleven(text: string, start: number): number {
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  if (first === 49 && second >= 51) return digitSight.mobile;
  return first === 48 ? 0 : digitSight.mobileMiss;
}

function sightCitizen(text: string, bornAfter: number): number {
  const birth = Number(text.slice(6, 14));
  if (birth < firstBirthYear * 10_000 || birth >= (lastBirthYear + 1) * 10_000) return 0;
  if (dayFault(Math.floor(birth / 10_000), Math.floor(birth / 100) % 100, birth % 100) !== undefined)
    return 0;
  if (!hasCitizenPrefix(text)) return 0;
  const isChecked = citizenRemainder(text) === 1;
  // The first half of the test is much quicker: characters 3 and 4 of a credit code name a province.
  const isCredit =
    (hasProvincePrefix(text.slice(2, 4)) || text.startsWith('10', 2)) && usccFormat.check(text) === true;
  if (!isChecked) return isCredit ? 0 : digitSight.citizenMiss;
  if (isCredit) return digitSight.citizenOrCredit;
  return birth > bornAfter ? digitSight.citizen | digitSight.minor : digitSight.citizen;
}

/** ISO 7064 MOD 11-2 over all 18 characters: 1 where the check character fits. What citizenIdFormat asks, without a text made for it. */
function citizenRemainder(text: string): number {
  let rest = 0;
  for (let at = 0; at < 17; at += 1) rest = ((rest + text.charCodeAt(at) - 48) * 2) % 11;
  const last = text.charCodeAt(17);
  return (rest + (last > 57 ? 10 : last - 48)) % 11;
}

/** UnionPay (62), Visa (4), Mastercard (51-55) and the old cards of the Industrial and Commercial Bank (9558). */
const cardShape = /^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|9558\d{15})$/;

function sightCard(digits: string): number {
  if (!cardShape.test(digits)) return 0;
  return bankCardFormat.check(digits) === true ? digitSight.card : digitSight.cardMiss;
}

/** Whether the digits are only a piece of a longer code or of a decimal number: `SO13912345678`, `0.13912345678`, `13912345678.50`. */
function isInsideCode(text: string, start: number, end: number): boolean {
  if (isWordUnit(text.charCodeAt(start - 1)) || isWordUnit(text.charCodeAt(end))) return true;
  if (text.charCodeAt(start - 1) === 46 && isDigit(text.charCodeAt(start - 2))) return true;
  return text.charCodeAt(end) === 46 && hasFraction(text, end + 1);
}

/** Decimals up to the end of the text: of an amount. A single zero is what a number becomes in a column of floating-point numbers. */
function hasFraction(text: string, start: number): boolean {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at === text.length && at > start && (at > start + 1 || text.charCodeAt(start) !== 48);
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** ASCII letters, digits and `_`; NaN, beyond the ends of a text, is none. */
function isWordUnit(unit: number): boolean {
  const small = unit | 32;
  return isDigit(unit) || unit === 95 || (small >= 97 && small <= 122);
}

/** Whether a text of 15 digits is a citizen number of the old form: division, YYMMDD, sequence; it has no check character. */
export function isOldCitizenNumber(text: string): boolean {
  if (!/^\d{15}$/.test(text) || !hasProvincePrefix(text)) return false;
  const [year, month, day] = [text.slice(6, 8), text.slice(8, 10), text.slice(10, 12)].map(Number);
  return dayFault(1900 + (year ?? 0), month ?? 0, day ?? 0) === undefined;
}
