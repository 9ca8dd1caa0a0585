import { nameWords } from '../../alignment/normalise.ts';
import type { ItemFormat } from '../../model/sample-binding.ts';

/** By name as it is compared: the formats that it may mean. */
type FormatsByName = ReadonlyMap<string, readonly ItemFormat[]>;

const known = new WeakMap<readonly ItemFormat[], FormatsByName>();

/**
 * The format that the standard says items of this name have. Names are the same or they are not: only width, case, separators and remarks
 * in brackets are let pass, as nobody may be told that a check digit is wrong where none was meant.
 */
export function presumedFormat(
  name: string,
  length: number | undefined,
  itemFormats: readonly ItemFormat[] | undefined,
): string | undefined {
  if (itemFormats === undefined) return undefined;
  const found = formatsByName(itemFormats).get(nameForm(name)) ?? [];
  return found.find((one) => one.length === undefined || one.length === length)?.format;
}

function formatsByName(itemFormats: readonly ItemFormat[]): FormatsByName {
  let byName = known.get(itemFormats);
  if (byName === undefined) {
    const made = new Map<string, ItemFormat[]>();
    for (const one of itemFormats)
      for (const name of one.names) made.set(nameForm(name), [...(made.get(nameForm(name)) ?? []), one]);
    known.set(itemFormats, made);
    byName = made;
  }
  return byName;
}

function nameForm(name: string): string {
  return nameWords(name).join('');
}
