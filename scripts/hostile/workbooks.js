/** Long file: a list of cases. Workbooks that are bombs, lie about themselves, or are none. */
import { workbookParts, writeWorkbook } from '../support/workbook.js';
import { packZip } from '../support/zip-writer.js';
import { packageFiles } from './standards.js';

const megabyte = 1 << 20;
const standard = 'town';
const headings = ['Number', 'Title', 'Owner', 'Theme', 'Issued'];
const row = ['d-1', 'GP practices', 'Health', 'health', '2024-01-31'];
const plain = [{ name: 'Data', rows: [headings, row] }];
const book = (bytes) => ({ ...packageFiles(), 'data/a.xlsx': bytes });
const sheetPart = 'xl/worksheets/sheet1.xml';

/** The plain workbook with some of its parts changed or left out. */
const changed = (changes, lie = {}) =>
  packZip(
    Object.entries({ ...workbookParts(plain), ...changes })
      .filter(([, data]) => data !== undefined)
      .map(([name, data]) => ({ name, data, ...(lie[name] ? { lie: lie[name] } : {}) })),
  );
const sheet = (body) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${body}</worksheet>`;
const original = workbookParts(plain)[sheetPart];
const cellAt = (reference) => `<c r="${reference}" t="inlineStr"><is><t>x</t></is></c>`;
const good = writeWorkbook(plain);

/** @type {readonly import('../hostile.js').Case[]} */
export const cases = [
  { name: 'a good workbook', files: book(good), standard, code: 0 },
  {
    name: 'a bomb of 1 GB',
    files: book(changed({ [sheetPart]: Buffer.alloc(600 * megabyte, ' ') })),
    standard,
    code: 1,
    says: /unpacks to far more/,
  },
  {
    name: 'a bomb that says it is small',
    files: book(changed({ [sheetPart]: Buffer.alloc(300 * megabyte, ' ') }, { [sheetPart]: { size: 1000 } })),
    standard,
    code: 1,
  },
  {
    name: 'shared strings of 300 MB',
    files: book(changed({ 'xl/sharedStrings.xml': Buffer.alloc(300 * megabyte, ' ') })),
    standard,
    code: 1,
  },
  {
    name: 'a part larger than it says',
    files: book(changed({}, { [sheetPart]: { size: 10 } })),
    standard,
    code: 1,
  },
  {
    name: 'a part smaller than it says',
    files: book(changed({}, { [sheetPart]: { size: 100_000 } })),
    standard,
    code: 1,
  },
  {
    name: 'a wrong checksum',
    files: book(changed({}, { [sheetPart]: { crc: 1 } })),
    standard,
    code: 1,
    says: /checksum|damaged/,
  },
  {
    name: 'an unknown packing',
    files: book(changed({}, { [sheetPart]: { method: 99 } })),
    standard,
    code: 1,
    says: /packed in a way/,
  },
  {
    name: 'encrypted parts',
    files: book(changed({}, { [sheetPart]: { flags: 0x801 } })),
    standard,
    code: 1,
    says: /password/,
  },
  {
    name: 'a name in the directory and another before the part',
    files: book(changed({}, { [sheetPart]: { localName: 'xl/worksheets/other.xml' } })),
    standard,
    code: 1,
  },
  {
    name: 'a part that leads out',
    files: book(changed({ '../../evil.txt': 'x' })),
    standard,
    code: 1,
    says: /leads out/,
  },
  {
    name: 'a part twice',
    files: book(
      packZip([
        ...Object.entries(workbookParts(plain)).map(([name, data]) => ({ name, data })),
        { name: sheetPart, data: original },
      ]),
    ),
    standard,
    code: 1,
    says: /twice/,
  },
  {
    name: '20,000 parts',
    files: book(
      packZip([
        ...Object.entries(workbookParts(plain)).map(([name, data]) => ({ name, data })),
        ...Array.from({ length: 20_000 }, (_, i) => ({ name: `x/${i}`, data: '' })),
      ]),
    ),
    standard,
    code: 1,
  },
  {
    name: 'an outside entity',
    files: book(
      changed({
        [sheetPart]: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${sheet('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData>').slice(21)}`,
      }),
    ),
    standard,
    code: 1,
    says: /DOCTYPE/,
    hides: /root:/,
  },
  {
    name: 'a billion laughs',
    files: book(
      changed({
        'xl/sharedStrings.xml': `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`,
      }),
    ),
    standard,
    code: 1,
    says: /DOCTYPE/,
  },
  {
    name: 'a far cell',
    files: book(
      changed({
        [sheetPart]: sheet(`<sheetData><row r="1048576">${cellAt('XFD1048576')}</row></sheetData>`),
      }),
    ),
    standard,
    code: 1,
  },
  {
    name: 'a cell beyond the last one',
    files: book(
      changed({
        [sheetPart]: sheet(
          `<sheetData><row r="99999999999">${cellAt('ZZZZZZ99999999999')}</row></sheetData>`,
        ),
      }),
    ),
    standard,
    code: 1,
  },
  {
    name: 'a far cell in each of 20,000 rows',
    files: book(
      changed({
        [sheetPart]: sheet(
          `<sheetData>${Array.from({ length: 20_000 }, (_, i) => `<row r="${i + 1}">${cellAt(`XFD${i + 1}`)}</row>`).join('')}</sheetData>`,
        ),
      }),
    ),
    standard,
    code: 1,
  },
  {
    name: 'a far cell under the headings',
    files: book(
      changed({
        [sheetPart]: original.replace(
          '</row></sheetData>',
          '</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        ),
      }),
    ),
    standard,
    code: 0,
  },
  {
    name: 'one merge of everything',
    files: book(
      changed({
        [sheetPart]: original.replace(
          '</sheetData>',
          '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
      }),
    ),
    standard,
    code: 0,
  },
  {
    name: '300,000 merges',
    files: book(
      changed({
        [sheetPart]: original.replace(
          '</sheetData>',
          `</sheetData><mergeCells>${Array.from({ length: 300_000 }, (_, i) => `<mergeCell ref="A${i + 3}:B${i + 3}"/>`).join('')}</mergeCells>`,
        ),
      }),
    ),
    standard,
    code: 1,
    says: /merges more cells/,
  },
  {
    name: '100,000 nested elements',
    files: book(changed({ [sheetPart]: sheet(`<sheetData>${'<row>'.repeat(100_000)}`) })),
    standard,
    code: 1,
  },
  {
    name: 'one attribute of 5 MB',
    files: book(
      changed({ [sheetPart]: sheet(`<sheetData><row r="${'1'.repeat(5 * megabyte)}"></row></sheetData>`) }),
    ),
    standard,
    code: 1,
  },
  {
    name: '200,000 attributes',
    files: book(
      changed({
        [sheetPart]: sheet(
          `<sheetData><row ${Array.from({ length: 200_000 }, (_, i) => `a${i}="1"`).join(' ')}></row></sheetData>`,
        ),
      }),
    ),
    standard,
    code: 1,
  },
  {
    name: 'XML cut off',
    files: book(changed({ [sheetPart]: original.slice(0, -40) })),
    standard,
    code: 1,
    says: /ends in the middle|damaged/,
  },
  {
    name: 'a string that is not shared',
    files: book(
      changed({
        'xl/sharedStrings.xml': '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
      }),
    ),
    standard,
    code: 1,
  },
  { name: 'no sheet', files: book(changed({ [sheetPart]: undefined })), standard, code: 1, says: /lacks/ },
  { name: 'no workbook part', files: book(changed({ 'xl/workbook.xml': undefined })), standard, code: 1 },
  {
    name: 'cut off',
    files: book(good.subarray(0, good.length - 30)),
    standard,
    code: 1,
    says: /cut off|damaged/,
  },
  {
    name: 'cut in half',
    files: book(good.subarray(0, good.length >> 1)),
    standard,
    code: 1,
    says: /cut off|damaged/,
  },
  { name: 'only the end of a zip', files: book(good.subarray(-22)), standard, code: 1 },
  {
    name: 'a text file',
    files: book(Buffer.from('Number,Title\nd-1,x\n')),
    standard,
    code: 1,
    says: /not an XLSX/,
  },
  {
    name: 'an old .xls',
    files: book(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5000)])),
    standard,
    code: 1,
    says: /old .xls/,
  },
  { name: 'nothing', files: book(Buffer.alloc(0)), standard, code: 1 },
  {
    name: 'every byte of the directory turned, one at a time',
    files: packageFiles(),
    standard,
    act: flips,
    code: 1,
  },
];

/** A damaged workbook is refused or read; it never ends otherwise. */
async function flips({ run, folder, args }) {
  const { mkdirSync, writeFileSync } = await import('node:fs');
  mkdirSync(`${folder}/data`, { recursive: true });
  const step = Math.ceil(good.length / 300);
  for (let at = 0; at < good.length; at += step) {
    const bytes = Buffer.from(good);
    bytes[at] ^= 0x55;
    writeFileSync(`${folder}/data/${String(at).padStart(5, '0')}.xlsx`, bytes);
  }
  const { code, out, err, megabytes } = await run({ args, cwd: folder, limit: 20 });
  if (code !== 1 || megabytes > 300) return `ended with ${code}, ${megabytes} MB: ${err.slice(0, 300)}`;
  return /internal failure|\n\s+at /.test(out + err) ? err.slice(0, 300) : undefined;
}
