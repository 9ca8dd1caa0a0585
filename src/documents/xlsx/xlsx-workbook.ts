import { scanPart } from './xlsx-part.ts';
import { syntax, unreadable } from './xlsx-trouble.ts';
import { nameCode } from './xml-attributes.ts';
import type { XmlScanner } from './xml-scan.ts';
import { token } from './xml-scan.ts';
import { unescapeUnits } from './xml-text.ts';
import type { ZipArchive } from './zip.ts';
import { entryName } from './zip-directory.ts';

const code = {
  relationship: nameCode('Relationship'),
  id: nameCode('Id'),
  type: nameCode('Type'),
  target: nameCode('Target'),
  targetMode: nameCode('TargetMode'),
  workbook: nameCode('workbook'),
  workbookPr: nameCode('workbookPr'),
  date1904: nameCode('date1904'),
  sheets: nameCode('sheets'),
  sheet: nameCode('sheet'),
  name: nameCode('name'),
  rid: nameCode('id'),
};

/** Where things are in a workbook. */
export interface Workbook {
  readonly date1904: boolean;
  /** Worksheets in the order of their tabs, hidden ones too. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly styles?: string;
  readonly sharedStrings?: string;
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

/** Follows the package's relationships to the workbook part and reads it. Throws `Trouble`. */
export async function readWorkbook(archive: ZipArchive): Promise<Workbook> {
  const roots = await readRelations(archive, '');
  const main = [...roots.values()].find(({ type }) => type.endsWith('/officeDocument'))?.part;
  const part = main ?? 'xl/workbook.xml';
  if (main === undefined && !archive.has(part)) throw unreadable('not-a-workbook');
  if (part.endsWith('.bin')) throw unreadable('binary-workbook', { part });
  const relations = await readRelations(archive, part);
  const listed = await readSheetList(archive, part);
  const styles = partOf(relations, '/styles');
  const sharedStrings = partOf(relations, '/sharedStrings');
  return {
    date1904: listed.date1904,
    sheets: worksheets(listed.sheets, relations),
    ...(styles === undefined ? {} : { styles }),
    ...(sharedStrings === undefined ? {} : { sharedStrings }),
  };
}

function partOf(relations: ReadonlyMap<string, Relation>, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type.endsWith(type))?.part;
}

interface ListedSheet {
  readonly name: string;
  readonly relation: string;
}

function worksheets(
  sheets: readonly ListedSheet[],
  relations: ReadonlyMap<string, Relation>,
): { name: string; part: string }[] {
  return sheets.flatMap(({ name, relation }) => {
    const target = relations.get(relation);
    if (target === undefined) throw unreadable('missing-part', { sheet: name });
    return target.type.endsWith('/worksheet') ? [{ name, part: target.part }] : [];
  });
}

async function readSheetList(
  archive: ZipArchive,
  part: string,
): Promise<{ date1904: boolean; sheets: ListedSheet[] }> {
  const sheets: ListedSheet[] = [];
  let date1904 = false;
  await scanPart(archive, part, (kind, scanner) => {
    if (kind !== token.open) return;
    if (scanner.depth === 1 && scanner.name !== code.workbook) throw unreadable('not-a-workbook');
    if (scanner.depth === 2 && scanner.name === code.workbookPr)
      date1904 = /^(?:1|true)$/.test(scanner.attribute(code.date1904) ?? '');
    if (isSheet(scanner)) sheets.push(listedSheet(scanner));
  });
  return { date1904, sheets };
}

function isSheet(scanner: XmlScanner): boolean {
  return scanner.depth === 3 && scanner.name === code.sheet && scanner.nameAt(2) === code.sheets;
}

function listedSheet(scanner: XmlScanner): ListedSheet {
  const name = scanner.attribute(code.name);
  const relation = scanner.attribute(code.rid, true);
  if (name === undefined || relation === undefined) throw syntax('malformed-xml', { what: 'sheet' });
  return { name: unescapeUnits(name), relation };
}

/** The relationships of a part (`''`: of the package), by id; those to the world outside are left out. */
async function readRelations(archive: ZipArchive, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const rels = `${folder}_rels/${part.slice(slash)}.rels`;
  const relations = new Map<string, Relation>();
  if (part === '' && !archive.has(rels)) return relations;
  await scanPart(archive, rels, (kind, scanner) => {
    if (kind !== token.open || scanner.name !== code.relationship) return;
    const id = scanner.attribute(code.id);
    const target = scanner.attribute(code.target);
    if (id === undefined || target === undefined || scanner.attribute(code.targetMode) === 'External') return;
    relations.set(id, { type: scanner.attribute(code.type) ?? '', part: resolvePart(folder, target) });
  });
  return relations;
}

/** `worksheets/sheet1.xml` beside `xl/workbook.xml` → `xl/worksheets/sheet1.xml`; `/xl/…` starts at the root. */
function resolvePart(folder: string, target: string): string {
  const segments: string[] = [];
  for (const segment of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) throw unreadable('unsafe-name', { entry: target });
    } else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return entryName(segments.join('/'));
}
