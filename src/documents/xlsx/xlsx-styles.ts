import type { DateFormat } from './xlsx-dates.ts';
import { scanPart } from './xlsx-part.ts';
import { nameCode } from './xml-attributes.ts';
import type { XmlScanner } from './xml-scan.ts';
import { token } from './xml-scan.ts';
import type { ZipArchive } from './zip.ts';

const numFmt = nameCode('numFmt');
const numFmts = nameCode('numFmts');
const xf = nameCode('xf');
const cellXfs = nameCode('cellXfs');
const numFmtId = nameCode('numFmtId');
const formatCode = nameCode('formatCode');

/**
 * Built-in formats that show dates or times (ECMA-376 18.8.30, with the East Asian ones 27–36 and 50–58). Between the
 * languages 32–35, 55 and 56 are times in one and dates in the other: `time` shows whichever the number holds.
 */
const builtIn = new Map<number, DateFormat>([
  ...range(14, 17, 'date'),
  ...range(18, 21, 'time'),
  [22, 'datetime'],
  ...range(27, 31, 'date'),
  ...range(32, 35, 'time'),
  [36, 'date'],
  [45, 'time'],
  [46, 'elapsed'],
  [47, 'time'],
  ...range(50, 54, 'date'),
  ...range(55, 56, 'time'),
  ...range(57, 58, 'date'),
]);

function range(first: number, last: number, format: DateFormat): [number, DateFormat][] {
  return Array.from({ length: last - first + 1 }, (_, index) => [first + index, format]);
}

/** Which date format each cell style has, by style number, from `styles.xml`. */
export async function readDateFormats(archive: ZipArchive, part: string): Promise<readonly DateFormat[]> {
  const custom = new Map<number, DateFormat>();
  const styles: number[] = [];
  await scanPart(archive, part, (kind, scanner) => {
    if (kind !== token.open || scanner.depth !== 3) return;
    const inside = scanner.nameAt(2);
    if (scanner.name === numFmt && inside === numFmts)
      custom.set(styleNumber(scanner), classifyFormat(scanner.attribute(formatCode) ?? ''));
    if (scanner.name === xf && inside === cellXfs) styles.push(styleNumber(scanner));
  });
  return styles.map((id) => custom.get(id) ?? builtIn.get(id) ?? 'none');
}

function styleNumber(scanner: XmlScanner): number {
  return Number(scanner.attribute(numFmtId) ?? 0);
}

/**
 * What a format code shows, judged by its first section without quoted text, escapes, colours and locale tags.
 * `yyyy"年"m"月"` is a date, `[h]:mm` a duration, `0"d"` a number.
 */
export function classifyFormat(code: string): DateFormat {
  const bare = code.slice(0, 1000).replaceAll(/"[^"]*"|[\\_*]./g, '');
  const section = bare.split(';', 1)[0] ?? '';
  if (/\[(?:h+|m+|s+)\]/i.test(section)) return 'elapsed';
  const shown = section.replaceAll(/\[[^\]]*\]|general|s\.0+/gi, (part) => (/^s/i.test(part) ? 's' : ''));
  if (/[0#?]/.test(shown)) return 'none';
  const time = /[hs时時秒]|am\/pm|上午|下午/i.test(shown);
  const date = /[yde年月日]/i.test(shown) || (/m/i.test(shown) && !time);
  if (date) return time ? 'datetime' : 'date';
  return time ? 'time' : 'none';
}
