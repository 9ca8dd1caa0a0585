import { fieldText } from '../checks/field-text.ts';
import type { Facts } from '../model/check.ts';
import { comparableText } from '../model/comparable-text.ts';
import { placeText } from '../model/place.ts';
import type { RecordKind, Standard } from '../model/standard.ts';
import type { CatalogueFinding } from './catalogue-finding.ts';
import type { CatalogueKey, Mark } from './partial.ts';

/** Identifiers that stand twice in the catalogue and titles that stand twice in a department; the first record keeps the name. */
export function* duplicates(keys: readonly CatalogueKey[], standard: Standard): Generator<CatalogueFinding> {
  const kinds = new Map(standard.kinds.map((kind) => [kind.kind, kind]));
  const ids = new Map<string, CatalogueKey>();
  const titles = new Map<string, CatalogueKey>();
  for (const key of keys) {
    const kind = kinds.get(key.kind);
    const sameId = key.id === undefined ? undefined : remember(ids, [key.kind, key.id.text], key);
    // Departments may well call different resources alike; one department should not.
    const name = key.title === undefined ? '' : comparableText(key.title.text);
    const sameTitle = name === '' ? undefined : remember(titles, [key.kind, key.department, name], key);
    // A record that was entered twice has both in common: one cause, said once.
    if (sameId !== undefined) yield* idTwice(key, sameId, kind);
    else if (sameTitle !== undefined) yield* titleTwice(key, sameTitle, kind);
  }
}

/** The record that had this name before; else this one is remembered. */
function remember(
  known: Map<string, CatalogueKey>,
  name: readonly string[],
  key: CatalogueKey,
): CatalogueKey | undefined {
  const text = name.join('\u0000');
  const before = known.get(text);
  if (before === undefined) known.set(text, key);
  return before;
}

function* idTwice(
  key: CatalogueKey,
  other: CatalogueKey,
  kind: RecordKind | undefined,
): Generator<CatalogueFinding> {
  const { id } = key;
  if (id !== undefined)
    yield finding({ key, other, mark: id, field: kind?.identity ?? id.pointer, same: 'id' });
}

function* titleTwice(
  key: CatalogueKey,
  other: CatalogueKey,
  kind: RecordKind | undefined,
): Generator<CatalogueFinding> {
  const { title } = key;
  if (title === undefined) return;
  const same = other.title?.text === title.text ? 'exact-title' : 'title';
  yield finding({ key, other, mark: title, field: kind?.title ?? title.pointer, same });
}

/** How a person finds the other record: its name, and where it stands. */
function whereabouts(key: CatalogueKey, other: CatalogueKey, same: Pair['same']): Facts {
  const mark = same === 'id' ? other.id : other.title;
  const name = same === 'id' ? other.title?.text : other.id?.text;
  const at = mark === undefined ? '' : placeText(mark.at);
  return {
    first: other.path === key.path ? at : `${other.path} ${at}`.trimEnd(),
    ...(name === undefined ? {} : { firstName: name }),
  };
}

interface Pair {
  readonly key: CatalogueKey;
  readonly other: CatalogueKey;
  readonly mark: Mark;
  readonly field: string;
  readonly same: 'id' | 'title' | 'exact-title';
}

function finding({ key, other, mark, field, same }: Pair): CatalogueFinding {
  const facts: Facts = {
    field: fieldText(field),
    found: `"${mark.text}"`,
    ...whereabouts(key, other, same),
    same,
  };
  return {
    check: 'record/duplicate',
    key,
    pointer: mark.pointer,
    field,
    at: mark.at,
    severity: same === 'id' ? 'error' : 'warning',
    // Whoever clears up a department's doubles does it in one go.
    subject: `${same}\u0000${key.department}`,
    facts,
    // Which of the doubles is said to be the second depends on their order; that there are two does not.
    identity: [same === 'id' ? mark.text : comparableText(mark.text)],
  };
}
