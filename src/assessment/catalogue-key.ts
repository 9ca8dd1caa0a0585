import type { RecordView } from '../checks/record-view.ts';
import type { Pointer } from '../model/pointer.ts';
import { child, tokensOf, valueAt } from '../model/pointer.ts';
import type { RecordEntry } from '../records/record-entry.ts';
import type { CatalogueKey, Mark } from './partial.ts';
import type { SubmissionDocument } from './submission-document.ts';

/**
 * What a record shows to the checks across the catalogue; undefined where its kind names nothing to compare.
 * Places are looked up here, while the record is at hand.
 */
export function catalogueKey(
  entry: RecordEntry,
  view: RecordView,
  { path, department, hasBeside }: Pick<SubmissionDocument, 'path' | 'department' | 'hasBeside'>,
): CatalogueKey | undefined {
  const { kind } = entry;
  const consistent = kind.consistent ?? [];
  const uncounted = kind.uncounted ?? [];
  if (
    kind.identity === undefined &&
    kind.title === undefined &&
    kind.references.length === 0 &&
    consistent.length === 0 &&
    uncounted.length === 0
  )
    return undefined;
  const mark = (pointer: Pointer): Mark | undefined => {
    const text = valueAt(view.renamed, pointer);
    if (typeof text !== 'string' || text.trim() === '') return undefined;
    const original = view.original(pointer);
    return { text, pointer: original, at: entry.locate(original).place };
  };
  const id = kind.identity === undefined ? undefined : mark(kind.identity);
  const title = kind.title === undefined ? undefined : mark(kind.title);
  return {
    kind: kind.kind,
    path,
    department,
    recordPointer: entry.pointer,
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    references: kind.references.flatMap(({ from, to }) =>
      expand(view.renamed, tokensOf(from)).flatMap((pointer) => {
        const found = mark(pointer);
        // Files are looked for here and now; what is there needs no further thought.
        return found === undefined || (to === 'file' && isThere(found.text, hasBeside))
          ? []
          : [{ ...found, to, field: from }];
      }),
    ),
    counted: uncounted.flatMap((field) => {
      const found = /\d/.test(String(valueAt(view.renamed, field))) ? mark(field) : undefined;
      return found === undefined ? [] : [{ ...found, field }];
    }),
    marks: consistent.flatMap(({ field, within }) => {
      const owner = valueAt(view.renamed, within);
      // A value that is wrong by itself is said already.
      const faulty = view.faults.some((fault) => view.fieldAt(fault.pointer).pattern === field);
      const found = typeof owner === 'string' && !faulty ? mark(field) : undefined;
      return found === undefined || typeof owner !== 'string'
        ? []
        : [{ ...found, field, within: owner.trim() }];
    }),
  };
}

/** An address elsewhere is nobody's file, and where nobody can look, nothing is missed. */
function isThere(reference: string, hasBeside: SubmissionDocument['hasBeside']): boolean {
  return hasBeside === undefined || /^[a-z][a-z\d+.-]+:|^\/\//i.test(reference) || hasBeside(reference);
}

/** The pointers in this record that a field pattern stands for. */
function expand(value: unknown, tokens: readonly string[], pointer: Pointer = ''): Pointer[] {
  const [token, ...rest] = tokens;
  if (token === undefined) return [pointer];
  if (token === '*') {
    return Array.isArray(value)
      ? value.flatMap((item, index) => expand(item, rest, child(pointer, index)))
      : [];
  }
  const inner = valueAt(value, child('', token));
  return inner === undefined ? [] : expand(inner, rest, child(pointer, token));
}
