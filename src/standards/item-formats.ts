import { findFormat, formats } from '../formats/index.ts';
import type { ItemFormat } from '../model/sample-binding.ts';
import { didYouMean } from './broken-standard.ts';
import type { Reading } from './reading.ts';

/** Reads `samples.itemFormats`: formats by the names of items. A name has one format, or one for each length. */
export function readItemFormats(reading: Reading): ItemFormat[] {
  const known = new Set<string>();
  return reading.items().map((item) => {
    const keys = item.members(['names', 'format', 'length']);
    const need = (name: string): Reading =>
      keys.get(name) ?? item.refuse(`${item.label} has no \`${name}\`.`);
    const format = need('format');
    const length = keys.get('length');
    const read: ItemFormat = {
      names: need('names').strings(),
      format: findFormat(format.string())?.name ?? refuseFormat(format),
      ...(length === undefined ? {} : { length: length.wholeNumber() }),
    };
    for (const name of need('names').items()) {
      const key = `${name.string().normalize('NFKC').trim().toLowerCase()} ${read.length ?? ''}`;
      if (known.has(key)) name.refuse(`${JSON.stringify(name.value)} has a format already.`);
      known.add(key);
    }
    return read;
  });
}

function refuseFormat(reading: Reading): never {
  const names = formats.map(({ name }) => name);
  return reading.refuse(
    `There is no format ${JSON.stringify(reading.value)}.`,
    didYouMean(reading.string(), names, false),
  );
}
