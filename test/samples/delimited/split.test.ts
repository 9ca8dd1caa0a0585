import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanFile } from './scan.ts';

const encoder = new TextEncoder();
const piece = fc.constantFrom(
  'a',
  '张三',
  '1',
  ' ',
  '"',
  '""',
  '"x, y"',
  '"第一行\n第二行"',
  '"说""好"""',
  ',',
  ',',
  ',',
  '\n',
  '\n',
  '\r\n',
  '\r',
  '\0',
  '\n\n',
  '\ufffd',
  '\ufffd',
  '😀',
);
const row = fc
  .array(fc.constantFrom('1', '李四', '😀', '"a,b"', '"多\n行"', '"他说""是"""', '', '2017-05-01'), {
    minLength: 3,
    maxLength: 3,
  })
  .map((cells) => `${cells.join(',')}\n`);
const table = fc
  .tuple(
    fc.array(row, { maxLength: 30 }),
    fc.array(piece, { maxLength: 40 }),
    fc.array(row, { maxLength: 30 }),
  )
  .map(([before, broken, after]) => `编号,姓名,日期\n${before.join('')}${broken.join('')}${after.join('')}`);

/** GB18030 without its four-byte characters, which are made by hand where they are wanted. */
const gb18030 = new Map<string, readonly number[]>();
for (let lead = 0x81; lead <= 0xfe; lead += 1)
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const text = new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail));
    if (text.length === 1 && text !== '\ufffd') gb18030.set(text, [lead, trail]);
  }

function toGb18030(text: string): Uint8Array {
  const bytes = [...text].flatMap((character) => {
    if (character === '\ufffd') return [0xff];
    if (character === '😀') return [0x94, 0x39, 0xfc, 0x36];
    return character < '\x80' ? [character.charCodeAt(0)] : [...(gb18030.get(character) ?? [])];
  });
  return Uint8Array.from(bytes);
}

/** Half a character, where UTF-8 is meant to be broken. */
function toUtf8(text: string): Uint8Array {
  const bytes = encoder.encode(text);
  for (let at = 0; at + 2 < bytes.length; at += 1)
    if (bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) bytes[at + 1] = 0x41;
  return bytes;
}

/** How a file is cut: where, as shares of what follows its lead, and what is read and kept at a time. */
interface Cut {
  readonly shares: readonly number[];
  readonly chunk: number;
  readonly recordBytes: number;
}
const cut: fc.Arbitrary<Cut> = fc.record({
  shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
  chunk: fc.constantFrom(7, 64, 1 << 16),
  recordBytes: fc.constantFrom(40, 1 << 20),
});
const runs = Number(process.env['SPLIT_RUNS'] ?? 300);
const heading = '编号,姓名,日期\n';
/** An empty line that ends like the row behind it and unlike the one before, and a cut between the two. */
const emptyLineFirst: [string, Cut][] = ['\ra\r1,1,1\n', '\ra\ra\n', '1,2,3\n\r\n4,5,6\r\n'].flatMap((text) =>
  [0.05, 0.1, 0.2, 0.3, 0.6, 0.7, 0.8].map((share): [string, Cut] => [
    heading + text,
    { shares: [share], chunk: 7, recordBytes: 40 },
  ]),
);

describe('a file in parts', () => {
  it.each([
    ['UTF-8', toUtf8],
    ['GB18030', toGb18030],
  ])(
    'gives what one pass gives, wherever it is cut: %s',
    async (name, encode) => {
      let rescans = 0;
      await fc.assert(
        fc.asyncProperty(table, cut, async (text, { shares, chunk, recordBytes }) => {
          const bytes = encode(text);
          const whole = await scanFile(bytes, [], { recordBytes });
          if (whole.encoding !== name.toLowerCase()) return;
          const lead = name === 'UTF-8' ? whole.dialect.lead.bytes : 20;
          const points = shares.map((share) => lead + Math.floor(share * (bytes.length - lead)));
          const parts = await scanFile(
            bytes,
            points.sort((a, b) => a - b),
            { chunk, recordBytes },
          );
          rescans += parts.rescans;
          expect(parts.merged).toEqual(whole.merged);
          expect(parts.cells).toEqual(whole.cells);
        }),
        { numRuns: runs, examples: emptyLineFirst },
      );
      // Where every guess is right, nothing was proven.
      expect(rescans).toBeGreaterThan(20);
    },
    60_000,
  );
});
