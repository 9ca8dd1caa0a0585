import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyIndex } from '../../../src/samples/keys/key-index.ts';
import { keyText } from '../../../src/samples/keys/key-text.ts';
import type { BrokenReferences, ReferencePass } from '../../../src/samples/keys/reference-check.ts';
import { noneBroken, ReferenceCheck, referencePasses } from '../../../src/samples/keys/reference-check.ts';
import type { Hash, Row } from './naive.ts';
import { cut, hashesOf, hashOf, MemorySpill } from './naive.ts';

interface Plan {
  readonly hash: Hash;
  readonly at?: readonly number[];
  readonly budget?: number;
  readonly limit?: number;
}

function indexOf(rows: readonly Row[], { hash, budget }: Plan): KeyIndex {
  const index = new KeyIndex(budget === undefined ? {} : { budget, spill: new MemorySpill() });
  index.adopt(
    cut(rows, [rows.length >> 1]).flatMap(({ rows: some }) => {
      const part = new KeyIndex();
      part.add(hashesOf(some, hash), some.length);
      return part.take();
    }),
  );
  return index;
}

/** One pass over both samples, each cut into stretches that are looked at by themselves. */
function onePass(
  pass: ReferencePass,
  { keys, references }: Samples,
  { hash, at = [] }: Plan,
): ReferenceCheck {
  const whole = new ReferenceCheck(structuredClone(pass));
  for (const { rows } of cut(keys, at)) {
    const part = new ReferenceCheck(pass);
    part.hashes.find(hashesOf(rows, hash), rows.length, (row, index) =>
      part.addKey(index, keyText(rows[row]?.cells ?? [])),
    );
    whole.adoptKeys(structuredClone(part.keys()));
  }
  for (const { rows, before } of [...cut(references, at)].reverse()) {
    const part = new ReferenceCheck(pass);
    part.adoptKeys(whole.keys());
    part.hashes.find(hashesOf(rows, hash), rows.length, (row, index) => {
      const { cells, line } = rows[row] ?? { cells: [], line: 0 };
      part.addReference(index, () => keyText(cells), { row, line });
    });
    whole.merge(structuredClone(part.broken()), before);
  }
  return whole;
}

interface Samples {
  readonly keys: readonly Row[];
  readonly references: readonly Row[];
}

function check(samples: Samples, plan: Plan): BrokenReferences {
  const passes = [
    ...referencePasses(indexOf(samples.references, plan), indexOf(samples.keys, plan), plan.limit),
  ];
  const broken = passes.map((pass) => onePass(pass, samples, plan).broken());
  const [pass] = passes;
  if (pass === undefined) return noneBroken;
  const all = new ReferenceCheck(pass);
  for (const one of broken) all.merge(one, { row: 0, line: 0 });
  return all.broken();
}

function naive({ keys, references }: Samples): BrokenReferences {
  const known = new Set(
    keys.filter(({ cells }) => !cells.includes('')).map(({ cells }) => JSON.stringify(cells)),
  );
  const spots = references.flatMap(({ cells, line }, row) =>
    cells.includes('') || known.has(JSON.stringify(cells)) ? [] : [{ row, line }],
  );
  return { rows: spots.length, first: spots.slice(0, 5) };
}

function rowsOf(keys: readonly (readonly string[])[]): Row[] {
  return keys.map((cells, row) => ({ cells, line: 2 * row + 1 }));
}

const cell = fc.oneof(
  fc.constantFrom('', 'A', 'a', 'B', '330222', '330222 ', '３３０２２２'),
  fc.string({ unit: 'grapheme', maxLength: 2 }),
  fc.string({ minLength: 31, maxLength: 34, unit: fc.constantFrom('密', 'a') }),
);

describe('references between samples', () => {
  it('finds what a Set finds, however the rows are divided, with colliding hashes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 }).chain((width) => {
          const rows = fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 40 });
          return fc.record({ keys: rows, references: rows });
        }),
        fc.record({
          bits: fc.constantFrom(1, 3, 6, 64),
          at: fc.array(fc.nat(1000), { maxLength: 4 }),
          budget: fc.constantFrom(1, 7, 1000),
          limit: fc.integer({ min: 1, max: 20 }),
        }),
        ({ keys, references }, { bits, ...plan }) => {
          const samples = { keys: rowsOf(keys), references: rowsOf(references) };
          expect(check(samples, { hash: hashOf(bits), ...plan })).toEqual(naive(samples));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('does not take a division code for another of the same hash', () => {
    const samples = {
      keys: rowsOf([['510104'], ['510105']]),
      references: rowsOf([['510104'], ['510199'], [''], ['510105']]),
    };
    const constant: Hash = ({ cells }) => (cells.includes('') ? [0, 0] : [9, 9]);
    expect(check(samples, { hash: constant })).toEqual({ rows: 1, first: [{ row: 1, line: 3 }] });
  });

  it('does not ask for the text where the hash decides', () => {
    const references = new KeyIndex();
    references.add(Uint32Array.of(1, 2), 1);
    const [pass] = [...referencePasses(references, new KeyIndex())];
    if (pass === undefined) throw new Error('no pass');
    const check = new ReferenceCheck(pass);
    const never = () => {
      throw new Error('asked');
    };
    check.addReference(0, never, { row: 3, line: 4 });
    expect(check.broken()).toEqual({ rows: 1, first: [{ row: 3, line: 4 }] });
  });
});
