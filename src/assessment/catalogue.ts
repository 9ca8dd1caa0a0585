import type { Locale } from '../model/locale.ts';
import type { Standard } from '../model/standard.ts';
import { brokenReferences } from './broken-references.ts';
import { duplicates } from './duplicates.ts';
import { gradeOf, messageOf } from './grade.ts';
import { inconsistencies } from './inconsistencies.ts';
import type { CatalogueKey, RawDivergence } from './partial.ts';

/**
 * What only shows when all records are known: identifiers and titles that stand twice, references to nothing.
 * The first record in report order keeps the name; each later one diverges.
 */
export function assessCatalogue(
  keys: readonly CatalogueKey[],
  standard: Standard,
  locale: Locale,
): RawDivergence[] {
  const findings = [...duplicates(keys, standard), ...inconsistencies(keys), ...brokenReferences(keys)];
  return findings.flatMap(({ check, key, pointer, field, at, facts, severity, clause, subject }) => {
    const graded = gradeOf(standard, check, severity);
    if (graded === 'off') return [];
    const record = {
      kind: key.kind,
      ...(key.id === undefined ? {} : { id: key.id.text }),
      ...(key.title === undefined ? {} : { title: key.title.text }),
    };
    return [
      {
        check,
        severity: graded,
        department: key.department,
        record,
        path: key.path,
        pointer: key.recordPointer + pointer,
        field,
        place: at,
        message: messageOf(standard, locale, { check, field, facts }),
        facts,
        ...(clause === undefined ? {} : { clause }),
        fixable: false,
        causeKey: [check, graded, field, subject].join('\u0000'),
        recordPointer: key.recordPointer,
        identity: [
          check,
          key.kind,
          key.id?.text ?? key.title?.text ?? key.recordPointer,
          field,
          String(facts['found']),
        ].join('\u0000'),
      },
    ];
  });
}
