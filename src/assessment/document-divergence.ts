import type { Locale } from '../model/locale.ts';
import type { Standard } from '../model/standard.ts';
import { recordAround } from '../records/record-around.ts';
import type { Said } from './document-said.ts';
import { gradeOf, messageOf } from './grade.ts';
import type { RawDivergence } from './partial.ts';

/** Places and grades it; undefined where the standard switches the check off. */
export function documentDivergence(
  said: Said,
  document: {
    readonly standard: Standard;
    readonly locale: Locale;
    readonly path: string;
    readonly department: string;
  },
): RawDivergence | undefined {
  const { check, facts, located, field, pointer } = said;
  const { standard, locale, path, department } = document;
  const severity = gradeOf(standard, check, said.severity);
  if (severity === 'off') return undefined;
  const recordPointer = pointer === undefined ? undefined : recordAround(pointer, standard);
  const subject = ['reason', 'found', 'expected', 'name'].map((name) => String(facts[name] ?? ''));
  return {
    check,
    severity,
    department,
    path,
    ...(pointer === undefined ? {} : { pointer }),
    ...(field === '' ? {} : { field, clause: { field } }),
    ...(located === undefined ? {} : { place: located.place }),
    ...(located?.excerpt === undefined ? {} : { excerpt: located.excerpt }),
    message: messageOf(standard, locale, { check, field, facts }),
    facts,
    fixable: check === 'column/renamed',
    causeKey: [check, severity, field, ...subject].join('\u0000'),
    ...(recordPointer === undefined ? {} : { recordPointer, insideRecord: true as const }),
    // Places in lists do not last.
    identity: [check, path, field, (pointer ?? '').replaceAll(/\/\d+(?=\/|$)/g, '/*'), ...subject].join(
      '\u0000',
    ),
  };
}
