import { dateFault } from '../formats/calendar.ts';
import type { Code, CodeList } from '../model/code-list.ts';
import type { Field } from '../model/field.ts';
import type { Pointer } from '../model/pointer.ts';
import { child, tokensOf, valueAt } from '../model/pointer.ts';
import type { RecordKind, Standard } from '../model/standard.ts';
import type { RecordView } from './record-view.ts';

interface TimedField {
  readonly field: Field;
  readonly list: CodeList;
}

/** An active code at a time when it is not valid. */
export interface CodeOutOfTime {
  /** Into the record under the standard's names. */
  readonly pointer: Pointer;
  readonly list: CodeList;
  readonly code: Code;
  /** The day of the record. */
  readonly date: string;
}

/** Active codes that are used outside the time they are valid in, held against the day of the record (`date` of its kind). */
export function* codesOutOfTime(view: RecordView): Generator<CodeOutOfTime> {
  const fields = timedFields(view.kind, view.standard);
  const date = fields.length === 0 ? undefined : dayOf(view);
  if (date === undefined) return;
  for (const { field, list } of fields) {
    for (const pointer of codesAt(view.renamed, tokensOf(field.pointer))) {
      const code = list.byCode.get(String(valueAt(view.renamed, pointer)));
      if (code?.status === 'active' && isOutside(code, date)) {
        yield { pointer, list, code, date };
      }
    }
  }
}

const known = new WeakMap<RecordKind, readonly TimedField[]>();

/** Fields whose list has codes with a time of their own. */
function timedFields(kind: RecordKind, { codelists }: Standard): readonly TimedField[] {
  let found = known.get(kind);
  if (found === undefined) {
    found = [...kind.fields.values()].flatMap((field) => {
      const list = codelists.get(field.codelist ?? '');
      const isTimed = list?.codes.some(
        ({ validFrom, validTo }) => validFrom !== undefined || validTo !== undefined,
      );
      return list === undefined || isTimed !== true ? [] : [{ field, list }];
    });
    known.set(kind, found);
  }
  return found;
}

/** The day that the record names; undefined where it names none that can be held against anything. */
function dayOf({ kind, renamed }: RecordView): string | undefined {
  const written = kind.date === undefined ? undefined : valueAt(renamed, kind.date);
  const day = typeof written === 'string' ? written.trim().slice(0, 10) : '';
  return dateFault(day) === undefined ? day : undefined;
}

function isOutside({ validFrom, validTo }: Code, date: string): boolean {
  return (validFrom !== undefined && date < validFrom) || (validTo !== undefined && date > validTo);
}

/** Where texts stand under a field pattern; a list field holds a code in each element. */
function* codesAt(value: unknown, tokens: readonly string[], pointer: Pointer = ''): Generator<Pointer> {
  const [token, ...rest] = tokens;
  if (Array.isArray(value) && (token === undefined || token === '*')) {
    for (const [index, item] of value.entries()) yield* codesAt(item, rest, child(pointer, index));
  } else if (token === undefined) {
    if (typeof value === 'string') yield pointer;
  } else if (typeof value === 'object' && value !== null && Object.hasOwn(value, token)) {
    yield* codesAt((value as Record<string, unknown>)[token], rest, child(pointer, token));
  }
}
