import { packZip } from './zip-writer.js';

/**
 * @typedef {string | number | boolean | null | {date: number} | {formula: string, value: string | number | boolean}} CellInput
 *   `date` is a serial number shown as a date; `null` stores nothing
 * @typedef {object} SheetInput
 * @property {string} name
 * @property {readonly (readonly CellInput[])[]} rows
 * @property {readonly string[]} [merges] `A1:B2`
 * @property {readonly number[]} [columnWidths]
 * @property {'visible' | 'hidden' | 'veryHidden'} [state]
 */

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * An Excel workbook, small and plain: shared strings, one date style, merges, column widths. The same input gives the same bytes.
 * @param {readonly SheetInput[]} sheets
 * @returns {Buffer}
 */
export function writeWorkbook(sheets) {
  return packZip(Object.entries(workbookParts(sheets)).map(([name, data]) => ({ name, data })));
}

/**
 * The XML parts of such a workbook by name, for who wants to change one before packing.
 * @param {readonly SheetInput[]} sheets
 * @returns {Record<string, string>}
 */
export function workbookParts(sheets) {
  const strings = new Map();
  const worksheets = sheets.map((sheet, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    worksheet(sheet, strings),
  ]);
  return {
    '[Content_Types].xml': contentTypeList(sheets.length),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': sharedStrings(strings),
    ...Object.fromEntries(worksheets),
  };
}

/** Style 1 is a date (built-in format 14). */
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function workbook(sheets) {
  const list = sheets.map(({ name, state }, index) => {
    const shown = state === undefined || state === 'visible' ? '' : ` state="${state}"`;
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${shown} r:id="rId${index + 1}"/>`;
  });
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`;
}

function relationships(targets) {
  const list = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packageRelations}">${list.join('')}</Relationships>`;
}

function contentTypeList(sheets) {
  const parts = [
    ['xl/workbook.xml', 'sheet.main'],
    ...Array.from({ length: sheets }, (_, index) => [`xl/worksheets/sheet${index + 1}.xml`, 'worksheet']),
    ['xl/styles.xml', 'styles'],
    ['xl/sharedStrings.xml', 'sharedStrings'],
  ];
  const overrides = parts.map(
    ([name, type]) => `<Override PartName="/${name}" ContentType="${spreadsheet}.${type}+xml"/>`,
  );
  return `${declaration}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function worksheet({ rows, merges = [], columnWidths = [] }, strings) {
  const columns = columnWidths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
  const data = rows.map((cells, index) => {
    const list = cells.map((cell, column) => cellXml(columnName(column + 1) + (index + 1), cell, strings));
    return `<row r="${index + 1}">${list.join('')}</row>`;
  });
  const list = merges.map((ref) => `<mergeCell ref="${ref}"/>`);
  const merged = list.length === 0 ? '' : `<mergeCells count="${list.length}">${list.join('')}</mergeCells>`;
  return `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}">${cols}<sheetData>${data.join('')}</sheetData>${merged}</worksheet>`;
}

function cellXml(place, cell, strings) {
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c r="${place}" t="s"><v>${stringNumber(cell, strings)}</v></c>`;
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ('date' in cell) return `<c r="${place}" s="1"><v>${cell.date}</v></c>`;
  return formulaXml(place, cell);
}

function formulaXml(place, { formula, value }) {
  const type = { string: ' t="str"', number: '', boolean: ' t="b"' }[typeof value];
  const shown = typeof value === 'boolean' ? Number(value) : escapeXml(String(value));
  return `<c r="${place}"${type}><f>${escapeXml(formula)}</f><v>${shown}</v></c>`;
}

function stringNumber(text, strings) {
  const known = strings.get(text);
  if (known !== undefined) return known;
  strings.set(text, strings.size);
  return strings.size - 1;
}

function sharedStrings(strings) {
  const list = [...strings.keys()].map(
    (text) => `<si><t xml:space="preserve">${escapeXml(escapeUnits(text))}</t></si>`,
  );
  return `${declaration}<sst xmlns="${main}" count="${strings.size}" uniqueCount="${strings.size}">${list.join('')}</sst>`;
}

/** Characters that XML cannot hold, and what looks like the escape for them, as Excel writes them: `_x0001_`. */
function escapeUnits(text) {
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_').replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    /[\0-\x08\x0b-\x1f]/g,
    (unit) => `_x${unit.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
  );
}

/** @param {string} text */
function escapeXml(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Column 28 → `AB` (1-based). @param {number} column */
function columnName(column) {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
