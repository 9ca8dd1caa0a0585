import { fieldText } from '../checks/field-text.ts';
import { byCodeUnit } from '../model/code-unit-order.ts';
import type { CatalogueFinding } from './catalogue-finding.ts';
import type { CatalogueKey } from './partial.ts';
import { nameOfKey } from './partial.ts';
import { valueName } from './series.ts';

interface Holder {
  readonly key: CatalogueKey;
  readonly mark: CatalogueKey['marks'][number];
}

/** Values that differ from what most records of the same owner say (one provider, two credit codes). Of equally frequent values the first in code-unit order counts. What a dragged cell has made (`counted`) is said already. */
export function* inconsistencies(
  keys: readonly CatalogueKey[],
  counted: ReadonlySet<string>,
): Generator<CatalogueFinding> {
  for (const holders of byOwner(keys, counted).values()) {
    const { usual, usualCount, distinct } = majority(holders);
    if (distinct < 2) continue;
    for (const { key, mark } of holders) {
      if (mark.text === usual) continue;
      const facts = {
        field: fieldText(mark.field),
        found: `"${mark.text}"`,
        owner: mark.within,
        usual,
        usualCount,
      };
      yield {
        check: 'record/inconsistent',
        key,
        pointer: mark.pointer,
        field: mark.field,
        at: mark.at,
        severity: 'warning',
        subject: `${mark.within}\u0000${mark.text}`,
        facts,
        identity: [nameOfKey(key), mark.text],
      };
    }
  }
}

function byOwner(keys: readonly CatalogueKey[], counted: ReadonlySet<string>): Map<string, Holder[]> {
  const groups = new Map<string, Holder[]>();
  for (const key of keys) {
    for (const mark of key.marks) {
      if (counted.has(valueName(key, mark.field))) continue;
      const name = [key.kind, mark.field, mark.within].join('\u0000');
      const group = groups.get(name) ?? [];
      group.push({ key, mark });
      groups.set(name, group);
    }
  }
  return groups;
}

function majority(holders: readonly Holder[]): { usual: string; usualCount: number; distinct: number } {
  const counts = new Map<string, number>();
  for (const { mark } of holders) counts.set(mark.text, (counts.get(mark.text) ?? 0) + 1);
  const [usual, usualCount] = [...counts].sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b))[0] ?? ['', 0];
  return { usual, usualCount, distinct: counts.size };
}
