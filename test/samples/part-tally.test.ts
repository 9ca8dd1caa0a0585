import { describe, expect, it } from 'vitest';
import { cellJudge } from '../../src/samples/cells/cell-judge.ts';
import { mergeParts } from '../../src/samples/merge-parts.ts';
import { PartTally } from '../../src/samples/part-tally.ts';
import type { SamplePart } from '../../src/samples/sample-part.ts';
import { item } from './cells/items.ts';

const judge = cellJudge(item({ length: { min: 2, max: 4, unit: 'characters' } }), {
  emptyWords: [],
  nullWords: [],
  encoding: 'utf-8',
});

function partOf(texts: readonly string[]): SamplePart {
  const tally = new PartTally([{ judge }]);
  for (const [row, text] of texts.entries()) tally.cell(text, { row, column: 0, line: () => row });
  return {
    rows: texts.length,
    lines: texts.length,
    empties: [0],
    faults: tally.faults,
    privacy: [],
    rowFaults: [],
  };
}

describe('the size of cells', () => {
  const texts = ['abcde', 'abcdefgh', 'a', 'ab', '重庆市渝北区', 'abcdefghijkl', '中'.repeat(7), '1'];

  it('is that of the longest, however the file is divided', () => {
    const sizes = ({ faults }: SamplePart): object =>
      Object.fromEntries(faults.map(({ reason, size, count }) => [reason, { size, count }]));
    const whole = sizes(partOf(texts));
    expect(whole).toEqual({ 'too-long': { size: 12, count: 5 }, 'too-short': { size: 1, count: 2 } });
    for (let at = 0; at <= texts.length; at += 1)
      expect(sizes(mergeParts([partOf(texts.slice(0, at)), partOf(texts.slice(at))], 5))).toEqual(whole);
  });
});
