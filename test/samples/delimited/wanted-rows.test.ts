import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellSink } from '../../../src/samples/delimited/cell-sink.ts';
import { WantedRows } from '../../../src/samples/delimited/wanted-rows.ts';

const spots = 2;
const row = fc.constantFrom('a,1', 'a,1', 'a,1', '"a",1', 'b,2', '"x\ny",3', 'long one,4');
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');

/** What a sink hears, a line a row; of rows that are told together only that they are there. */
function told(rows: readonly string[], ends: readonly string[], wanted: readonly number[]): string[] {
  const text = rows.map((cells, index) => cells + (ends[index] ?? '\n')).join('');
  const buffer = Buffer.alloc(Buffer.byteLength(text) + 64);
  const end = buffer.write(text);
  const heard: string[] = [];
  let last = '';
  const sink: CellSink = {
    cell: () => undefined,
    record: (cell, place) => {
      last = `${cell(0)}|${cell(1)}`;
      heard.push(`${place.row} ${place.line()} ${last}`);
    },
    again: (count, place) => {
      if (count === 1) heard.push(`${place.row} ${place.line()} ${last}`);
      else for (let at = 0; at < count; at += 1) heard.push(`${place.row + at} ${last}`);
    },
  };
  const column = { test: { kind: 'any' }, allowsEmpty: true, watchesDigits: false } as const;
  const plan = {
    columns: [column, column],
    delimiter: 44,
    quote: 34,
    doubtedWords: [],
    keys: [],
    recordBytes: 1 << 20,
  };
  const scan = {
    sink,
    spots,
    text: (from: number, to: number) => buffer.toString('utf8', from, to),
    lineAt: (offset: number) => buffer.toString('utf8', 0, offset).split(/\r\n|\n|\r/).length - 1,
  };
  new WantedRows(buffer, plan, scan).tell(wanted, 100, end);
  return heard;
}

describe('wanted rows', () => {
  it('are told one by one or together, each once, with the places of the first', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(row, lineEnd, fc.boolean()), { minLength: 1, maxLength: 30 }), (made) => {
        const rows = made.map(([cells]) => cells);
        const ends = made.map(([, end]) => end);
        const wanted = made.flatMap(([, , isWanted], index) => (isWanted ? [index] : []));
        const heard = told(rows, ends, wanted);
        expect(heard.map((one) => Number(one.split(' ')[0]) - 100)).toEqual(wanted);
        for (const [index, number] of wanted.entries()) {
          const cells = (rows[number] ?? '').replaceAll('"', '').replace(',', '|');
          expect(heard[index]?.endsWith(` ${cells}`)).toBe(true);
          const before = rows.slice(0, number).map((one, at) => one + (ends[at] ?? ''));
          const line = before.join('').split(/\r\n|\n|\r/).length - 1;
          const isAlone = index < spots || rows[wanted[index - 1] ?? -1] !== rows[number];
          if (isAlone) expect(heard[index]).toBe(`${number + 100} ${line} ${cells}`);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('tells of equal rows together', () => {
    const rows = new Array<string>(9).fill('a,1');
    const all = rows.map((_, index) => index);
    expect(told(rows, [], all).slice(0, 4)).toEqual(['100 0 a|1', '101 1 a|1', '102 2 a|1', '103 a|1']);
  });
});
