import type { Locale } from '../model/locale.ts';
import type { Standard } from '../model/standard.ts';
import type { CatalogueFinding } from './catalogue-finding.ts';
import { gradeOf, messageOf } from './grade.ts';
import type { RawDivergence } from './partial.ts';

/** Places and grades what was found across the catalogue; nothing where the standard switches a check off. */
export function catalogueDivergences(
  findings: readonly CatalogueFinding[],
  standard: Standard,
  locale: Locale,
): RawDivergence[] {
  return findings.flatMap(
    ({ check, key, pointer, field, at, facts, severity, clause, subject, identity }) => {
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
          identity: [check, key.kind, field, ...identity].join('\u0000'),
        },
      ];
    },
  );
}
