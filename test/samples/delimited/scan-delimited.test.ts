import { describe, expect, it } from 'vitest';
import { scanFile } from './scan.ts';

const encoder = new TextEncoder();

async function rowFaults(text: string | Uint8Array, recordBytes = 1 << 20): Promise<unknown[]> {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text;
  const { merged } = await scanFile(bytes, [], { recordBytes, chunk: 13 });
  return merged.rowFaults.map(({ reason, facts, count, first }) => ({ reason, ...facts, count, first }));
}

describe('a delimited file', () => {
  it('hands over cells as they read and counts rows, lines and empty cells', async () => {
    const text = '编号,姓名,说明\n1,张三,"第一行\n第二行"\n2,,"说""好"""\n';
    const { cells, merged } = await scanFile(encoder.encode(text));
    expect(cells).toEqual([
      ['1', '张三', '第一行\n第二行'],
      ['2', '', '说"好"'],
    ]);
    expect(merged).toMatchObject({ rows: 2, lines: 4, empties: [0, 1, 0], rowFaults: [] });
    expect(merged.faults[0]).toMatchObject({
      count: 2,
      first: [
        { row: 0, line: 1 },
        { row: 1, line: 3 },
      ],
    });
  });

  it('places rows of another width, quotes out of place and other line ends', async () => {
    expect(await rowFaults('a,b\n1,2\n3\n4,5,6\n"x"y,7\r\n8,9\n\n10,11\n\n\n')).toEqual([
      { reason: 'ragged', expected: 2, cells: 1, count: 1, first: [{ row: 1, line: 2 }] },
      { reason: 'ragged', expected: 2, cells: 3, count: 1, first: [{ row: 2, line: 3 }] },
      { reason: 'mixed-line-ends', expected: 'LF', found: 'CRLF', count: 1, first: [{ row: 3, line: 4 }] },
      { reason: 'stray-quote', count: 1, first: [{ row: 3, line: 4 }] },
      { reason: 'empty-line', count: 1, first: [{ row: 5, line: 6 }] },
      {
        reason: 'empty-line-at-end',
        count: 2,
        first: [
          { row: 6, line: 8 },
          { row: 6, line: 9 },
        ],
      },
    ]);
  });

  it('places another line end at the first row that has it, not at empty lines', async () => {
    expect(await rowFaults('a,b\n1,2\n\r\n\r\n3,4\r\n\r5,6\n')).toEqual([
      {
        reason: 'empty-line',
        count: 3,
        first: [
          { row: 1, line: 2 },
          { row: 1, line: 3 },
          { row: 2, line: 5 },
        ],
      },
      { reason: 'mixed-line-ends', expected: 'LF', found: 'CRLF', count: 1, first: [{ row: 1, line: 4 }] },
    ]);
  });

  it('says that the last record is cut off', async () => {
    expect(await rowFaults('编号,姓名,日期\n1,张三,2017-05-01\n2,李')).toEqual([
      { reason: 'cut-off', expected: 3, cells: 2, count: 1, first: [{ row: 1, line: 2 }] },
    ]);
  });

  it('counts broken characters and rows with NUL, with their places', async () => {
    const bytes = encoder.encode('编号,姓名\n1,张三\n2,李?四?\n\n3,王\0五\n4,赵?\n'.repeat(1));
    const broken = bytes.map((byte) => (byte === 0x3f ? 0xff : byte));
    expect(await rowFaults(broken)).toEqual([
      {
        reason: 'broken-bytes',
        count: 3,
        first: [
          { row: 1, line: 2 },
          { row: 3, line: 5 },
        ],
      },
      { reason: 'empty-line', count: 1, first: [{ row: 2, line: 3 }] },
      { reason: 'nul-bytes', count: 1, first: [{ row: 2, line: 4 }] },
    ]);
  });

  it('goes on behind a quote that is never closed', async () => {
    const rows = Array.from({ length: 30 }, (_, row) => `${row},值\n`).join('');
    const { cells, merged } = await scanFile(encoder.encode(`a,b\n1,2\n3,"x\n${rows}`), [], {
      recordBytes: 64,
    });
    expect(merged.rowFaults).toMatchObject([
      { reason: 'unbalanced-quote', count: 1, first: [{ row: 1, line: 2 }] },
    ]);
    expect(cells.length).toBe(31);
    expect(cells[30]).toEqual(['29', '值']);
  });

  it('goes on behind a quote that the file ends in', async () => {
    expect(await rowFaults('a,b\n1,"x\n2,3\n4\n')).toEqual([
      { reason: 'unbalanced-quote', count: 1, first: [{ row: 0, line: 1 }] },
      { reason: 'ragged', expected: 2, cells: 1, count: 1, first: [{ row: 1, line: 3 }] },
    ]);
  });

  it('passes over a record that is too long, in memory that does not grow with it', async () => {
    const { cells, merged } = await scanFile(encoder.encode(`a,b\n1,${'x'.repeat(9e6)}\r\n3,4\n`), []);
    expect(merged.rowFaults).toMatchObject([
      { reason: 'too-large', facts: { limit: 1 << 20 }, count: 1, first: [{ row: 0, line: 1 }] },
    ]);
    expect(cells).toEqual([['3', '4']]);
    expect(merged.lines).toBe(3);
  });

  it.each([63, 64, 65, 66, 67, 68])(
    'judges a record of %i bytes the same wherever it stands',
    async (length) => {
      const expected = length > 64 ? ['too-large'] : [];
      for (const end of ['\n', '\r\n', '\r']) {
        const record = `1,${'x'.repeat(length - 2)}`;
        const rows = `5,6${end}`.repeat(60);
        for (const text of [
          record,
          record + end,
          `3,4${end}${record}${end}`,
          record + end + rows,
          rows + record,
        ]) {
          const found = (await rowFaults(`a,b${end}${text}`, 64)) as { reason: string }[];
          expect(found.map(({ reason }) => reason)).toEqual(expected);
        }
      }
    },
  );
});
