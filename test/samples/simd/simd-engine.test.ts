import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnTest } from '../../../src/samples/engine/column-test.ts';
import type { Engine, EngineListener, EnginePlan } from '../../../src/samples/engine/engine.ts';
import { makePlainEngine } from '../../../src/samples/engine/plain-engine.ts';
import { makeSimdEngine } from '../../../src/samples/simd/simd-engine.ts';
import { engineLog } from './engine-log.ts';
import type { Sample } from './random-samples.ts';
import { chaos, sample } from './random-samples.ts';

function simd(plan: EnginePlan, listener: EngineListener, segmentBytes?: number): Engine {
  const engine = makeSimdEngine(plan, listener, segmentBytes);
  if (engine === undefined) throw new Error('no WebAssembly with SIMD');
  return engine;
}

function expectSame({ plan, bytes, steps }: Sample, segmentBytes?: number): void {
  const input = { bytes, steps, recordBytes: plan.recordBytes };
  const plain = engineLog((listener) => makePlainEngine(plan, listener), input);
  expect(engineLog((listener) => simd(plan, listener, segmentBytes), input)).toEqual(plain);
}

const runs = Number(process.env['SIMD_RUNS'] ?? 300);
const encoder = new TextEncoder();

/** A plan of columns whose cells may be anything. */
function planOf(columns: readonly ColumnTest['test'][], more: Partial<EnginePlan> = {}): EnginePlan {
  return {
    columns: columns.map((test) => ({ test, allowsEmpty: false, watchesDigits: false })),
    delimiter: 44,
    quote: 34,
    doubtedWords: [],
    keys: [{ columns: [0], allowsEmpty: false }],
    recordBytes: 1 << 20,
    ...more,
  };
}

describe('against the plain engine', () => {
  it.each([64, undefined])(
    'hears the same of records of all kinds, segments of %s bytes',
    (segmentBytes) => {
      fc.assert(
        fc.property(sample, (made) => expectSame(made, segmentBytes)),
        { numRuns: runs },
      );
    },
    600_000,
  );

  it.each([64, undefined])(
    'hears the same of any order of signs, segments of %s bytes',
    (segmentBytes) => {
      fc.assert(
        fc.property(chaos, (made) => expectSame(made, segmentBytes)),
        { numRuns: runs },
      );
    },
    600_000,
  );

  const date: ColumnTest['test'] = { kind: 'date', minimum: 0, maximum: 99_999_999 };
  const name: ColumnTest['test'] = { kind: 'text', min: 2, max: 20, unit: 'characters' };
  const row = (index: number) => `企业${index},2024-0${index % 10}-15\n`;
  const rows = Array.from({ length: 20_000 }, (_, index) => row(index));

  it.each([
    ['a stray quote', '企业"甲",2024-01-15\n'],
    ['another line end', '企业甲,2024-01-15\r\n企业乙,2024-01-15\r\n'],
    ['a CR in between', '企业甲,2024-01-15\r'],
    ['a cell longer than many segments', `${'长'.repeat(50_000)},2024-01-15\n`],
    ['a quoted cell longer than many segments', `"${'""\n'.repeat(50_000)}",2024-01-15\n`],
    ['far more cells than columns', `${'x,'.repeat(100_000)}\n`],
    ['empty lines', '\n\n\n'],
    ['an open quote', '"企业,2024-01-15\n'],
  ])('goes on behind %s in the middle of a long table', (_, odd) => {
    const text = [...rows.slice(0, 9000), odd, ...rows.slice(9000), odd, ...rows].join('');
    expectSame({ plan: planOf([name, date]), bytes: encoder.encode(text), steps: [1 << 20] });
  });

  it.each([64, undefined])('sees oddities at each offset, segments of %s bytes', (segmentBytes) => {
    const oddities = [
      '"a"b',
      'a"b',
      '"a""b"',
      '"a"',
      '"a\n"',
      'a\r',
      '"a"\r',
      'a\r\n"b"',
      '""',
      '"',
      '"a",b',
      '"a" ,b',
    ];
    for (const odd of oddities) {
      const texts = Array.from(
        { length: 64 },
        (_, pad) => `x\n${'y'.repeat(100)}\n${'a'.repeat(pad + 1)}\n${odd}\nz\n`,
      );
      for (const text of texts) {
        const wide = text.replaceAll('\n', '\r\n');
        for (const bytes of [text, wide].map((one) => encoder.encode(one))) {
          expectSame({ plan: planOf([{ kind: 'none' }]), bytes, steps: [1 << 20] }, segmentBytes);
        }
      }
    }
  });

  it('knows which days there are', () => {
    const two = (count: number) =>
      Array.from({ length: count }, (_, index) => String(index).padStart(2, '0'));
    const days = ['0000', '1900', '2000', '2023', '2024', '9999'].flatMap((year) =>
      two(15).flatMap((month) => two(34).map((day) => `${year}-${month}-${day}`)),
    );
    const text = days.map((day) => `${day},${day}T00:00:00Z\n`).join('');
    const plan = planOf([date, { kind: 'date-time' }]);
    expectSame({ plan, bytes: encoder.encode(text), steps: [1 << 20] });
  });

  it('knows each of 100,000 codes', () => {
    const codes = Array.from({ length: 100_000 }, (_, index) => encoder.encode(`代码-${index + 5000}`));
    const text = Array.from({ length: 110_000 }, (_, index) => `代码-${index}\n`).join('');
    const plan = planOf([{ kind: 'codes', codes }]);
    expectSame({ plan, bytes: encoder.encode(text), steps: [1 << 20] });
  });
});

describe('what is left to the plain engine altogether', () => {
  it.each<[string, Partial<EnginePlan>]>([
    ['a delimiter that ends lines', { delimiter: 10 }],
    ['a quote that delimits', { quote: 44 }],
    ['no columns', { columns: [], keys: [] }],
    ['a key of a column that is not there', { keys: [{ columns: [3], allowsEmpty: false }] }],
    ['a doubted word that is too long', { doubtedWords: [new Uint8Array(65).fill(97)] }],
    ['records of gigabytes', { recordBytes: 2 ** 31 }],
  ])('%s', (_, more) => {
    const listener: EngineListener = { doubt() {}, ragged() {}, stray() {}, lineEnd() {} };
    expect(makeSimdEngine(planOf([{ kind: 'any' }], more), listener)).toBeUndefined();
  });
});
