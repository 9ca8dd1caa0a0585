import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableText } from '../../src/model/comparable-text.ts';

describe('comparableText', () => {
  it.each([
    ['滁州市Ａ级旅游景区', '滁州市A级旅游景区'],
    ['企业名录（2023年）', '企业名录 2023年'],
    ['企业  名录。', '企业名录'],
    ['GP Practices', 'gp-practices'],
  ])('%j is %j', (a, b) => expect(comparableText(a)).toBe(comparableText(b)));

  it.each([
    ['企业名录2022', '企业名录2023'],
    ['C++ courses', 'C courses'],
  ])('%j is not %j', (a, b) => expect(comparableText(a)).not.toBe(comparableText(b)));

  it('leaves nothing of mere punctuation', () => expect(comparableText('——。')).toBe(''));

  it('treats usual texts as it treats all', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'a',
        'Z',
        '９',
        '公园',
        '，',
        '。',
        '“',
        '》',
        '-',
        '_',
        '$',
        '<',
        '~',
        '^',
        '`',
        '|',
        '　',
        ' ',
        '\t',
        '…',
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const marks = /[\p{P}\p{Z}\p{C}\s~^`|]+/gu;
        expect(comparableText(text)).toBe(text.normalize('NFKC').toLowerCase().replaceAll(marks, ''));
      }),
      { numRuns: 20_000 },
    );
  });
});
