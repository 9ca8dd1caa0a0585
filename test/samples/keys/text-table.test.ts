import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/model/failure.ts';
import { TextTable } from '../../../src/samples/keys/text-table.ts';

/** Texts that a careless comparison would take for each other. */
const texts = [
  '',
  'a',
  'A',
  'a ',
  '\u0000',
  '\ud800',
  '\udc00',
  '\ufffd',
  'é',
  'e\u0301',
  '密',
  '𠮷',
  'x'.repeat(32),
  'x'.repeat(33),
  'x'.repeat(34),
  '密'.repeat(10),
  '密'.repeat(11),
  `${'x'.repeat(40)}\ud800`,
  `${'x'.repeat(40)}\udc00`,
  `${'x'.repeat(40)}\ufffd`,
];

describe('texts under a hash', () => {
  it('numbers different texts differently and equal ones equally', () => {
    const table = new TextTable(2);
    const numbers = texts.map((text) => table.enter(1, text));
    expect(new Set(numbers).size).toBe(texts.length);
    expect(texts.map((text) => table.enter(1, text))).toEqual(numbers);
    expect(texts.map((text) => table.find(1, text))).toEqual(numbers);
    expect(texts.map((text) => table.find(0, text))).toEqual(texts.map(() => -1));
    expect(table.find(1, 'b')).toBe(-1);
  });

  it('is the same in another thread', () => {
    const table = new TextTable(1);
    const numbers = texts.map((text) => table.enter(0, text));
    const other = new TextTable(1);
    for (const text of [...texts].reverse()) other.enter(0, text);
    const ours = new Map<number, number>();
    table.adopt(structuredClone(other.part()), (theirs, our) => ours.set(theirs, our));
    expect(texts.map((text) => ours.get(other.find(0, text)))).toEqual(numbers);
    expect(table.size).toBe(texts.length);
  });

  it('does not let made collisions fill the memory', () => {
    const table = new TextTable(1, 10);
    for (let text = 0; text <= 10; text += 1) table.enter(0, String(text));
    expect(() => table.enter(0, '11')).toThrow(Failure);
    expect(table.enter(0, '10')).toBe(10);
  });
});
