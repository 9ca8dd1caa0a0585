import { fieldText } from '../checks/field-text.ts';
import type { CatalogueFinding } from './catalogue-finding.ts';
import type { CatalogueKey } from './partial.ts';
import { nameOfKey } from './partial.ts';

/** References that no record handed in answers to. A warning: what is named may live in a catalogue elsewhere. */
export function* brokenReferences(keys: readonly CatalogueKey[]): Generator<CatalogueFinding> {
  const ids = new Map<string, Set<string>>();
  for (const { kind, id } of keys) {
    if (id !== undefined) ids.set(kind, (ids.get(kind) ?? new Set()).add(id.text));
  }
  for (const key of keys) {
    for (const { to, text, pointer, field, at } of key.references) {
      if (ids.get(to)?.has(text) === true) continue;
      const facts = { field: fieldText(field), found: `"${text}"`, to };
      const identity = [nameOfKey(key), text];
      yield {
        check: 'reference/broken',
        key,
        pointer,
        field,
        at,
        severity: 'warning',
        subject: text,
        facts,
        identity,
      };
    }
  }
}
