import { member } from '../schema/location.ts';
import { listId } from './code-list-file.ts';

/** A use of a code list in a schema. */
interface ListUse {
  /** As written: an id or a file name. */
  readonly name: string;
  /** Whether the schema says that the list is open. */
  readonly open: boolean;
}

/** Every text that stands after `codelist`, wherever in a schema. */
export function listUsesIn(root: unknown): ListUse[] {
  const uses: ListUse[] = [];
  const open = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'codelist' && typeof inner === 'string') {
        uses.push({ name: inner, open: member(value, 'openCodelist') === true });
      } else open.push(inner);
    }
  }
  return uses;
}

/** What schemas say of the lists that they use: a list is open where every use says `openCodelist: true`. */
export function statedOpenness(schemas: readonly unknown[]): Record<string, 'open' | 'closed'> {
  const openness = new Map<string, 'open' | 'closed'>();
  for (const { name, open } of schemas.flatMap(listUsesIn)) {
    const before = openness.get(listId(name)) ?? 'open';
    openness.set(listId(name), open ? before : 'closed');
  }
  return Object.fromEntries(openness);
}
