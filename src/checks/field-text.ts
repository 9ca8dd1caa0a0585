import type { Locale } from '../model/locale.ts';
import type { Pointer } from '../model/pointer.ts';
import { tokensOf } from '../model/pointer.ts';
import type { RecordView } from './record-view.ts';

/** What to call the object at a field pattern: its own name, that of its list for a member, `''` for the record itself. */
export function ownerName(pattern: Pointer): string {
  return namesIn(pattern).at(-1) ?? '';
}

/**
 * What to call a field in a message, with the objects it stands in and the form that was assumed of the innermost one:
 * `theme`, `publisher › code`, `contact (kind = team) › email`.
 */
export function fieldText(pattern: Pointer, assumed?: readonly string[]): string {
  const names = namesIn(pattern);
  const form = assumedText(assumed);
  const last = names.at(-1) ?? '';
  if (names.length < 2) return `${last}${form}`.trimStart();
  return `${names.slice(0, -1).join(' › ')}${form} › ${last}`;
}

/** What to call the field at a pointer into a record: in a sheet its heading, which is what people see there; the record itself goes by its kind. */
export function fieldLabel(view: RecordView, pointer: Pointer, assumed?: readonly string[]): string {
  const { pattern, field } = view.fieldAt(pointer);
  const heading = view.tabular ? field?.headings[0] : undefined;
  return heading ?? (pattern === '' ? view.kind.kind + assumedText(assumed) : fieldText(pattern, assumed));
}

/** ` (kind = team)`; nothing where no choice had to be made. */
export function assumedText(assumed: readonly string[] | undefined): string {
  return assumed === undefined || assumed.length === 0 ? '' : ` (${assumed.join(', ')})`;
}

/** An object as a sentence names it: a record of an assumed form has no name but that of its form. */
export function ownerText(owner: unknown, locale: Locale): string {
  const text = String(owner);
  if (!text.startsWith('(')) return text;
  return locale === 'en' ? `the record ${text}` : `记录 ${text}`;
}

/** The property names on the way, without the places in lists. */
function namesIn(pattern: Pointer): string[] {
  return tokensOf(pattern).filter((token) => token !== '*');
}
