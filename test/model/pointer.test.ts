import { describe, expect, it } from 'vitest';
import { child, fieldOf, lastToken, parentOf, tokensOf, valueAt } from '../../src/model/pointer.ts';

describe('pointers', () => {
  it('escapes and unescapes as RFC 6901 says', () => {
    expect(child('/a', 'x/y~z')).toBe('/a/x~1y~0z');
    expect(tokensOf('/a/x~1y~0z/0')).toEqual(['a', 'x/y~z', '0']);
    expect(tokensOf('')).toEqual([]);
    expect(tokensOf('/')).toEqual(['']);
  });

  it('knows parent and last name', () => {
    expect(parentOf('/dataset/3/title')).toBe('/dataset/3');
    expect(parentOf('')).toBe('');
    expect(lastToken('/a/x~1y')).toBe('x/y');
  });

  it('finds only own properties', () => {
    expect(valueAt({ a: [1, { b: 2 }] }, '/a/1/b')).toBe(2);
    expect(valueAt({}, '/constructor')).toBeUndefined();
    expect(valueAt(JSON.parse('{"__proto__": {"x": 1}}'), '/__proto__/x')).toBe(1);
  });

  it('turns indices, but not digit names, into the field they stand for', () => {
    const record = { list: [{ 2017: 'x' }], 7: 'name' };
    expect(fieldOf(record, '/list/0/2017')).toBe('/list/*/2017');
    expect(fieldOf(record, '/7')).toBe('/7');
  });
});
