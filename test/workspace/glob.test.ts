import { describe, expect, it } from 'vitest';
import { compileGlob } from '../../src/workspace/glob.ts';

describe('compileGlob', () => {
  it.each([
    ['*.json', 'a.json', true],
    ['*.json', 'a/b.json', false],
    ['*.json', '.hidden.json', false],
    ['.*.json', '.hidden.json', true],
    ['**/*.json', 'a.json', true],
    ['**/*.json', 'a/b/c.json', true],
    ['**/*.json', 'a/.git/c.json', false],
    ['a/**/z.json', 'a/z.json', true],
    ['a/**/z.json', 'a/b/c/z.json', true],
    ['a/**/z.json', 'b/z.json', false],
    ['a/**', 'a/b/c', true],
    ['**/x/**/y', 'x/q/x/r/y', true],
    ['卫生/?录.{json,yaml}', '卫生/目录.yaml', true],
    ['{a,b{c,d}}.csv', 'bd.csv', true],
    ['{a,b{c,d}}.csv', 'b.csv', false],
    ['[a-c]x.csv', 'bx.csv', true],
    ['[!a-c]x.csv', 'bx.csv', false],
    ['[]x', '[]x', true],
    ['{a}.csv', '{a}.csv', true],
    ['{a}.{b,c}', '{a}.c', true],
    ['?.csv', '😀.csv', true],
    ['a*b*c', 'aXbYbZc', true],
  ])('%s against %s: %s', (pattern, path, expected) => {
    expect(compileGlob(pattern).matches(path)).toBe(expected);
  });

  it.each([
    ['data/**/x.json', 'data'],
    ['*.json', ''],
    ['/*.json', '/'],
    ['/srv/data/{a,b}.json', '/srv/data'],
  ])('searches %s from %j', (pattern, base) => {
    expect(compileGlob(pattern).base).toBe(base);
  });

  it('takes no longer on hostile patterns', () => {
    const start = performance.now();
    compileGlob(`${'*a'.repeat(60)}b`).matches('a'.repeat(5000));
    compileGlob(`${'**/'.repeat(60)}b`).matches('a/'.repeat(2000));
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('refuses braces that multiply', () => {
    expect(() => compileGlob('{a,b}'.repeat(20))).toThrow(/more than 256 patterns/);
  });
});
