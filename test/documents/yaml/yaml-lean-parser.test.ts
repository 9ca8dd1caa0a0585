import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as library from 'yaml';
import { leanParser } from '../../../src/documents/yaml/yaml-lean-parser.ts';
import { slippedYaml, usualYaml } from './yaml-texts.ts';

function tokensOf(text: string, parser: library.Parser): unknown[] {
  const tokens: unknown[] = [];
  for (const lexeme of new library.Lexer().lex(text)) tokens.push(...parser.next(lexeme));
  return [...tokens, ...parser.end()];
}

function expectTheSame(text: string): void {
  expect(tokensOf(text, leanParser(library, 0))).toEqual(tokensOf(text, new library.Parser()));
}

describe('the lean parser', () => {
  it.each([
    ['[a, b, "c", *d]'],
    ['[a , b # c\n , [1, 2], {a: b, c}]'],
    ['[a: b, ? c, ? d : e, f :, : g, ,, &x y, !t]'],
    ['[[a], [b]: c, [d'],
    ['[a b]: c\n'],
  ])('makes of %j what the library makes of it', (text) => {
    expectTheSame(text);
  });

  it('makes of any text what the library makes of it', () => {
    fc.assert(fc.property(usualYaml, expectTheSame), { numRuns: 300 });
    fc.assert(fc.property(slippedYaml, expectTheSame), { numRuns: 500 });
  }, 30_000);

  it('is in use', () => {
    const parser = leanParser(library, 7);
    expect(parser.offset).toBe(7);
    expect(Object.hasOwn(parser, 'pop')).toBe(true);
  });
});
