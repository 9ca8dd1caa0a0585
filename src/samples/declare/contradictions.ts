import type { DataItem } from '../../model/data-item.ts';
import type { Pointer } from '../../model/pointer.ts';
import { readBound, typeJudge } from '../cells/content-judge.ts';
import { compareDecimals } from '../cells/decimal-text.ts';
import type { DeclarationNotes } from './declaration-notes.ts';

/** Whose claims are looked at: a field of a Table Schema, a property of a JSON Schema, an item of a record. */
export interface ClaimSite {
  /** `field a` and `字段 a`. */
  readonly owner: { readonly en: string; readonly zh: string };
  readonly notes: DeclarationNotes;
  /** Where a claim stands: `minimum`, `minLength`, `enum`. */
  pointerOf(claim: string): Pointer;
}

const pairs = {
  lower: ['minimum', 'exclusiveMinimum'],
  upper: ['maximum', 'exclusiveMaximum'],
} as const;
const correct = { en: 'Correct one of them.', zh: '请更正其中之一。' };

/**
 * The item without claims that exclude each other, which no cell could meet: a least that is more than the most, codes that are no values of
 * the type. Each is said in the notes, or refused.
 */
export function withoutContradictions(item: DataItem, site: ClaimSite): DataItem {
  const { length, range, codes, ...rest } = item;
  return {
    ...rest,
    ...(length === undefined || refusesLength(length, site) ? {} : { length }),
    ...(range === undefined || refusesRange(item, site) ? {} : { range }),
    ...(codes === undefined || refusesCodes(item, site) ? {} : { codes }),
  };
}

function refusesLength({ min, max }: NonNullable<DataItem['length']>, site: ClaimSite): boolean {
  if (min === undefined || max === undefined || min <= max) return false;
  refusePair(site, [`minLength`, String(min)], ['maxLength', String(max)]);
  return true;
}

function refusesRange(item: DataItem, site: ClaimSite): boolean {
  const both = pairs.lower.flatMap((low) => pairs.upper.map((high) => [low, high] as const));
  const wrong = both.find(([low, high]) => leavesNothing(item, low, high));
  if (wrong === undefined) return false;
  const [low, high] = wrong;
  refusePair(site, [low, String(item.range?.[low])], [high, String(item.range?.[high])]);
  return true;
}

function leavesNothing(
  item: DataItem,
  low: (typeof pairs.lower)[number],
  high: (typeof pairs.upper)[number],
): boolean {
  const [least, most] = [readBound(item, low), readBound(item, high)];
  if (least === undefined || most === undefined) return false;
  const order = compareDecimals(least, most);
  return order > 0 || (order === 0 && (low !== 'minimum' || high !== 'maximum'));
}

type Claim = readonly [name: string, value: string];

function refusePair({ owner, notes, pointerOf }: ClaimSite, low: Claim, high: Claim): void {
  const isEqual = low[1] === high[1];
  notes.broken({
    what: [
      `\`${low[0]}\` and \`${high[0]}\` of the ${owner.en}`,
      `${owner.zh} 的 \`${low[0]}\` 与 \`${high[0]}\``,
    ],
    pointer: pointerOf(low[0]),
    message: isEqual
      ? `\`${low[0]}\` and \`${high[0]}\` of the ${owner.en} are both ${low[1]}, and leave no value.`
      : `\`${low[0]}\` of the ${owner.en} (${low[1]}) is more than its \`${high[0]}\` (${high[1]}).`,
    hint: correct.en,
    zh: {
      message: isEqual
        ? `${owner.zh} 的 \`${low[0]}\` 与 \`${high[0]}\` 均为 ${low[1]}，没有可用的值。`
        : `${owner.zh} 的 \`${low[0]}\`（${low[1]}）大于 \`${high[0]}\`（${high[1]}）。`,
      hint: correct.zh,
    },
  });
}

function refusesCodes(item: DataItem, site: ClaimSite): boolean {
  const { fault } = typeJudge(item);
  const wrong = item.codes?.codes.find(
    ({ code, status }) => status === 'active' && fault?.(code) !== undefined,
  );
  if (wrong !== undefined)
    refuseValue(site, { claim: 'enum', value: wrong.code, type: item.typeName ?? item.type });
  return wrong !== undefined;
}

/** Refuses a value of a list that is not of the type that the list is for. `value` as it is to be shown. */
export function refuseValue(
  { owner, notes, pointerOf }: ClaimSite,
  { claim, value, type }: { readonly claim: string; readonly value: string; readonly type: string },
): void {
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  notes.broken({
    what: [`\`${claim}\` of the ${owner.en}`, `${owner.zh} 的 \`${claim}\``],
    pointer: pointerOf(claim),
    message: `\`${claim}\` of the ${owner.en} holds \`${shown}\`, which is no value of the type ${type}.`,
    hint: 'Correct the value or the type.',
    zh: {
      message: `${owner.zh} 的 \`${claim}\` 含有 \`${shown}\`，不是类型 ${type} 的值。`,
      hint: '请更正该值或类型。',
    },
  });
}
