import { fieldText } from '../checks/field-text.ts';
import type { Pointer } from '../model/pointer.ts';
import { lastToken, parentOf } from '../model/pointer.ts';
import type { CatalogueFinding } from './catalogue-finding.ts';
import type { CatalogueKey, Mark } from './partial.ts';
import { nameOfKey } from './partial.ts';

/** Two texts that differ by one may be chance; so many in a row are a cell that was dragged. */
const shortest = 3;
/** Longer texts are not looked into: no cell with a name or code is as long. */
const maxLength = 500;

interface Link {
  readonly key: CatalogueKey;
  readonly mark: Mark & { readonly field: Pointer };
}

/** A text with one number taken out of it. */
interface Step {
  readonly around: string;
  readonly number: bigint;
}

/**
 * Texts that count up by one from record to record, as a spreadsheet makes them when a cell is dragged down: 局1, 局2, 局3. One finding a
 * series, at its second record. `keys` are in the order of their documents.
 */
export function findSeries(keys: readonly CatalogueKey[]): Pick<SeriesSearch, 'findings' | 'counted'> {
  const search = new SeriesSearch();
  for (const key of keys) search.add(key);
  search.end();
  return search;
}

class SeriesSearch {
  readonly findings: CatalogueFinding[] = [];
  /** Every value of a series but its first, by `valueName`: what else is wrong with them follows from it. */
  readonly counted = new Set<string>();
  /** Field → the series that the last record ended with. */
  #open = new Map<Pointer, Link[]>();
  #before: CatalogueKey | undefined;

  add(key: CatalogueKey): void {
    const isBelow = this.#before !== undefined && isNext(this.#before, key);
    const open = new Map<Pointer, Link[]>();
    for (const mark of key.counted) {
      const series = this.#open.get(mark.field);
      const goesOn = isBelow && series !== undefined && isStep(series, mark.text);
      if (goesOn) this.#open.delete(mark.field);
      open.set(mark.field, goesOn ? extended(series, { key, mark }) : [{ key, mark }]);
    }
    this.end();
    this.#open = open;
    this.#before = key;
  }

  /** Nothing more comes: what is open is as long as it gets. */
  end(): void {
    for (const series of this.#open.values()) this.#close(series);
    this.#open.clear();
  }

  #close(series: readonly Link[]): void {
    const [first, second] = series;
    if (first === undefined || second === undefined || series.length < shortest) return;
    for (const { key, mark } of series.slice(1)) this.counted.add(valueName(key, mark.field));
    this.findings.push(finding({ first, second, series }));
  }
}

/** Tells the value of a field in a record from all others of the submission. */
export function valueName({ path, recordPointer }: CatalogueKey, field: Pointer): string {
  return [path, recordPointer, field].join('\u0000');
}

function extended(series: Link[], link: Link): Link[] {
  series.push(link);
  return series;
}

/** Whether a record stands right below another one in the same list. */
function isNext(one: CatalogueKey, other: CatalogueKey): boolean {
  return (
    one.path === other.path &&
    one.kind === other.kind &&
    parentOf(one.recordPointer) === parentOf(other.recordPointer) &&
    Number(lastToken(one.recordPointer)) + 1 === Number(lastToken(other.recordPointer))
  );
}

/** Whether a text goes on where a series stands: one number one higher, all else the same, and the same number all the time. */
function isStep(series: readonly Link[], text: string): boolean {
  const [first] = series;
  const last = series.at(-1);
  if (first === undefined || last === undefined) return false;
  const goal = steps(text);
  return steps(first.mark.text).some(({ around, number }, index) => {
    const next = goal[index];
    return next?.around === around && next.number === number + BigInt(series.length);
  });
}

/** For each number in a text: the number, and what stands around it. */
function steps(text: string): Step[] {
  if (text.length > maxLength) return [];
  return [...text.matchAll(/\d{1,30}/g)].map(({ 0: digits, index }) => ({
    // The width counts where it is kept by zeros: 09 goes on to 10, 9 to 10.
    around: `${text.slice(0, index)}\u0000${text.slice(index + digits.length)}`,
    number: BigInt(digits),
  }));
}

function finding({
  first,
  second,
  series,
}: {
  readonly first: Link;
  readonly second: Link;
  readonly series: readonly Link[];
}): CatalogueFinding {
  const { field, pointer, at } = second.mark;
  const facts = {
    field: fieldText(field),
    first: first.mark.text,
    last: series.at(-1)?.mark.text ?? '',
    records: series.length,
  };
  return {
    check: 'record/series',
    key: second.key,
    pointer,
    field,
    at,
    severity: 'warning',
    subject: first.mark.text,
    facts,
    identity: [nameOfKey(second.key), first.mark.text],
  };
}
