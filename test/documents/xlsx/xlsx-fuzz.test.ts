import fc from 'fast-check';
import { expect, it } from 'vitest';
import { workbookParts } from '../../../scripts/support/workbook.js';
import { packParts, readAll, writeWorkbook } from '../../support/workbook.ts';

const sheets = [
  {
    name: '信息资源目录',
    rows: [
      ['信息资源名称', '发布日期', null],
      ['企业登记信息 <&>', { date: 42_856 }, 1.5, true],
      [{ formula: '1+1', value: 2 }],
    ],
    merges: ['A1:B1'],
  },
  { name: 'b', rows: [['x']] },
];
const parts = workbookParts(sheets);
const names = Object.keys(parts);
const checks = /^document\/(?:unreadable|syntax|encoding)$/;

/** Reads to the end; whatever the bytes hold, that must be rows and faults, never an exception. */
async function survives(bytes: Uint8Array): Promise<void> {
  const read = await readAll(bytes);
  for (const { check, reason } of [...read.faults, ...read.sheets.flatMap(({ faults }) => faults)]) {
    expect(check).toMatch(checks);
    expect(reason).toMatch(/^[a-z\d-]+$/);
  }
  expect(read.faults.length + read.sheets.length).toBeGreaterThan(0);
}

it('survives any bytes changed in the file', async () => {
  const whole = writeWorkbook(sheets);
  const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, byte] of changes) bytes[at] = byte;
      await survives(bytes);
    }),
    { numRuns: 150 },
  );
});

it('survives any markup put into or taken out of its parts', async () => {
  const piece = fc.constantFrom(
    ...[
      '',
      '<',
      '>',
      '"',
      '&',
      '&#x',
      '</c>',
      '<c>',
      '<v>',
      '</v>',
      '<row>',
      '</row>',
      ' r="A1"',
      ' t="s"',
      ' t="inlineStr"',
    ],
    ...[
      '<is><t>x</t></is>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<!DOCTYPE',
      '<?',
      '\0',
      'E99',
      '_xD800_',
      '<mergeCell ref="A1:',
      'x:',
    ],
  );
  const edit = fc.record({ part: fc.constantFrom(...names), at: fc.nat(3000), cut: fc.nat(20), piece });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
      const edited: Record<string, string> = { ...parts };
      for (const { part, at, cut, piece: text } of edits) {
        const xml = edited[part] ?? '';
        const from = at % (xml.length + 1);
        edited[part] = xml.slice(0, from) + text + xml.slice(from + cut);
      }
      await survives(packParts(edited));
    }),
    { numRuns: 150 },
  );
});
