import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAutomaton } from '../../src/schema/pattern/automaton.ts';
import { costOf } from '../../src/schema/pattern/cost.ts';
import { LinearMatcher } from '../../src/schema/pattern/linear-matcher.ts';
import { compilePattern } from '../../src/schema/pattern/pattern.ts';
import { parsePattern } from '../../src/schema/pattern/syntax-tree.ts';

function linear(source: string, unicode = true): LinearMatcher {
  const tree = parsePattern(source, unicode);
  if (tree === undefined) throw new Error(`cannot read ${source}`);
  return new LinearMatcher(buildAutomaton(tree, unicode), unicode);
}

const atoms = fc.constantFrom(
  'a',
  'b',
  '.',
  '\\d',
  '[ab]',
  '[^a]',
  '\\w',
  '目',
  '\\u{20BB7}',
  '\\p{L}',
  '^',
  '$',
  '\\b',
  '\\B',
  '\\.',
  '',
);
const { pattern } = fc.letrec<{ pattern: string; piece: string }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 3 },
    atoms,
    fc
      .tuple(
        fc.oneof(
          fc.constantFrom('a', 'b', '.', '[ab]'),
          tie('pattern').map((inner) => `(?:${inner})`),
        ),
        fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{0,}', '*?'),
      )
      .map((parts) => parts.join('')),
    tie('pattern').map((inner) => `(${inner})`),
    fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => `(?:${left}|${right})`),
  ),
  pattern: fc.array(tie('piece'), { maxLength: 4 }).map((pieces) => pieces.join('')),
}));
const text = fc
  .array(fc.constantFrom('a', 'b', '1', ' ', '\n', '目', '𠮷', '.', '\ud842'), { maxLength: 8 })
  .map((parts) => parts.join(''));

describe('the linear matcher', () => {
  it('agrees with RegExp', () => {
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 1, maxLength: 4 }), (source, texts) => {
        // V8 finds `\B` inside a surrogate pair, where ECMA-262 does not look.
        fc.pre(!(source.includes('\\B') && /[\ud800-\udfff]/.test(texts.join(' '))));
        const matcher = linear(source);
        const native = new RegExp(source, 'u');
        expect(texts.map((one) => matcher.test(one))).toEqual(texts.map((one) => native.test(one)));
      }),
      { numRuns: 1_000 },
    );
  }, 30_000);

  it('agrees with RegExp without the u flag', () => {
    const sources = ['^[\\w-.]+$', '^a{,2}$', '^(?:x]|})+$', '^.$', '\\_', '^\\ud842'];
    for (const source of sources) {
      for (const one of ['a-b', 'a{,2}', 'x]}', '𠮷', '_', 'a', '']) {
        expect([source, one, linear(source, false).test(one)]).toEqual([
          source,
          one,
          new RegExp(source).test(one),
        ]);
      }
    }
  });

  it('stays right when it forgets', () => {
    const matcher = linear('^(?:[a-z\\u4e00-\\u9fff]+[-_]?)+$');
    const texts = Array.from(
      { length: 3_000 },
      (_, index) => `${String.fromCharCode(0x4e00 + index)}-x${index % 7 === 0 ? '!' : ''}`,
    );
    expect(texts.filter((one) => !matcher.test(one))).toHaveLength(Math.ceil(3_000 / 7));
  });
});

describe('the cost of a pattern', () => {
  it.each([
    ['^[a-z]+$', false, 1],
    ['^\\d{4}-\\d{2}-\\d{2}$', false, 0],
    ['[a-z]+@[a-z]+', false, 2],
    ['^a*a*$', false, 2],
    ['^(a+)+$', true, 0],
    ['^(?:[a-z]+-?)*$', true, 0],
    ['^(?:a|b)*$', false, 1],
    ['^(?:a|ab)*$', true, 0],
    ['^(?:\\d+Y)?(?:\\d+M)?(?=x)(?:[T ]\\d\\d)?$', false, 1],
    ['^(?:\\d{4}|\\d{6})$', false, 0],
  ])('%s', (source, exponential, degree) => {
    const cost = costOf(parsePattern(source, true));
    expect(cost.exponential).toBe(exponential);
    if (!exponential) expect(cost.degree).toBe(degree);
  });

  it('takes what it cannot read for the worst', () => {
    expect(costOf(undefined)).toMatchObject({ irregular: true, exponential: true });
    expect(costOf(parsePattern('^(?!x)a+$', true))).toMatchObject({ irregular: true, exponential: false });
  });
});

describe('compilePattern', () => {
  it('keeps look-around and back-references where they are harmless', () => {
    expect(compilePattern('^(?!临时)\\S+$').test('正式数据')).toBe(true);
    expect(compilePattern('^(?!临时)\\S+$').test('临时数据')).toBe(false);
    expect(compilePattern('^(.)\\1$').test('好好')).toBe(true);
  });

  it('refuses patterns beyond its limits', () => {
    expect(() => compilePattern('a'.repeat(10_001))).toThrow(SyntaxError);
    expect(compilePattern('a'.repeat(10_000)).test('a')).toBe(false);
    expect(() => compilePattern('(?:a{200}){200}')).toThrow(SyntaxError);
  });
});
