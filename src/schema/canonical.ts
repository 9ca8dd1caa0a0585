import { byCodeUnit } from '../model/code-unit-order.ts';

/**
 * One text for equal JSON values and different texts for different ones: keys sorted by code unit, numbers by value
 * (`1.0` and `1`, `0` and `-0` are one). Makes deep equality a string comparison.
 */
export function canonicalText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return value === 0 ? '0' : String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  const members = Object.keys(value)
    .sort(byCodeUnit)
    .map((key) => `${JSON.stringify(key)}:${canonicalText((value as Record<string, unknown>)[key])}`);
  return `{${members.join(',')}}`;
}

/** What a value is to be looked up by in a `Set`: scalars stand for themselves, the rest for their canonical text. */
function lookUpKey(value: unknown): unknown {
  const isContainer = typeof value === 'object' && value !== null;
  const looksLikeOne = typeof value === 'string' && value.startsWith('\u0000');
  return isContainer || looksLikeOne ? `\u0000${canonicalText(value)}` : value;
}

/** A membership test over JSON values by deep equality, in constant time for scalars. */
export function memberTest(values: readonly unknown[]): (value: unknown) => boolean {
  const keys = new Set(values.map(lookUpKey));
  const hasContainers = values.some((value) => typeof value === 'object' && value !== null);
  return (value) => {
    if (typeof value === 'object' && value !== null) return hasContainers && keys.has(lookUpKey(value));
    return keys.has(value);
  };
}

/** The first two equal members of an array, as indices; `undefined` where all differ. */
export function firstRepetition(values: readonly unknown[]): readonly [number, number] | undefined {
  const seen = new Map<unknown, number>();
  for (const [index, value] of values.entries()) {
    const key = lookUpKey(value);
    const earlier = seen.get(key);
    if (earlier !== undefined) return [earlier, index];
    seen.set(key, index);
  }
  return undefined;
}
