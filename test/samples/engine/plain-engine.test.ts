import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteTest } from '../../../src/samples/engine/byte-tests.ts';
import { endHash, hashCell, startHash } from '../../../src/samples/engine/cell-hash.ts';
import type { CellTest, ColumnTest } from '../../../src/samples/engine/column-test.ts';
import { makePlainEngine } from '../../../src/samples/engine/plain-engine.ts';

const encoder = new TextEncoder();

function passes(test: CellTest, text: string): boolean {
  const bytes = encoder.encode(`"${text}"`);
  return byteTest(test)(bytes, 1, bytes.length - 1);
}

/** Cells that are doubted, and those that are fine but handed out. */
function doubts(columns: readonly ColumnTest[], text: string, words: readonly string[] = []): string[] {
  const found: string[] = [];
  const plan = { columns, delimiter: 44, quote: 34, doubtedWords: words.map((word) => encoder.encode(word)) };
  const engine = makePlainEngine(
    { ...plan, keys: [], recordBytes: 1024 },
    {
      // biome-ignore lint/complexity/useMaxParams: the contract of engines
      doubt: (row, column, start, end) => {
        found.push(`${row}/${column} ${Buffer.from(engine.buffer.subarray(start, end)).toString()}`);
      },
      // biome-ignore lint/complexity/useMaxParams: the contract of engines
      sight: (row, column, start, end) => {
        found.push(`${row}/${column} fine ${Buffer.from(engine.buffer.subarray(start, end)).toString()}`);
      },
      ragged: () => undefined,
      stray: () => undefined,
      lineEnd: () => undefined,
    },
  );
  const bytes = encoder.encode(text);
  engine.buffer.set(bytes);
  engine.judge(bytes.length, true);
  return found;
}

describe('quick tests of cells', () => {
  it.each<[CellTest, string[], string[]]>([
    [
      { kind: 'integer', minimum: -5, maximum: 1e15 },
      ['0', '-5', '12', '999999999999999'],
      ['-0', '-6', '012', '1.0', '+1', '１２', '1000000000000000', '-', ' 1', '1e3'],
    ],
    [
      { kind: 'number', minimum: -90, maximum: 90, digits: 8, decimals: 6 },
      ['0', '0.5', '-0.123456', '90', '12.345678'],
      ['90.000001', '.5', '5.', '00.5', '1.2345678', '-0.0', '1e1', '1,5', '123.4567890', '--1', '-'],
    ],
    [
      { kind: 'date', minimum: 19000101, maximum: 20991231 },
      ['2017-05-01', '2020-02-29', '1900-01-01'],
      [
        '2019-02-29',
        '2017-13-01',
        '2017-04-31',
        '2017-00-10',
        '1899-12-31',
        '20170501',
        '2017/05/01',
        '2017-5-1',
      ],
    ],
    [
      { kind: 'date-time' },
      ['2017-05-01T23:59:59Z'],
      [
        '2017-05-01T24:00:00Z',
        '2017-05-01 10:00:00',
        '2017-05-01T10:00:60Z',
        '2017-02-30T10:00:00Z',
        '0000-01-01T00:00:00Z',
      ],
    ],
    [
      { kind: 'text', min: 2, max: 4, unit: 'characters' },
      ['ab', '张三', '统计局长', '😀😀😀😀', 'a b'],
      [
        'a',
        'abcde',
        '统计局长们',
        ' ab',
        'ab ',
        '　张三',
        '张三　',
        '\u00a0ab',
        'ab\u200b',
        '\ufeffab',
        'ab\ufffd',
        'ab\u007f',
        'a\u2060',
      ],
    ],
    [{ kind: 'text', min: 2, max: 6, unit: 'bytes' }, ['ab', '张三'], ['a', '张三a']],
    [
      { kind: 'codes', codes: ['北京市', '上海市', 'a'].map((code) => encoder.encode(code)) },
      ['北京市', '上海市', 'a'],
      ['北京', '北京市市', 'b', 'A'],
    ],
    [{ kind: 'any' }, ['x'], []],
    [{ kind: 'none' }, [], ['x']],
  ])('%j', (test, fine, doubted) => {
    expect(fine.filter((text) => !passes(test, text))).toEqual([]);
    expect(doubted.filter((text) => passes(test, text))).toEqual([]);
  });

  it('passes no number that is out of bounds or of precision', () => {
    const test = byteTest({ kind: 'number', minimum: -100, maximum: 1000, digits: 6, decimals: 2 });
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,5}(?:\.\d{0,4})?$/), (text) => {
        const bytes = encoder.encode(text);
        if (!test(bytes, 0, bytes.length)) return;
        expect(text).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d{1,2})?$/);
        expect(Number(text)).toBeGreaterThanOrEqual(-100);
        expect(Number(text)).toBeLessThanOrEqual(1000);
      }),
    );
  });

  it('finds every code among many', () => {
    const codes = Array.from({ length: 3000 }, (_, index) => encoder.encode(String(110_000 + index * 7)));
    const test = byteTest({ kind: 'codes', codes });
    expect(codes.every((code) => test(code, 0, code.length))).toBe(true);
    expect(test(encoder.encode('110001'), 0, 6)).toBe(false);
  });
});

describe('the plain engine', () => {
  const text: ColumnTest = {
    test: { kind: 'text', min: 1, max: 30, unit: 'characters' },
    allowsEmpty: true,
    watchesDigits: true,
  };
  const number: ColumnTest = {
    test: { kind: 'integer', minimum: 0, maximum: 1e15 },
    allowsEmpty: false,
    watchesDigits: false,
  };

  it('doubts words for nothing and empty cells where none may be, and hands out long runs of digits', () => {
    const rows = [
      '1,张三',
      '暂无,暂无',
      ',',
      '2,电话13800138000',
      '3,1380013800',
      '4,"N/A"',
      '5,""',
      '12345678901,x',
    ];
    expect(doubts([number, text], `${rows.join('\n')}\n`, ['暂无', 'N/A'])).toEqual([
      '1/0 暂无',
      '1/1 暂无',
      '2/0 ',
      '3/1 fine 电话13800138000',
      '5/1 N/A',
    ]);
  });

  it('finds a run of eleven digits wherever it stands', () => {
    for (let before = 0; before < 25; before += 1) {
      const cell = `${'值'.repeat(before % 5)}${'x'.repeat(before)}`;
      expect(doubts([{ ...text, test: { kind: 'any' } }], `${cell}12345678901${cell}`)).toHaveLength(1);
      expect(doubts([{ ...text, test: { kind: 'any' } }], `${cell}1234567890${cell}`)).toHaveLength(0);
    }
  });

  it('measures a cell as it reads, without the quotes that stand for others', () => {
    const short: ColumnTest = { ...text, test: { kind: 'text', min: 3, max: 5, unit: 'characters' } };
    expect(doubts([short], '"a""b"\n"""a"\n"a""""bc"\n"a""""bcd"\n')).toEqual(['1/0 ""a', '3/0 a""""bcd']);
  });
});

describe('hashes of keys', () => {
  function hashes(rows: string, columns: readonly number[], allowsEmpty = false): bigint[] {
    const nothing = (): void => undefined;
    const column: ColumnTest = { test: { kind: 'any' }, allowsEmpty: true, watchesDigits: false };
    const plan = {
      columns: [column, column],
      delimiter: 44,
      quote: 34,
      doubtedWords: [],
      recordBytes: 1 << 16,
    };
    const engine = makePlainEngine(
      { ...plan, keys: [{ columns, allowsEmpty }] },
      { doubt: nothing, ragged: nothing, stray: nothing, lineEnd: nothing },
    );
    const bytes = encoder.encode(rows);
    engine.buffer.set(bytes);
    engine.judge(bytes.length, true);
    const words = engine.keyHashes[0] ?? new Uint32Array(0);
    return Array.from(
      { length: engine.judged },
      (_, row) => (BigInt(words[row * 2] ?? 0) << 32n) | BigInt(words[row * 2 + 1] ?? 0),
    );
  }

  it('are those of the text, and tell cells of a key apart', () => {
    const [plain, quoted, doubled, other, swapped, empty, ragged, again] = hashes(
      'a,bc\n"a","bc"\n"a""",bc\nab,c\nbc,a\n,x\n1\na,bc\n',
      [0, 1],
    );
    expect(quoted).toBe(plain);
    expect(again).toBe(plain);
    expect(new Set([plain, doubled, other, swapped]).size).toBe(4);
    expect([empty, ragged]).toEqual([0n, 0n]);
  });

  it('of keys that may have empty cells tell where those stand', () => {
    const rows = 'a,\n,a\n,\n"",""\na,""\n1\n';
    const [left, right, none, quoted, again, ragged] = hashes(rows, [0, 1], true);
    expect(new Set([left, right, none, 0n]).size).toBe(4);
    expect([quoted, again, ragged]).toEqual([none, left, 0n]);
  });

  it('do not meet by chance in 60,000 neighbouring numbers, in either half', () => {
    const rows = Array.from({ length: 60_000 }, (_, row) => `${1_000_000_000 + row},x\n`).join('');
    const found = hashes(rows, [0]);
    expect(new Set(found).size).toBe(60_000);
    // By chance, 32 bits meet less than once among so many.
    expect(new Set(found.map((hash) => hash >> 32n)).size).toBeGreaterThan(59_990);
    expect(new Set(found.map((hash) => hash & 0xffffffffn)).size).toBeGreaterThan(59_990);
  });

  it('are what the description says, so that other engines can compute them', () => {
    const lanes = { a: 0, b: 0 };
    const words = new Uint32Array(2);
    startHash(lanes);
    for (const text of ['a', '统计局']) {
      const bytes = encoder.encode(text);
      hashCell(lanes, bytes, { start: 0, end: bytes.length, doubled: -1 });
    }
    endHash(lanes, words, 0);
    expect([...words]).toMatchInlineSnapshot(`
      [
        903558026,
        962134357,
      ]
    `);
  });
});
