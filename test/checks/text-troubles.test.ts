import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayHaveTrouble, textTroubles } from '../../src/checks/text-troubles.ts';

/** Pieces of clean and of damaged texts, and anything else. */
const piece = fc.oneof(
  fc.constantFrom(
    'a',
    'Ab',
    ' ',
    '  ',
    '\t',
    '\u00a0',
    '\u3000',
    '公园',
    '，',
    '。',
    '“',
    '”',
    '—',
    '…',
    '、',
  ),
  fc.constantFrom(
    'â€™',
    'Ã©',
    '锟斤拷',
    '烫烫烫',
    '\ufffd',
    '\u200b',
    '\ufeff',
    '１',
    'Ｂ',
    '\u0007',
    '\u2028',
    '\n',
  ),
  fc.string({ unit: 'binary', maxLength: 2 }),
);

it('no text with a trouble is passed over at first sight', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = pieces.join('');
      if (!mayHaveTrouble(text)) expect(textTroubles.find(({ test }) => test.test(text))).toBeUndefined();
    }),
    { numRuns: 20_000 },
  );
});

it('usual texts in both languages are beyond doubt', () => {
  for (const text of [
    'GP practices',
    '全科诊所名录（2017年）：基本信息',
    'Water levels – “daily”, in metres.',
  ])
    expect(mayHaveTrouble(text)).toBe(false);
});
