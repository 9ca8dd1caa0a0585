import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/model/failure.ts';
import { KeyComparison } from '../../../src/samples/keys/key-comparison.ts';
import type { KeyGroups } from '../../../src/samples/keys/key-groups.ts';
import { joinGroups, noGroups } from '../../../src/samples/keys/key-groups.ts';
import { KeyIndex } from '../../../src/samples/keys/key-index.ts';
import { keyText } from '../../../src/samples/keys/key-text.ts';
import type { Hash, Row } from './naive.ts';
import { cut, duplicatesOf, hashesOf, hashOf, MemorySpill } from './naive.ts';

interface Plan {
  readonly hash: Hash;
  readonly at?: readonly number[];
  readonly budget?: number;
  readonly limit?: number;
  /** Whether stretches are compared on their own and come back in the other order. */
  readonly reversed?: boolean;
}

/** Both passes as a run does them: stretches in indices of their own, which the first one adopts. */
function check(rows: readonly Row[], { hash, at = [], budget, limit, reversed = false }: Plan): KeyGroups {
  const spill = new MemorySpill();
  const index = new KeyIndex(budget === undefined ? {} : { budget, spill });
  const stretches = cut(rows, at);
  for (const stretch of reversed ? [...stretches].reverse() : stretches) {
    const part = new KeyIndex();
    part.add(hashesOf(stretch.rows, hash), stretch.rows.length);
    const blocks = part.take();
    const transfer = blocks.flatMap(({ words, starts }) => [words.buffer, starts.buffer]);
    index.adopt(structuredClone(blocks, { transfer: transfer as ArrayBuffer[] }));
  }
  let groups = noGroups;
  for (const candidates of index.candidates(limit)) {
    const whole = new KeyComparison(candidates.size);
    for (const { rows: some, before } of reversed ? [...stretches].reverse() : stretches) {
      const part = new KeyComparison(candidates.size);
      candidates.find(hashesOf(some, hash), some.length, (row, candidate) => {
        const { cells, line } = some[row] ?? { cells: [], line: 0 };
        part.add(candidate, keyText(cells), { row, line });
      });
      whole.merge(structuredClone(part.part()), before);
    }
    groups = joinGroups(groups, whole.groups());
  }
  return groups;
}

function rowsOf(keys: readonly (readonly string[])[]): Row[] {
  let line = 0;
  return keys.map((cells) => {
    line += cells.some((cell) => cell.includes('\n')) ? 2 : 1;
    return { cells, line };
  });
}

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'A',
    'B',
    '1',
    '01',
    '１',
    '张三',
    '张三 ',
    '\ud800',
    '\ufffd',
    'x'.repeat(32),
    'x'.repeat(33),
  ),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
  fc.string({ minLength: 30, maxLength: 40, unit: fc.constantFrom('密', 'a') }),
);

describe('keys of a sample', () => {
  it('finds what a Map finds, however the rows are divided, set aside and passed, with colliding hashes', () => {
    fc.assert(
      fc.property(
        fc.record({
          keys: fc
            .integer({ min: 1, max: 3 })
            .chain((width) =>
              fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 60 }),
            ),
          bits: fc.constantFrom(1, 3, 6, 10, 64),
          at: fc.array(fc.nat(1000), { maxLength: 5 }),
          budget: fc.constantFrom(1, 5, 17, 40, 1000),
          limit: fc.integer({ min: 1, max: 20 }),
          reversed: fc.boolean(),
        }),
        ({ keys, bits, ...plan }) => {
          const rows = rowsOf(keys);
          expect(check(rows, { hash: hashOf(bits), ...plan })).toEqual(duplicatesOf(rows));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('finds planted duplicates among 200,000 keys of several blocks', () => {
    const keys = Array.from({ length: 200_000 }, (_, row) => [
      `3302${String((row * 7919) % 200_003).padStart(8, '0')}`,
    ]);
    keys[150_000] = keys[7] ?? [];
    keys[199_999] = keys[100] ?? [];
    keys[5] = [''];
    keys[6] = [''];
    const rows = rowsOf(keys);
    const expected = {
      rows: 4,
      keys: 2,
      first: [
        { rows: 2, first: { row: 7, line: 8 }, second: { row: 150_000, line: 150_001 } },
        { rows: 2, first: { row: 100, line: 101 }, second: { row: 199_999, line: 200_000 } },
      ],
    };
    expect(check(rows, { hash: hashOf(64) })).toEqual(expected);
    expect(check(rows, { hash: hashOf(64), at: [60_001, 130_007], budget: 50_000 })).toEqual(expected);
    // With 16 bits nearly every hash has several texts.
    expect(check(rows, { hash: hashOf(16), at: [99_999], limit: 9_000 })).toEqual(expected);
  });

  it('tells cells of a composite key apart', () => {
    const rows = rowsOf([
      ['ab', 'c'],
      ['a', 'bc'],
      ['2:ab', '1:c'],
      ['ab', 'c'],
      ['ab', ''],
      ['ab', ''],
    ]);
    expect(check(rows, { hash: hashOf(1) })).toMatchObject({ rows: 2, keys: 1, first: [{ rows: 2 }] });
  });

  it('names the first groups of many, whatever their hashes are', () => {
    const rows = rowsOf(Array.from({ length: 2000 }, (_, row) => [`资源${row % 1000}`]));
    const groups = check(rows, { hash: hashOf(64), at: [700] });
    expect(groups).toEqual(duplicatesOf(rows));
    expect(groups.first.map(({ first }) => first.row)).toEqual([0, 1, 2, 3, 4]);
  });

  it('names the groups in the order of the rows that are too many', () => {
    const rows = rowsOf([['甲'], ['乙'], ['丙'], ['丙'], ['乙'], ['甲']]);
    const groups = check(rows, { hash: hashOf(64), at: [3, 4] });
    expect(groups.first.map(({ second }) => second.row)).toEqual([3, 4, 5]);
  });

  it('finds equal keys that fill one block', () => {
    const rows = rowsOf(Array.from({ length: 20_000 }, () => ['330222']));
    expect(check(rows, { hash: hashOf(64) })).toMatchObject({ rows: 20_000, keys: 1 });
  });

  it('needs little room for millions of equal keys', () => {
    const index = new KeyIndex({ budget: 200_000 });
    const batch = new Uint32Array(200_000).fill(0x12345678);
    for (let round = 0; round < 30; round += 1) index.add(batch, 100_000);
    const [candidates, ...more] = [...index.candidates()];
    expect([candidates?.size, more.length]).toEqual([1, 0]);
    expect(index.take().reduce((sum, { words }) => sum + words.length / 2, 0)).toBeLessThan(100);
  });

  it('sets aside beyond the budget and says so where it cannot', () => {
    const rows = rowsOf(Array.from({ length: 70_000 }, (_, row) => [`单位${row % 69_000}`]));
    const hashes = hashesOf(rows, hashOf(64));
    const spill = new MemorySpill();
    const index = new KeyIndex({ budget: 1000, spill });
    index.add(hashes, rows.length);
    expect(spill.files).toBe(1);
    expect([...index.candidates()].map(({ size }) => size)).toEqual([1000]);
    expect(spill.files).toBe(2);
    const bare = new KeyIndex({ budget: 1000 });
    expect(() => bare.add(hashes, rows.length)).toThrow(Failure);
  });
});
