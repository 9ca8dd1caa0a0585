import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv-read.ts';

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc
    .array(fc.constantFrom('a', '值', '"', ',', ';', '\t', '|', '\n', '\r', '\r\n', ' '), { maxLength: 6 })
    .map((parts) => parts.join('')),
);

function quoted(text: string, always: boolean): string {
  return always || /[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const noise = fc
  .array(
    fc.constantFrom('a', '值', '"', '""', ',', ',', ';', '\n', '\r\n', '\r', ' ', '\0', '"x"', '"l\nm"'),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(''));

describe('any delimited text', () => {
  it('comes back as it was written', async () => {
    const table = fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 3, max: 6 }))
      .chain(([columns, rows]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    const shape = fc.record({
      table,
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      always: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ table: body, delimiter, lineEnd, always }) => {
        const header = (body[0] ?? []).map((_, index) => `h${index}`);
        const written = [header, ...body].map((row) =>
          row.map((text) => quoted(text, always)).join(delimiter),
        );
        const { rows, faults, dialect } = await readCsv(written.join(lineEnd) + lineEnd);
        expect(dialect).toEqual({ delimiter, quote: '"', lineEnd });
        expect(rows.map(([, , ...cells]) => cells)).toEqual([header, ...body]);
        expect(
          faults.filter(
            ({ check, reason }) => check !== 'document/encoding' && !/character|mark/.test(reason),
          ),
        ).toEqual([]);
      }),
      { numRuns: 500 },
    );
  }, 20_000);

  it('is cut as csv-parse cuts it, and every physical line is counted', async () => {
    await fc.assert(
      fc.asyncProperty(noise, async (text) => {
        // The mark keeps NUL from being taken for UTF-16.
        const { rows, faults, dialect } = await readCsv(`\uFEFF${text}`);
        expect(rows.length + faults.length).toBeGreaterThan(0);
        expect(faults.map(({ reason }) => reason)).not.toContain('not-csv');
        if (dialect === undefined || faults.some(({ reason }) => reason === 'unbalanced-quote')) return;
        const expected = parse(text, {
          delimiter: dialect.delimiter,
          record_delimiter: ['\r\n', '\n', '\r'],
          relax_quotes: true,
          relax_column_count: true,
        });
        const found = rows.map(([, , ...cells]) => (cells.length === 0 ? [''] : cells));
        expect(found).toEqual(expected);
        const last = rows.at(-1);
        const lines = text.split(/\r\n|\n|\r/).length - (/[\r\n]$/.test(text) ? 1 : 0);
        const inLast =
          last
            ?.slice(2)
            .join('')
            .match(/\r\n|\n|\r/g)?.length ?? 0;
        expect(last?.[1]).toBe(lines - inLast);
      }),
      { numRuns: 2000 },
    );
  }, 20_000);
});

describe('hostile delimited text', () => {
  it.each([
    ['quotes', '"'.repeat(1_000_001)],
    ['delimiters', `${';'.repeat(500_000)}\n${','.repeat(500_000)}`],
    ['an open quote', `a,b\n1,2\n"${'x,y\n'.repeat(200_000)}`],
    ['quotes out of place', 'a"b,"c"d\n'.repeat(50_000)],
    ['ragged rows', `a,b,c\n${'1,2\n3,4,5,6\n'.repeat(40_000)}`],
  ])(
    'of %s is read or refused in time',
    async (_, text) => {
      const { rows, faults } = await readCsv(text);
      expect(rows.length + faults.length).toBeGreaterThan(0);
    },
    10_000,
  );
});
