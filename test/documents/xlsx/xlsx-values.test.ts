import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateText, isoDateText } from '../../../src/documents/xlsx/xlsx-dates.ts';
import { numberCell } from '../../../src/documents/xlsx/xlsx-numbers.ts';
import { classifyFormat } from '../../../src/documents/xlsx/xlsx-styles.ts';
import { rawSheet, readAll } from '../../support/workbook.ts';

describe('numbers', () => {
  it.each([
    ['12', '12'],
    ['0012', '0012'],
    ['1.0', '1.0'],
    ['-0', '-0'],
    ['123456789012345', '123456789012345'],
    ['0.30000000000000004', '0.3'],
    ['19.989999999999998', '19.99'],
    ['-2.2999999999999998', '-2.3'],
    ['1.5E3', '1500'],
    ['5.0000000000000001E-2', '0.05'],
    ['1e-7', '0.0000001'],
    ['0e5', '0'],
    ['1E-300', '1E-300'],
  ])('%s is shown as %s', (stored, shown) => {
    expect(numberCell(stored)).toEqual({ text: shown, kind: 'number' });
  });

  it.each([
    ['9.1310115E+17', '913101150000000000'],
    ['9.1310115000000006E+17', '913101150000000000'],
    ['913101150000000123', '913101150000000123'],
    ['1000000000000000', '1000000000000000'],
    ['-1.1010119900307123E+17', '-110101199003071000'],
    ['1E+300', '1E+300'],
  ])('%s is shown as %s, its last digits perhaps lost', (stored, shown) => {
    expect(numberCell(stored)).toEqual({ text: shown, kind: 'number', digitsLost: true });
  });

  it('says that digits are lost from 16 digits on', () => {
    expect(numberCell('999999999999999')?.digitsLost).toBeUndefined();
    expect(numberCell('1000000000000000')?.digitsLost).toBe(true);
  });

  it.each(['', '.', '-', '1e', 'NaN', 'Infinity', '0x10', '1e999', '1,5', '１', '1e99999'])(
    '%j is no number',
    (stored) => {
      expect(numberCell(stored)).toBeUndefined();
    },
  );

  it('keeps the value of any double to 15 digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const cell = numberCell(String(value));
        expect(Number(Number(cell?.text).toPrecision(15))).toBe(Number(value.toPrecision(15)));
      }),
    );
  });
});

describe('dates', () => {
  it.each([
    [1, 'date', '1900-01-01'],
    [0, 'date', '1900-01-00'],
    [59, 'date', '1900-02-28'],
    [60, 'date', '1900-02-29'],
    [61, 'date', '1900-03-01'],
    [42_856, 'date', '2017-05-01'],
    [42_856.75, 'date', '2017-05-01'],
    [45_351, 'date', '2024-02-29'],
    [2_958_465, 'date', '9999-12-31'],
    [42_856, 'datetime', '2017-05-01T00:00:00'],
    [42_856.520833333336, 'datetime', '2017-05-01T12:30:00'],
    [42_856.999999, 'datetime', '2017-05-02T00:00:00'],
    [0.25, 'time', '06:00:00'],
    [42_856, 'time', '2017-05-01'],
    [42_856.5, 'time', '2017-05-01T12:00:00'],
    [1.5, 'elapsed', '36:00:00'],
  ] as const)('%f as %s is %s', (serial, format, text) => {
    expect(dateText(serial, format, false)).toBe(text);
  });

  it('counts from 1904 where the workbook says so', () => {
    expect(dateText(0, 'date', true)).toBe('1904-01-01');
    expect(dateText(41_394, 'date', true)).toBe('2017-05-01');
    expect(dateText(2_957_003, 'date', true)).toBe('9999-12-31');
    expect(dateText(2_957_004, 'date', true)).toBeUndefined();
  });

  it.each([-1, 2_958_466, 1e300, Number.NaN])('%f is no date', (serial) => {
    expect(dateText(serial, 'date', false)).toBeUndefined();
  });

  it('agrees with the calendar on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const expected = new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
        expect(dateText(serial, 'date', false)).toBe(expected);
      }),
    );
  });

  it.each([
    ['2017-05-01', 'date', '2017-05-01'],
    ['2017-05-01T00:00:00', 'date', '2017-05-01'],
    ['2017-05-01T08:30', 'datetime', '2017-05-01T08:30:00'],
    ['2017-05-01T08:30:15.250Z', 'none', '2017-05-01T08:30:15'],
    ['08:30:00', 'time', '08:30:00'],
    ['1 May', 'date', undefined],
  ] as const)('ISO %s as %s is %s', (stored, format, text) => {
    expect(isoDateText(stored, format)).toBe(text);
  });
});

describe('number formats', () => {
  it.each([
    ['General', 'none'],
    ['0.00E+00', 'none'],
    ['#,##0" days"', 'none'],
    ['0"年"', 'none'],
    ['"yyyy"@', 'none'],
    ['[Red]0;[Blue]-0', 'none'],
    ['G/通用格式', 'none'],
    ['\\d0', 'none'],
    ['yyyy-mm-dd', 'date'],
    ['yyyy\\-mm\\-dd;@', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['yyyy年m月', 'date'],
    ['[$-804]yyyy"年"m"月";@', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['mmm', 'date'],
    ['yyyy/m/d h:mm', 'datetime'],
    ['m/d/yy h:mm AM/PM', 'datetime'],
    ['h:mm:ss', 'time'],
    ['mm:ss.0', 'time'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['[h]:mm:ss', 'elapsed'],
    ['[hh]:mm', 'elapsed'],
  ])('%s shows %s', (code, shown) => {
    expect(classifyFormat(code)).toBe(shown);
  });
});

describe('cells of every type', () => {
  const styles =
    '<styleSheet><numFmts><numFmt formatCode="yyyy&quot;年&quot;m&quot;月&quot;" numFmtId="176"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="22"/><xf numFmtId="31"/><xf numFmtId="57"/></cellXfs></styleSheet>';

  it.each([
    ['<c><v> 12 </v></c>', { text: '12', kind: 'number' }],
    ['<c t="n"><v>1e3</v></c>', { text: '1000', kind: 'number' }],
    ['<c t="b"><v>0</v></c>', { text: 'false', kind: 'boolean' }],
    ['<c t="b"><f>TRUE()</f><v>1</v></c>', { text: 'true', kind: 'boolean', formula: true }],
    ['<c t="e"><f>A9</f><v>#REF!</v></c>', { text: '#REF!', kind: 'error', formula: true }],
    ['<c t="str"><f t="shared" si="0"/><v></v></c>', { text: '', kind: 'text', formula: true }],
    ['<c t="d" s="1"><v>2017-05-01T00:00:00</v></c>', { text: '2017-05-01', kind: 'date' }],
    ['<c s="1"><v>42856</v></c>', { text: '2017-05-01', kind: 'date' }],
    ['<c s="2"><v>42856.5</v></c>', { text: '2017-05-01T12:00:00', kind: 'date' }],
    ['<c s="3"><v>42856</v></c>', { text: '2017-05-01', kind: 'date' }],
    ['<c s="4"><f>TODAY()</f><v>42856</v></c>', { text: '2017-05-01', kind: 'date', formula: true }],
    ['<c s="0"><v>42856</v></c>', { text: '42856', kind: 'number' }],
    ['<c s="99"><v>42856</v></c>', { text: '42856', kind: 'number' }],
    ['<c t="s" s="1"><v></v></c>', undefined],
    ['<c><v></v></c>', undefined],
  ])('%s', async (xml, expected) => {
    const { sheets } = await readAll(rawSheet(`<row>${xml}</row>`, { 'xl/styles.xml': styles }));
    expect(sheets[0]?.rows[0]?.cells[0]).toEqual(expected);
  });

  it('reads the quick way what it reads the exact way', async () => {
    const value = fc.oneof(
      fc.integer({ min: 0, max: 3_000_000 }).map(String),
      fc.integer({ min: 0, max: 4 }).map(String),
      fc.stringMatching(/^-?\d{0,17}\.?\d{0,17}$/),
      fc.double({ min: 0, max: 3e6, noNaN: true }).map(String),
    );
    const attributes = fc.constantFrom(
      '',
      ' s="1"',
      ' s="2"',
      ' t="s"',
      ' s="3" t="s"',
      ' t="s" s="0"',
      ' t="n"',
      ' s="99"',
      ' s="x"',
    );
    const reference = fc.constantFrom(
      'A1',
      'B1',
      'C1',
      'D1',
      'Z1',
      'AA1',
      'XFD1',
      'XFE1',
      'B2',
      'b1',
      '1',
      'AAAA1',
    );
    const cell = fc.record({ value, attributes, reference, empty: fc.boolean() });
    const sst = '<sst><si><t>甲</t></si><si><t>乙</t></si><si><t> </t></si></sst>';
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 12 }), async (cells) => {
        // A second blank before the first attribute is all it takes to be read the exact way.
        const row = (blank: string) =>
          `<row r="1">${cells.map((each) => `<c${blank}r="${each.reference}"${each.attributes}${each.empty ? '/>' : `><v>${each.value}</v></c>`}`).join('')}</row>`;
        const [quick, exact] = await Promise.all(
          [' ', '  '].map((blank) =>
            readAll(rawSheet(row(blank), { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': sst })),
          ),
        );
        expect(withoutOffsets(quick)).toEqual(withoutOffsets(exact));
      }),
      { numRuns: 200 },
    );
  });
});

/** As JSON, the byte offsets of broken markup left out: the exact variant is longer. */
function withoutOffsets(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, member) => (key === 'offset' ? undefined : member)));
}
