import { describe, expect, it } from 'vitest';
import { workbookParts } from '../../../scripts/support/workbook.js';
import {
  oneSheet,
  packParts,
  rawParts,
  rawSheet,
  readAll,
  testLimits,
  texts,
  writeWorkbook,
} from '../../support/workbook.ts';

const zip = testLimits.zip;
const ok = oneSheet(['名称'], ['企业登记信息']);
const doctype = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const sheetPath = 'xl/worksheets/sheet1.xml';

describe('files that are no workbook', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.alloc(0), 'empty'],
    [
      'a page called .xlsx',
      Buffer.from('<html><table><tr><td>名称</td></tr></table></html>'),
      'not-a-workbook',
    ],
    [
      'an old or encrypted workbook',
      Buffer.from('d0cf11e0a1b11ae100000000', 'hex'),
      'old-excel-or-encrypted',
    ],
    [
      'a zip of something else',
      packParts({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      'not-a-workbook',
    ],
    ['a text document', packParts({ ...rawParts(''), 'xl/workbook.xml': '<document/>' }), 'not-a-workbook'],
    [
      'only charts',
      packParts({ ...rawParts(''), 'xl/workbook.xml': '<workbook><sheets/></workbook>' }),
      'no-sheets',
    ],
    ['its first half', ok.subarray(0, ok.length / 2), 'truncated'],
    ['its directory alone', ok.subarray(ok.length - 22), 'truncated'],
  ])('%s', async (_, bytes, reason) => {
    const { sheets, faults } = await readAll(bytes);
    expect(sheets).toEqual([]);
    expect(faults).toMatchObject([{ check: 'document/unreadable', reason }]);
  });

  it('refuses a binary workbook by name', async () => {
    const rels =
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>';
    const { faults } = await readAll(packParts({ '_rels/.rels': rels, 'xl/workbook.bin': 'x' }));
    expect(faults).toMatchObject([{ reason: 'binary-workbook' }]);
  });
});

describe('broken parts', () => {
  it.each([
    ['xl/workbook.xml', undefined, 'missing-part'],
    ['xl/_rels/workbook.xml.rels', undefined, 'missing-part'],
    ['xl/_rels/workbook.xml.rels', '<Relationships/>', 'missing-part'],
    ['xl/styles.xml', undefined, 'missing-part'],
    ['xl/styles.xml', `${doctype}<styleSheet/>`, 'doctype'],
    ['xl/sharedStrings.xml', `${doctype}<sst/>`, 'doctype'],
    ['xl/sharedStrings.xml', '<sst><si></sst>', 'malformed-xml'],
    ['xl/sharedStrings.xml', '<html/>', 'malformed-xml'],
    ['xl/workbook.xml', '<?xml version="1.0" encoding="GBK"?><workbook/>', 'xml-encoding'],
    ['xl/workbook.xml', '<workbook><sheets><sheet name="a"/></sheets></workbook>', 'malformed-xml'],
    ['xl/workbook.xml', '<workbook><sheets>', 'truncated-xml'],
    [
      'xl/workbook.xml',
      '<workbook><sheets><sheet name="&nbsp;" r:id="rId1"/></sheets></workbook>',
      'unknown-entity',
    ],
  ])('%s as %s → %s, and no sheet', async (part, xml, reason) => {
    const parts: Record<string, string> = rawParts('<row><c><v>1</v></c></row>');
    if (xml === undefined) delete parts[part];
    else parts[part] = xml;
    const { sheets, faults } = await readAll(packParts(parts));
    expect(sheets).toEqual([]);
    expect(faults).toMatchObject([{ reason, facts: expect.anything() }]);
  });

  it.each([
    [`${doctype}<worksheet><sheetData/></worksheet>`, 'doctype'],
    ['<?xml version="1.0" encoding="gb2312"?><worksheet/>', 'xml-encoding'],
    ['<chartsheet/>', 'malformed-xml'],
    ['<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>', 'truncated-xml'],
    [
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</c></v></row></sheetData></worksheet>',
      'malformed-xml',
    ],
    ['<worksheet a="1" a="2"/>', 'malformed-xml'],
    ['', 'truncated-xml'],
  ])('a sheet %s → %s, the other still read', async (xml, reason) => {
    const { 'xl/worksheets/sheet1.xml': _, ...parts } = partsOfTwo();
    const { sheets, faults } = await readAll(packParts({ ...parts, [sheetPath]: xml }));
    const all = [...faults, ...sheets.flatMap((sheet) => sheet.faults)];
    expect(all).toMatchObject([{ reason, facts: { part: sheetPath }, place: { sheet: '一' } }]);
    expect(sheets.filter(({ name }) => name === '二').map(texts)).toEqual([[['b']]]);
  });

  it('gives the rows before the fault', async () => {
    const { sheets } = await readAll(rawSheet('<row r="7"><c r="A7"><v>1</v></c></row><row r="8"><c></row>'));
    expect(sheets[0]?.rows.map(({ row }) => row)).toEqual([7]);
    expect(sheets[0]?.faults).toMatchObject([{ reason: 'malformed-xml', place: { sheet: 'S', cell: 'A8' } }]);
  });

  it('says when a shared string is not UTF-8 or has an unknown entity', async () => {
    const sst = (text: Buffer | string) =>
      Buffer.concat([Buffer.from('<sst><si><t>'), Buffer.from(text), Buffer.from('</t></si></sst>')]);
    const rows = '<row><c t="s"><v>0</v></c></row>';
    const read = (text: Buffer | string) =>
      readAll(packParts({ ...rawParts(rows), 'xl/sharedStrings.xml': sst(text) }));
    expect((await read(Buffer.from([0xc4, 0xfa]))).faults).toMatchObject([
      { check: 'document/encoding', reason: 'not-utf-8' },
    ]);
    expect((await read('a&nbsp;b')).faults).toMatchObject([
      { reason: 'unknown-entity', facts: { found: '&nbsp;' } },
    ]);
    expect((await read('&amp;名')).sheets.map(texts)).toEqual([[['&名']]]);
  });

  it('takes a second sheet of the same name or the same part for what it is', async () => {
    const parts = partsOfTwo();
    const book = parts['xl/workbook.xml'] ?? '';
    const named = await readAll(packParts({ ...parts, 'xl/workbook.xml': book.replace('二', '一') }));
    expect(named.faults).toMatchObject([{ reason: 'duplicate-sheet', facts: { sheet: '一' } }]);
    expect(named.sheets).toHaveLength(2);
    const same = await readAll(packParts({ ...parts, 'xl/workbook.xml': book.replace('rId2', 'rId1') }));
    expect(same.faults).toMatchObject([{ reason: 'duplicate-part', place: { sheet: '二' } }]);
    expect(same.sheets).toHaveLength(1);
  });
});

function partsOfTwo(): Record<string, string> {
  return workbookParts([
    { name: '一', rows: [['a']] },
    { name: '二', rows: [['b']] },
  ]);
}

describe('cells that are not what they claim', () => {
  it.each([
    ['<row><c t="s"><v>9</v></c></row>', 'shared-string-missing', 'A1'],
    ['<row><c t="s"><v>-1</v></c></row>', 'shared-string-missing', 'A1'],
    ['<row><c><f>1+1</f></c></row>', 'formula-without-value', 'A1'],
    ['<row><c><v>12a</v></c></row>', 'cell-value', 'A1'],
    ['<row><c t="b"><v>yes</v></c></row>', 'cell-value', 'A1'],
    ['<row><c t="d"><v>tomorrow</v></c></row>', 'cell-value', 'A1'],
    ['<row><c><v>1</v><v>2</v></c></row>', 'cell-value', 'A1'],
    ['<row><c t="s"><v>0</v><is><t>5</t></is></c></row>', 'cell-value', 'A1'],
    ['<row><c t="odd"><v>1</v></c></row>', 'cell-type', 'A1'],
    ['<row><c s="1"><v>-3</v></c></row>', 'date-out-of-range', 'A1'],
    ['<row r="3"><c r="B3"><v>1</v></c><c r="B3"><v>2</v></c></row>', 'duplicate-cell', 'B3'],
    ['<row r="3"><c r="B4"><v>1</v></c></row>', 'cell-reference', 'A3'],
    ['<row r="3"><c r="b3"><v>1</v></c></row>', 'cell-reference', 'A3'],
    ['<row r="1"><c r="XFE1"><v>1</v></c></row>', 'cell-outside', 'A1'],
    ['<row r="1048577"><c><v>1</v></c></row>', 'cell-outside', 'A1'],
    ['<row r="0"><c><v>1</v></c></row>', 'cell-reference', 'A1'],
    ['<row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>', 'row-order', 'A2'],
    ['<row><c t="str"><v>&nbsp;</v></c></row>', 'unknown-entity', 'A1'],
    ['<row><c t="str"><v>&amp</v></c></row>', 'unknown-entity', 'A1'],
    ['<row><c t="str"><v>&#xD800;&#0;&#x110000;</v></c></row>', 'unknown-entity', 'A1'],
    ['<row><c t="str"><v><!--<mergeCell ref="A1:B2"/>--></v></c></row>', 'merged-cells', 'A1'],
  ])('%s → %s at %s', async (xml, reason, cell) => {
    const { sheets, faults } = await readAll(rawSheet(xml));
    expect(faults).toEqual([]);
    expect(sheets[0]?.faults).toMatchObject([
      { check: 'document/syntax', reason, place: { sheet: 'S', cell } },
    ]);
  });

  it('says so once a row, with the number of cells', async () => {
    const { sheets } = await readAll(
      rawSheet('<row><c/><c><f>1</f></c><c><f>2</f></c></row><row><c><f>3</f></c></row>'),
    );
    expect(sheets[0]?.faults).toEqual([
      {
        check: 'document/syntax',
        reason: 'formula-without-value',
        place: { sheet: 'S', cell: 'B1' },
        facts: { cells: 2 },
      },
      {
        check: 'document/syntax',
        reason: 'formula-without-value',
        place: { sheet: 'S', cell: 'A2' },
        facts: { cells: 1 },
      },
    ]);
  });

  it('tells bytes that are not UTF-8', async () => {
    const sheet = Buffer.from(
      '<worksheet><sheetData><row><c t="str"><v>\u00c4\u00fa</v></c></row></sheetData></worksheet>',
      'latin1',
    );
    const { sheets } = await readAll(packParts({ ...rawParts(''), [sheetPath]: sheet }));
    expect(sheets[0]?.faults).toMatchObject([
      { check: 'document/encoding', reason: 'not-utf-8', place: { cell: 'A1' } },
    ]);
  });
});

describe('hostile workbooks', () => {
  it('does not expand a merge over the whole sheet, nor allocate for a far cell', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="XFD1048576:A1"/></mergeCells></worksheet>';
    const { sheets } = await readAll(rawSheet('', { [sheetPath]: sheet }));
    expect(sheets[0]?.merges).toEqual([{ top: 1, left: 1, bottom: 1_048_576, right: 16_384 }]);
    expect(sheets[0]?.rows[0]?.row).toBe(1_048_576);
    expect(sheets[0]?.rows[0]?.cells[16_383]).toEqual({ text: '1', kind: 'number' });
  });

  it('gives up on a sheet of far cells and hardly any near', async () => {
    const rows = '<row><c r="XFD1"><v>1</v></c></row>'.replace('XFD1', 'XFD%');
    const xml = Array.from({ length: 1100 }, (_, index) => rows.replace('%', String(index + 1))).join('');
    const { sheets } = await readAll(rawSheet(xml));
    expect(sheets[0]?.faults).toMatchObject([{ check: 'document/unreadable', reason: 'sparse-sheet' }]);
    expect(sheets[0]?.rows.length).toBeGreaterThan(1000);
  });

  it('does not let a few shared strings become a mountain of text', async () => {
    const sst = `<sst><si><t>${'x'.repeat(1000)}</t></si></sst>`;
    const rows = '<row><c t="s"><v>0</v></c></row>'.repeat(1001);
    const limits = { ...testLimits, zip: { ...zip, totalBytes: 1_000_000 } };
    const { sheets } = await readAll(rawSheet(rows, { 'xl/sharedStrings.xml': sst }), { limits });
    expect(sheets[0]?.faults).toMatchObject([{ reason: 'zip-bomb', facts: { limit: 'text' } }]);
  });

  it.each([999, 1000, 1001])('holds a row of %i characters against recordBytes 1000', async (length) => {
    const limits = { ...testLimits, recordBytes: 1000 };
    const half = Math.floor(length / 2);
    const cell = (size: number) => `<c t="str"><v>${'y'.repeat(size)}</v></c>`;
    const row = await readAll(rawSheet(`<row>${cell(half)}${cell(length - half)}</row>`), { limits });
    const text = await readAll(rawSheet(`<row>${cell(length)}</row>`), { limits });
    const reasons = (read: typeof row) => read.sheets[0]?.faults.map(({ reason }) => reason);
    expect(reasons(row)).toEqual(length > 1000 ? ['row-too-long'] : []);
    expect(reasons(text)).toEqual(length > 1000 ? ['text-too-long'] : []);
  });

  it('stops an entity bomb at its DOCTYPE', async () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a0 "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`;
    const { sheets } = await readAll(rawSheet('', { [sheetPath]: `${bomb}<worksheet>&a9;</worksheet>` }));
    expect(sheets[0]?.faults).toMatchObject([{ check: 'document/unreadable', reason: 'doctype' }]);
  });

  it('stops at depth and at endless tags', async () => {
    const deep = await readAll(rawSheet(`<row><c>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</c></row>`));
    expect(deep.sheets[0]?.faults).toMatchObject([{ reason: 'malformed-xml', facts: { what: 'too-deep' } }]);
    const long = await readAll(rawSheet(`<row a="${'x'.repeat(700_000)}"/>`));
    expect(long.sheets[0]?.faults).toMatchObject([
      { reason: 'malformed-xml', facts: { what: 'tag-too-long' } },
    ]);
  });

  it('stops at too many merges', async () => {
    const merges = '<mergeCell ref="A1:B1"/>'.repeat(100_001);
    const limits = { ...testLimits, zip: { ...zip, ratio: 2000 } };
    const { faults } = await readAll(
      rawSheet('', { [sheetPath]: `<worksheet><mergeCells>${merges}</mergeCells></worksheet>` }),
      { limits },
    );
    expect(faults).toMatchObject([{ reason: 'too-many-merges' }]);
  });

  it('reads blanks, comments and CDATA of many megabytes in little time', async () => {
    const limits = { ...testLimits, zip: { ...zip, ratio: 2000 } };
    const filler = ' '.repeat(1 << 22);
    const rows = `<!--${filler}-->${filler}<row><c t="str"><v>a</v></c></row>`;
    const { sheets } = await readAll(rawSheet(rows), { limits });
    expect(sheets.map(texts)).toEqual([[['a']]]);
    const blanks = await readAll(
      rawSheet(`<row><c t="inlineStr"><is><t>${' '.repeat(900_000)}x</t></is></c></row>`),
      { limits },
    );
    expect(blanks.sheets.map(texts)).toEqual([[['x']]]);
  });

  it('takes names from data as data', async () => {
    const { sheets } = await readAll(
      writeWorkbook([{ name: '__proto__', rows: [['constructor', '__proto__']] }]),
    );
    expect(sheets[0]?.name).toBe('__proto__');
    expect(sheets.map(texts)).toEqual([[['constructor', '__proto__']]]);
  });
});
