import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import type { ByteAutomaton, CellTest, ColumnTest } from '../../../src/samples/engine/column-test.ts';
import type { EnginePlan } from '../../../src/samples/engine/engine.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text);

const numbers =
  '0 -0 7 12 -5 007 -01 00 - -- 5. .5 0.5 -0.00 -0.5 00.5 1.50 1.505 1..5 1.5.2 +5 1e5 12:5 12/5 99.99 100 100.01 -100 ' +
  '12345678 123456789 1234567890 99999999999 123456789012345 1234567890123456 12345678901234567 -123456789012345 ' +
  '-1234567890123456 1234567.12345678 -1234567.12345678 12345678.12345678 0.00000000000001 0.000000000000001 １２ 1２';
const dates =
  '2024-02-29 2023-02-29 2000-02-29 1900-02-29 2024-04-31 2024-12-31 2024-13-01 2024-00-10 2024-01-00 2024-01-32 0000-01-01 ' +
  '2024/01/01 2024-1-1 20240101 2024-01-01T00:00:00Z 2024-01-01T23:59:59Z 2024-01-01T24:00:00Z 2024-01-01T23:60:00Z ' +
  '2024-01-01T23:59:60Z 2023-02-29T00:00:00Z 2024-01-01t00:00:00Z 2024-01-01T00:00:00z 2024-01-01T00-00-00Z 2024-01-01T0a:00:00Z';
const texts =
  '北京市 上海市浦东新区 企业名称，地址 中 é 😀 😀😀 x， ，x （一） AB-12345 ab-12345 AB-1234 active closed activ actives NULL null N/A 无 ' +
  '13800138000 1380013800 电话13800138000转 11010519491231002X 1234567890a12345678901 abcdefghijklmnopqrstuvwxyz-0123456789 ';
const edges = [
  '\u00a0x',
  'x\u00a0',
  '\u2003x',
  'x\u2028',
  'x\u206f',
  'x\u2070',
  '\u2070x',
  '\u3000x',
  'x\u3000',
  '、x',
  'x、',
];
const more = [
  '\ufeffx',
  'x\ufeff',
  '\uffefx',
  'x\uffff',
  '\ufff0x',
  ' x',
  'x ',
  '\tx',
  'x\u007f',
  '\u0080x',
  'x\u0085',
  '¡x',
];
const words = `${numbers} ${dates} ${texts}`.split(' ').filter((word) => word !== '');

/** A cell as it reads. */
const cell = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...words, ...edges, ...more).map(bytesOf) },
  { weight: 3, arbitrary: fc.constant(bytesOf('')) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...'ab1290-.中文😀 "\',;\n\r'), { maxLength: 40 })
      .map((l) => bytesOf(l.join(''))),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...words), fc.nat(120))
      .map(([word, count]) => bytesOf(word.repeat(count))),
  },
);

const codePool = [...new Set(words)].map(bytesOf);
const bounds = {
  minimum: fc.constantFrom(Number.NEGATIVE_INFINITY, -100, 0, 1, 12),
  maximum: fc.constantFrom(0, 12, 100, 1000, 20_240_101, 1e12, Number.POSITIVE_INFINITY),
};
const lengths = {
  min: fc.constantFrom(0, 1, 2, 3, 10),
  max: fc.constantFrom(1, 3, 10, 20, 100, Number.POSITIVE_INFINITY),
};

/** Automata of all forms: any table at all, few states, and texts of one length. */
const automaton: fc.Arbitrary<ByteAutomaton> = fc.oneof(
  fc
    .record({
      states: fc.integer({ min: 2, max: 40 }),
      classCount: fc.integer({ min: 1, max: 6 }),
      seed: fc.nat(),
    })
    .chain(({ states, classCount }) =>
      fc.record({
        classOf: fc.uint8Array({ minLength: 256, maxLength: 256, max: classCount - 1 }),
        classCount: fc.constant(classCount),
        next: fc
          .array(fc.nat(states - 1), { minLength: states * classCount, maxLength: states * classCount })
          .map((steps) => Uint16Array.from(steps, (step, index) => (index < classCount ? 0 : step))),
        accepts: fc
          .uint8Array({ minLength: states, maxLength: states, max: 1 })
          .map((bits) => bits.fill(0, 0, 1)),
      }),
    ),
  fc.array(fc.constantFrom('A', '0', '-', 'A0'), { maxLength: 20 }).map(chain),
);

/** Texts in which each place has a kind of byte: capitals, digits or a dash. */
function chain(places: readonly string[]): ByteAutomaton {
  const kinds = ['', 'A', '0', '-'];
  const kindOf = (byte: number): number => {
    if (byte >= 65 && byte <= 90) return 1;
    return byte >= 48 && byte <= 57 ? 2 : Number(byte === 45) * 3;
  };
  const next = new Uint16Array((places.length + 2) * 4);
  for (const [index, place] of places.entries()) {
    for (const [kind, sign] of kinds.entries()) {
      if (sign !== '' && place.includes(sign)) next[(index + 1) * 4 + kind] = index + 2;
    }
  }
  const accepts = new Uint8Array(places.length + 2);
  accepts[places.length + 1] = 1;
  return {
    classOf: Uint8Array.from({ length: 256 }, (_, byte) => kindOf(byte)),
    classCount: 4,
    next,
    accepts,
  };
}

const test: fc.Arbitrary<CellTest> = fc.oneof(
  fc.constant<CellTest>({ kind: 'any' }),
  fc.constant<CellTest>({ kind: 'none' }),
  fc.record({
    kind: fc.constant('text' as const),
    ...lengths,
    unit: fc.constantFrom('characters' as const, 'bytes' as const),
  }),
  fc.record({ kind: fc.constant('integer' as const), ...bounds }),
  fc.record({
    kind: fc.constant('number' as const),
    ...bounds,
    digits: fc.constantFrom(3, 8, 15, 20, Number.POSITIVE_INFINITY),
    decimals: fc.constantFrom(0, 1, 2, 15, Number.POSITIVE_INFINITY),
  }),
  fc.record({ kind: fc.constant('date' as const), ...bounds }),
  fc.constant<CellTest>({ kind: 'date-time' }),
  fc.record({ kind: fc.constant('codes' as const), codes: fc.subarray(codePool) }),
  fc.record({ kind: fc.constant('pattern' as const), automaton }),
);

const sights = fc.array(
  fc.record({ automaton, longest: fc.constantFrom(3, 10, 64), shown: fc.constantFrom(0, 1, 5) }),
  { maxLength: 3 },
);

const column: fc.Arbitrary<ColumnTest> = fc.record(
  { test, allowsEmpty: fc.boolean(), watchesDigits: fc.boolean(), sights },
  { requiredKeys: ['test', 'allowsEmpty', 'watchesDigits'] },
);

export interface Sample {
  readonly plan: EnginePlan;
  readonly bytes: Uint8Array;
  /** Bytes that are read at once, over and over. */
  readonly steps: readonly number[];
}

const plan: fc.Arbitrary<EnginePlan> = fc.array(column, { minLength: 1, maxLength: 6 }).chain((columns) =>
  fc.record({
    columns: fc.constant(columns),
    delimiter: fc.constantFrom(...',,,;\t|').map((sign) => sign.charCodeAt(0)),
    quote: fc.constantFrom(34, 34, 34, 39, -1),
    doubtedWords: fc.subarray(
      ['NULL', 'null', 'N/A', '无', '0', '-', '99999999999', '电话13800138000转'].map(bytesOf),
    ),
    keys: fc.array(
      fc.record({
        columns: fc.array(fc.nat(columns.length - 1), { maxLength: 3 }),
        allowsEmpty: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    recordBytes: fc.constantFrom(20, 60, 300, 100_000, 100_000, 100_000),
  }),
);

/** How a cell is written: bare, quoted, or with quotes out of place. */
const style = fc.constantFrom(...'bbbbbbbbqqqqqqqqq', 'stray', 'open', 'behind');
const lineEnd = fc.constantFrom('\n', '\n', '\r\n', '\r\n', '\r');
const record = fc.array(fc.tuple(cell, style), { maxLength: 8 });

/** A text of records that mostly have as many cells as they should and mostly end in the same way. */
export const sample: fc.Arbitrary<Sample> = plan.chain((made) => {
  const count = made.columns.length;
  const whole = fc.array(fc.tuple(cell, style), { minLength: count, maxLength: count });
  return fc
    .record({
      plan: fc.constant(made),
      steps: fc.oneof(
        fc.constant([1 << 20]),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 4 }),
      ),
      lineEnd,
      isTidy: fc.constantFrom(true, true, true, false),
      records: fc.array(
        fc.tuple(
          fc.oneof({ weight: 9, arbitrary: whole }, { weight: 1, arbitrary: record }),
          fc.option(lineEnd, { freq: 60 }),
        ),
        { minLength: 1, maxLength: 40, size: 'max' },
      ),
      isCut: fc.boolean(),
    })
    .map(({ records, lineEnd: usual, isTidy, isCut, ...rest }) => {
      const parts = records.map(([cells, other]) =>
        Buffer.concat([recordBytes(cells, made, isTidy), bytesOf(isTidy || other === null ? usual : other)]),
      );
      const bytes = Buffer.concat(parts);
      return { ...rest, bytes: isCut ? bytes.subarray(0, bytes.length - 1) : bytes };
    });
});

function recordBytes(
  cells: readonly (readonly [Uint8Array, string])[],
  made: EnginePlan,
  isTidy: boolean,
): Uint8Array {
  const parts = cells.flatMap(([text, written]) => [
    Uint8Array.of(made.delimiter),
    writtenCell(text, isTidy ? tidy(text, written, made) : written, made.quote),
  ]);
  return Buffer.concat(parts.slice(1));
}

/** Quotes are put around a cell that needs them, and nowhere out of place. */
function tidy(text: Uint8Array, written: string, { quote, delimiter }: EnginePlan): string {
  if (quote < 0) return 'b';
  return written !== 'b' || [quote, delimiter, 10, 13].some((sign) => text.includes(sign)) ? 'q' : 'b';
}

function writtenCell(text: Uint8Array, written: string, quote: number): Uint8Array {
  const sign = quote < 0 ? 34 : quote;
  const doubled = [...text].flatMap((byte) => (byte === sign ? [byte, byte] : [byte]));
  switch (written) {
    case 'q':
      return Uint8Array.from([sign, ...doubled, sign]);
    case 'stray':
      return Uint8Array.from([97, sign, ...text]);
    case 'open':
      return Uint8Array.from([sign, ...text]);
    case 'behind':
      return Uint8Array.from([sign, ...doubled, sign, 120]);
    default:
      return text;
  }
}

/** Nothing but the signs that matter, in any order. */
export const chaos: fc.Arbitrary<Sample> = fc.record({
  plan,
  bytes: fc
    .array(fc.constantFrom(...'aa1"",,;\n\n\r\'中'), { maxLength: 300 })
    .map((signs) => bytesOf(signs.join(''))),
  steps: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 3 }),
});
