import { expect, it } from 'vitest';
import type { RecordView } from '../../src/checks/record-view.ts';
import { valueTextQuality } from '../../src/checks/value-text-quality.ts';

/** What is proposed instead of a text. */
function mended(text: string): unknown[] {
  const view = {
    standard: { bare: false },
    value: { title: text },
    faults: [],
    unknown: [],
    tabular: false,
    fieldAt: (pattern: string) => ({ pattern, field: undefined }),
  } as unknown as RecordView;
  return [...(valueTextQuality.run?.(view) ?? [])].map(({ suggestion }) => suggestion?.replace);
}

it('takes away white space at the ends, of any kind, and nothing inside', () => {
  expect(mended('\u3000年度 报告\ufeff\n')).toEqual(['年度 报告']);
  expect(mended(' \u200b ')).toEqual(['']);
  expect(mended('年度 报告')).toEqual([]);
});

it('is not slowed down by blanks inside a text', () => {
  const inside = `a${' '.repeat(600_000)}b`;
  expect(mended(`${inside} `)).toEqual([inside]);
});
