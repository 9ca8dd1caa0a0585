import { expect, it } from 'vitest';
import { findMoves } from '../../src/assessment/find-moves.ts';
import type { Fault } from '../../src/model/fault.ts';
import type { Field } from '../../src/model/field.ts';
import type { RecordKind } from '../../src/model/standard.ts';

const theme: Field = {
  kind: 'dataset',
  pointer: '/theme',
  name: 'theme',
  titles: {},
  obligation: 'optional',
  aliases: [],
  headings: [],
  distinctFrom: [],
  weight: 1,
};

function unknownAt(index: number): Fault {
  const pointer = `/distribution/${index}/theme`;
  return { keyword: 'knownFields', pointer, schemaPointer: 'fields.csv#/distribution', expected: [] };
}

/** A kind whose records never become better, and how often it judged one. */
function stubbornKind(remaining: number): { kind: RecordKind; judged: () => number } {
  let judged = 0;
  const validator = {
    faults: () => {
      judged += 1;
      return Array.from({ length: remaining }, (_, index) => unknownAt(index));
    },
    fits: (_: string, value: unknown) => value === 'fits',
  };
  const kind = { kind: 'dataset', fields: new Map([['/theme', theme]]), validator } as unknown as RecordKind;
  return { kind, judged: () => judged };
}

const record = { distribution: Array.from({ length: 500 }, () => ({ theme: 'x' })) };
const unknown = record.distribution.map((_, index) => unknownAt(index));

it('does not judge a record anew for each of its thousand stray properties', () => {
  const { kind, judged } = stubbornKind(unknown.length);
  expect(findMoves(kind, record, { missing: [], unknown, faults: unknown })).toEqual([]);
  expect(judged()).toBe(8);
});

it('still moves one that fits by itself', () => {
  const { kind } = stubbornKind(unknown.length);
  const last = { distribution: record.distribution.map((one, at) => (at === 499 ? { theme: 'fits' } : one)) };
  const moves = findMoves(kind, last, { missing: [], unknown, faults: unknown });
  expect(moves.map(({ pointer }) => pointer)).toEqual(['/distribution/499/theme']);
});

it('moves a property to where it is missed, once', () => {
  const { kind, judged } = stubbornKind(unknown.length - 1);
  const moves = findMoves(kind, record, { missing: [], unknown, faults: unknown });
  expect(moves.map(({ pointer, to }) => [pointer, to])).toEqual([['/distribution/0/theme', '/theme']]);
  expect(judged()).toBe(1);
});
