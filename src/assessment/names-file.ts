import { tokensOf } from '../model/pointer.ts';
import type { SampleBinding } from '../model/sample-binding.ts';
import { isAddress } from '../samples/match/sample-path.ts';

/** Whether a record names a file with its data, which must then be there: a path, and no address. */
export function namesFile(record: unknown, { path }: Pick<SampleBinding, 'path'>): boolean {
  if (path === undefined) return false;
  return valuesAt(record, tokensOf(path)).some(
    (value) => typeof value === 'string' && value.trim() !== '' && !isAddress(value.trim()),
  );
}

/** The values at a pattern whose `*` stands for every element of a list. */
function valuesAt(value: unknown, [token, ...rest]: readonly string[]): readonly unknown[] {
  if (token === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (token === '*') return Array.isArray(value) ? value.flatMap((one) => valuesAt(one, rest)) : [];
  return Object.hasOwn(value, token) ? valuesAt((value as Record<string, unknown>)[token], rest) : [];
}
