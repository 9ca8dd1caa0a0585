import type { DocumentFault } from '../../model/document.ts';
import { headingsMissing } from '../inputs/headings-missing.ts';
import type { FoundDialect } from './sample-dialect.ts';

/** What is to be said of the start of a file: no rows, no headings, or something above them. `declared`: how many columns are. */
export function headFaults(
  dialect: FoundDialect,
  declared: { readonly columns: number; readonly hasHeader?: boolean },
): DocumentFault[] {
  const { state, hasHeader, lead } = dialect;
  if (state === 'empty') return [{ check: 'document/syntax', reason: 'empty' }];
  if (state === 'unreadable-header') return [{ ...syntax('unreadable-header'), place: { line: 1, row: 0 } }];
  const above = aboveFault(dialect);
  const faults = above === undefined ? [] : [above];
  if (state === 'header-only')
    faults.push({ ...syntax('header-only'), place: { line: Math.max(1, lead.lines), row: 0 } });
  if (!hasHeader && declared.hasHeader !== false)
    faults.push(
      headingsMissing(
        { columns: dialect.headings.length, declared: declared.columns },
        { line: lead.lines + 1, row: 1 },
      ),
    );
  return faults;
}

function aboveFault({ above, hasHeader }: FoundDialect): DocumentFault | undefined {
  const { lines, texts, line } = above;
  if (lines === 0) return undefined;
  const reason = texts > 0 ? 'lines-above-headings' : 'empty-lines-above-headings';
  const facts = { lines, stands: hasHeader ? 'headings' : 'data' };
  return { ...syntax(reason), place: { line: line + 1, row: 0 }, facts };
}

function syntax(reason: string): Pick<DocumentFault, 'check' | 'reason'> {
  return { check: 'document/syntax', reason };
}
