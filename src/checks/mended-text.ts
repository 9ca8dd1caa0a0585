import { matchCode } from '../alignment/match-code.ts';
import { findFormat } from '../formats/index.ts';
import type { Pointer } from '../model/pointer.ts';
import type { RecordView } from './record-view.ts';

/**
 * What to write instead of a text that its schema refuses, where that is certain: the same without white space at its ends, the
 * same in the style of its format, or the code that it means. Undefined where it would be a guess.
 */
export function mendedText(
  view: RecordView,
  pointer: Pointer,
  { value, format }: { readonly value: unknown; readonly format?: string },
): string | undefined {
  if (typeof value !== 'string') return undefined;
  return (
    trimmed(view, pointer, value) ??
    (format === undefined ? undefined : findFormat(format)?.mend?.(value)) ??
    codeMeant(view, pointer, value)
  );
}

function trimmed(view: RecordView, pointer: Pointer, text: string): string | undefined {
  const bare = text.trim();
  if (bare === text || bare === '') return undefined;
  return view.kind.validator.fits(view.fieldAt(pointer).pattern, bare) === true ? bare : undefined;
}

function codeMeant(view: RecordView, pointer: Pointer, text: string): string | undefined {
  const id = view.fieldAt(pointer).field?.codelist;
  const list = id === undefined ? undefined : view.standard.codelists.get(id);
  const match = list === undefined ? undefined : matchCode(text, list);
  return match?.certain === true && match.code.status === 'active' ? match.code.code : undefined;
}
