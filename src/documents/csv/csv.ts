import type { Reader, Sheet } from '../../model/document.ts';
import { faultAt, faultPart, readWholeText } from '../whole-text.ts';
import { findDialect } from './csv-dialect.ts';
import { readRows } from './csv-rows.ts';

/**
 * CSV and TSV: RFC 4180 with any of four delimiters, any line ends, any of our encodings. One sheet without a name; its
 * cells are text exactly as written. Row numbers count records from 1, header and empty lines included; `line` is the
 * physical line, which quoted line ends move. Departures that can be read (ragged rows, quotes out of place, mixed
 * line ends) are faults between the rows.
 */
export const csvReader: Reader = {
  format: 'csv',
  extensions: ['.csv', '.tsv'],
  async *read(source, { limits }) {
    const whole = await readWholeText(source, limits.documentBytes);
    if ('check' in whole) {
      yield [faultPart(whole)];
      return;
    }
    const { text, lines } = whole;
    if (whole.faults.length > 0) yield whole.faults.map(faultPart);
    if (text.trim() === '') {
      yield [faultPart(faultAt(lines, { reason: 'empty', start: 0, end: 0 }))];
      return;
    }
    // Loaded late: most submissions are no tables.
    const csv = await import('csv-parse/sync');
    const csvText = { csv, text, recordBytes: limits.recordBytes };
    const dialect = findDialect(csvText, source.path);
    const { delimiter, lineEnd } = dialect;
    const sheet: Sheet = {
      name: '',
      merges: [],
      dialect: { delimiter, quote: '"', lineEnd },
      async *rows() {
        yield* readRows({ ...csvText, lines, dialect });
      },
    };
    yield [{ kind: 'sheet', sheet }];
  },
};
