import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { jsonReader } from '../../../src/documents/json/json.ts';
import { limits, readAll, told } from './json-support.ts';

const catalogue = `{
  "title": "市级目录",
  "dataset": [
    { "id": "a1", "title": "企业名录" },
    {
      "id": "a2",
      "title": "学校"
    }
  ],
  "publisher": { "name": "统计局" }
}
`;

describe('a document', () => {
  it('is one tree when no pattern names an array in it', async () => {
    const { trees, faults } = await readAll(jsonReader, catalogue, { recordsAt: ['/*', '/service/*'] });
    expect(faults).toEqual([]);
    expect(trees.map(({ pointer, value, omitted }) => ({ pointer, value, omitted }))).toEqual([
      { pointer: '', value: JSON.parse(catalogue), omitted: undefined },
    ]);
  });

  it('hands out the elements of a named array, then what stands around it', async () => {
    const { trees, faults } = await readAll(jsonReader, catalogue, { recordsAt: ['/dataset/*'] });
    expect(faults).toEqual([]);
    expect(trees.map(({ pointer }) => pointer)).toEqual(['/dataset/0', '/dataset/1', '']);
    const [first, second, envelope] = trees;
    expect(first?.locateKey('/title')).toEqual({
      place: { line: 4, column: 19, endLine: 4, endColumn: 26 },
      excerpt: { text: '{ "id": "a1", "title": "企业名录" }', from: 14, length: 7 },
    });
    expect(second?.locate('/title').place).toEqual({ line: 7, column: 16, endLine: 7, endColumn: 20 });
    expect(second?.locate('').place).toMatchObject({ line: 5, column: 5, endLine: 8, endColumn: 6 });
    expect(envelope?.omitted).toEqual(['/dataset']);
    expect(envelope?.value).toEqual({ ...JSON.parse(catalogue), dataset: [] });
    expect(envelope?.locate('/publisher/name').place).toMatchObject({ line: 10, column: 26 });
    expect(envelope?.locate('/title').place).toMatchObject({ line: 2, column: 12 });
  });

  it('follows deeper paths and several of them', async () => {
    const text = '{"catalogue": {"dataset": [1, 2], "x": {"dataset": [3]}}, "service": [4]}';
    const { trees } = await readAll(jsonReader, text, {
      recordsAt: ['/catalogue/dataset/*', '/service/*', '/*/dataset/*'],
    });
    expect(trees.map(({ pointer, value }) => [pointer, value])).toEqual([
      ['/catalogue/dataset/0', 1],
      ['/catalogue/dataset/1', 2],
      ['/service/0', 4],
      ['', { catalogue: { dataset: [], x: { dataset: [3] } }, service: [] }],
    ]);
    expect(trees.at(-1)?.omitted).toEqual(['/catalogue/dataset', '/service']);
  });

  it('does not call an empty array or no array at all handed out', async () => {
    for (const text of ['{"dataset": []}', '{"dataset": {"0": 1}}', '{}', '7', '[]']) {
      const { trees } = await readAll(jsonReader, text, { recordsAt: ['/dataset/*', '/*'] });
      expect(trees.map(({ value, omitted }) => [value, omitted])).toEqual([[JSON.parse(text), undefined]]);
    }
  });

  it('reads escaped names on the way', async () => {
    const { trees } = await readAll(jsonReader, '{"d\\u0061ta/set": [true]}', {
      recordsAt: ['/data~1set/*'],
    });
    expect(trees[0]).toMatchObject({ pointer: '/data~1set/0', value: true });
  });

  it('skips a byte order mark without moving columns', async () => {
    const { trees, faults } = await readAll(jsonReader, '\ufeff[{"a": 1}]', { recordsAt: ['/*'] });
    expect(faults).toEqual([]);
    expect(trees[0]?.locate('/a').place).toMatchObject({ line: 1, column: 8 });
  });

  it('keeps own __proto__ and constructor keys, on both ways', async () => {
    for (const number of ['1', '9007199254740993']) {
      const { trees } = await readAll(jsonReader, `{"__proto__": {"admin": true}, "constructor": ${number}}`);
      const value = trees[0]?.value as object;
      expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect((value as { admin?: boolean }).admin).toBeUndefined();
    }
  });
});

describe('places', () => {
  const text = '{"1": "x", "a/b": [10, {"~": null}], "😀": 0.50, "t": "\\u4e2d"}';
  it('lead to values, names and source texts', async () => {
    const [tree] = (await readAll(jsonReader, text)).trees;
    const at = (place: unknown) => {
      const { column, endColumn } = place as { column: number; endColumn: number };
      return text.slice(column - 1, endColumn - 1);
    };
    expect(at(tree?.locate('/a~1b/1').place)).toBe('{"~": null}');
    expect(at(tree?.locateKey('/a~1b/1/~0').place)).toBe('"~"');
    expect(at(tree?.locateKey('/😀').place)).toBe('"😀"');
    expect(at(tree?.locateKey('/a~1b/0').place)).toBe('10');
    expect(tree?.sourceText?.('/😀')).toBe('0.50');
    expect(tree?.sourceText?.('/t')).toBe('"\\u4e2d"');
    expect(tree?.sourceText?.('/a~1b')).toBeUndefined();
    expect(tree?.sourceText?.('/nowhere')).toBeUndefined();
  });

  it('fall back to the nearest enclosing value', async () => {
    const [tree] = (await readAll(jsonReader, text)).trees;
    expect(tree?.locate('/a~1b/1/missing')).toEqual(tree?.locate('/a~1b/1'));
    expect(tree?.locateKey('/a~1b/7/x')).toEqual(tree?.locate('/a~1b'));
    expect(tree?.locate('/toString')).toEqual(tree?.locate(''));
  });

  it('count CR and CRLF line ends, and columns in UTF-16 units', async () => {
    const { trees } = await readAll(jsonReader, '[\r{"a": "😀",\r"b": 1},"😀", 2]', { recordsAt: ['/*'] });
    expect(trees[0]?.locate('/b').place).toMatchObject({ line: 3, column: 6 });
    expect(trees[2]?.locate('').place).toMatchObject({ line: 3, column: 15 });
  });

  it('stay right far into a minified file of several blocks', async () => {
    const records = Array.from({ length: 4000 }, (_, n) => ({
      id: n,
      名称: `第${n}号😀`,
      note: 'x'.repeat(n % 300),
    }));
    for (const pad of ['', ' ', '\n   ']) {
      const whole = `[${pad}${records.map((record) => JSON.stringify(record)).join(`,${pad}`)}]`;
      const { trees, faults } = await readAll(jsonReader, whole, { recordsAt: ['/*'], chunk: 7001 });
      expect(faults).toEqual([]);
      expect(trees.slice(0, -1).map(({ value }) => value)).toEqual(records);
      const lines = whole.split('\n');
      for (const n of [0, 1, 1777, 3999]) {
        const place = trees[n]?.locate('/名称').place as
          | Record<'line' | 'column' | 'endColumn', number>
          | undefined;
        const { line = 0, column = 0, endColumn = 0 } = place ?? {};
        expect(lines[line - 1]?.slice(column - 1, endColumn - 1)).toBe(`"第${n}号😀"`);
      }
    }
  });
});

describe('faults of the text', () => {
  it.each([
    ['{"a": 1, // note\n "b": 2, /* x */ "c": 3}', ['comment 1:10', 'comment 2:10'], { a: 1, b: 2, c: 3 }],
    ['{"a": [1, 2,], "b": 2,\n}', ['trailing-comma 1:12', 'trailing-comma 1:22'], { a: [1, 2], b: 2 }],
    ["{'a': 'it is \"so\"'}", ['single-quotes 1:2', 'single-quotes 1:7'], { a: 'it is "so"' }],
    ['{a: 1, 名称: 2}', ['unquoted-key 1:2', 'unquoted-key 1:8'], { a: 1, 名称: 2 }],
    ['{"a": 1, "b": 2,\n "a": 3}', ['duplicate-key 2:2'], { a: 3, b: 2 }],
    ['{"id": 9007199254740993}', ['beyond-2^53 1:8'], { id: 9007199254740992 }],
    ['{"n": 1e400}', ['beyond-2^53 1:7'], { n: Number.POSITIVE_INFINITY }],
    ['{"a": "x\\ud800y"}', ['lone-surrogate 1:9'], { a: 'x\ud800y' }],
    ['{"a": "\\ud83d\\ude00"}', [], { a: '😀' }],
    ['{"a": "x\\u0000"}', ['nul-character 1:9'], { a: 'x\0' }],
    ['{"a": "x\0"}', ['nul-character 1:9'], { a: 'x\0' }],
    ['{"a": "tab\there"}', ['not-json 1:11'], { a: 'tab\there' }],
    ['{"a": "several\nlines"}', ['not-json 1:15'], { a: 'several\nlines' }],
    ['{"path": "C:\\data"}', ['not-json 1:13'], { path: 'C:\\data' }],
    ['{"code": 0571}', ['not-json 1:10'], { code: 571 }],
    ['{"a": 1}\ufeff', ['byte-order-mark-inside 1:9'], { a: 1 }],
  ])('go on after %j', async (text, expected, value) => {
    const { faults, trees } = await readAll(jsonReader, text);
    expect(told(faults)).toEqual(expected);
    expect(trees.map((tree) => tree.value)).toEqual([value]);
    const record = await readAll(jsonReader, `[${text}]`, { recordsAt: ['/*'] });
    expect(record.trees[0]?.value).toEqual(value);
    expect(record.faults.map(({ reason }) => reason)).toEqual(faults.map(({ reason }) => reason));
  });

  it.each([
    ['', 'empty 1:1'],
    [' \n ', 'empty 1:1'],
    ['{"a": 1 "b": 2}', 'not-json 1:9'],
    ['{"a"：1}', 'not-json 1:5'],
    ['{"a": “x”}', 'not-json 1:7'],
    ['{"a": True}', 'not-json 1:7'],
    ['{"a": NaN}', 'not-json 1:7'],
    ['{"a": }', 'not-json 1:7'],
    ['[1, , 2]', 'not-json 1:5'],
    ['{"a": "open,\n "b": 1}', 'not-json 1:7'],
    ['{"a": [1, 2}', 'not-json 1:12'],
    ['{"a": 1', 'truncated 1:8'],
    ['{"a": "x', 'truncated 1:9'],
    ['{"a"', 'truncated 1:5'],
  ])('end the reading of %j', async (text, expected) => {
    const { faults, trees } = await readAll(jsonReader, text);
    expect(told(faults)).toEqual([expected]);
    expect(trees).toEqual([]);
  });

  it('say what was found and what was expected in codes', async () => {
    const facts = async (text: string) => (await readAll(jsonReader, text)).faults[0]?.facts;
    expect(await facts('{"a"：1}')).toEqual({ found: 'character', text: '：', expected: 'colon' });
    expect(await facts('{"a": None}')).toEqual({ found: 'word', text: 'None', expected: 'value' });
    expect(await facts('[1 2]')).toEqual({ found: 'word', text: '2', expected: 'comma-or-end' });
    expect(await facts('{]')).toEqual({ found: 'character', text: ']', expected: 'key-or-end' });
  });

  it('name the first of two equal keys, escaped or not', async () => {
    const { faults } = await readAll(jsonReader, '{"a": 1,\n "x": {"b": 1,\n   "\\u0062": 2}}');
    expect(faults).toMatchObject([
      {
        check: 'document/duplicate-key',
        pointer: '/x/b',
        place: { line: 3, column: 4 },
        facts: { name: 'b', firstLine: 2, firstColumn: 8 },
        excerpt: { text: '   "\\u0062": 2}}' },
      },
    ]);
  });

  it('do not mistake equal keys of different objects for one', async () => {
    const { faults } = await readAll(jsonReader, '[{"a": {"a": 1}}, {"a": [{"a": 1}, {"a": ":\\"a\\":"}]}]', {
      recordsAt: ['/*'],
    });
    expect(faults).toEqual([]);
  });

  it('tell a hundred of a kind and count the others', async () => {
    const { faults } = await readAll(jsonReader, `[${'1e999,'.repeat(250)}0]`);
    expect(faults).toHaveLength(101);
    const facts = { of: 'beyond-2^53', told: 100, more: 150 };
    expect(faults.at(-1)).toMatchObject({ reason: 'more-faults', facts, pointer: '/99' });
  });

  it('tell mixed line ends once, at the first line that deviates', async () => {
    const mixed = '[{"a": 1},\r\n{"a":\r\n 2},\n{"a": 3},\r\n{"a": 4}\n]';
    const expected = {
      reason: 'mixed-line-ends',
      place: { line: 3, column: 5 },
      facts: { expected: 'CRLF', found: 'LF' },
    };
    expect((await readAll(jsonReader, mixed)).faults).toMatchObject([expected]);
    expect((await readAll(jsonReader, mixed, { recordsAt: ['/*'] })).faults).toMatchObject([expected]);
    expect((await readAll(jsonReader, '[\n{"a":\n1},\r\n2]', { recordsAt: ['/*'] })).faults).toMatchObject([
      { place: { line: 3, column: 4 }, facts: { expected: 'LF', found: 'CRLF' } },
    ]);
    expect(
      (await readAll(jsonReader, mixed.replaceAll(/\r?\n/g, '\r\n'), { recordsAt: ['/*'] })).faults,
    ).toEqual([]);
  });

  it('know NDJSON under the wrong name', async () => {
    const lines = await readAll(jsonReader, '{"a": 1}\n{"a": 2}\n');
    expect(lines.faults).toMatchObject([
      { reason: 'trailing-content', place: { line: 2, column: 1 }, facts: { ndjson: 1 } },
    ]);
    const other = await readAll(jsonReader, '{"a": 1}\nthe end');
    expect(other.faults).toMatchObject([{ reason: 'trailing-content', place: { line: 2, column: 1 } }]);
    expect(other.faults[0]?.facts).not.toHaveProperty('ndjson');
  });
});

describe('a broken record', () => {
  const around = (broken: string) => `[{"id": 1},\n${broken},\n{"id": 3}]`;
  it.each([
    ['{"id": 2 "x": 3}', 'not-json 2:10'],
    ['{"id": 02x}', 'not-json 2:8'],
    ['{"id": "open}', 'not-json 2:8'],
    ['{"id": [1}, 2]', 'not-json 2:10'],
    ['{"it\'s": }', 'not-json 2:10'],
  ])('%s is told and the next one is read', async (broken, expected) => {
    const { trees, faults } = await readAll(jsonReader, around(broken), { recordsAt: ['/*'] });
    if (broken.includes('open')) return expect(told(faults)[0]).toBe(expected);
    expect(told(faults)).toEqual([expected]);
    expect(faults[0]?.pointer?.startsWith('/1')).toBe(true);
    return expect(trees.map(({ pointer }) => pointer)).toEqual(['/0', '/2', '']);
  });

  it('without a comma before it is read all the same', async () => {
    const { trees, faults } = await readAll(jsonReader, '[{"id": 1}\n{"id": 2},, {"id": 3}, ]', {
      recordsAt: ['/*'],
    });
    expect(told(faults)).toEqual(['not-json 2:1', 'not-json 2:11', 'trailing-comma 2:22']);
    expect(trees.map(({ value }) => value)).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }, []]);
  });

  it('with comments that hold brackets and quotes does not confuse the others', async () => {
    const text = '[{"a": 1 // it\'s "}\n}, /* ], " */ {"a": 2}]';
    const { trees, faults } = await readAll(jsonReader, text, { recordsAt: ['/*'] });
    expect(told(faults)).toEqual(['comment 1:10', 'comment 2:4']);
    expect(trees.map(({ value }) => value)).toEqual([{ a: 1 }, { a: 2 }, []]);
  });

  it('that never ends is explained where it starts to be wrong', async () => {
    const { trees, faults } = await readAll(jsonReader, '[{"id": 1},\n{"id": 2,\n{"id": 3}]', {
      recordsAt: ['/*'],
    });
    expect(trees.map(({ value }) => value)).toEqual([{ id: 1 }]);
    expect(told(faults)).toEqual(['not-json 3:1']);
  });

  it('cut off at the end of the file is told as cut off', async () => {
    for (const text of [
      '[{"id": 1},\n{"id": ',
      '[{"id": 1},\n',
      '{"dataset": [{"id": 1}',
      '[{"id": 1}, "x',
    ]) {
      const { trees, faults } = await readAll(jsonReader, text, { recordsAt: ['/*', '/dataset/*'] });
      expect(trees.map(({ value }) => value)).toEqual([{ id: 1 }]);
      expect(faults.map(({ reason }) => reason)).toEqual(['truncated']);
    }
  });

  it('in the text around the records is told at its own place', async () => {
    const text = '{"dataset": [{"id": 1},\n{"id": 2}],\n "x": 1 "y": 2}';
    const { trees, faults } = await readAll(jsonReader, text, { recordsAt: ['/dataset/*'] });
    expect(trees.map(({ value }) => value)).toEqual([{ id: 1 }, { id: 2 }]);
    expect(told(faults)).toEqual(['not-json 3:9']);
  });
});

it('garbage in place of records is given up, records with faults are not', async () => {
  const garbage = await readAll(jsonReader, `[${'{x} '.repeat(5000)}`, { recordsAt: ['/*'] });
  expect(garbage.faults.length).toBeLessThan(1010);
  expect(garbage.faults.at(-1)).toMatchObject({ reason: 'too-many-faults', facts: { limit: 1000 } });
  const sloppy = await readAll(jsonReader, `[${'{"a": 1,}, {x}, '.repeat(3000)}1]`, { recordsAt: ['/*'] });
  expect(sloppy.faults).toHaveLength(9000);
  expect(sloppy.trees).toHaveLength(3002);
});

describe('encodings', () => {
  it('GB18030 and UTF-16 are rewritten, with a word about it', async () => {
    const gb = Buffer.concat([
      Buffer.from('[{"name": "'),
      Buffer.from([0xc3, 0xfb, 0xb3, 0xc6]),
      Buffer.from('"}]'),
    ]);
    for (const bytes of [
      gb,
      Buffer.from('\ufeff[{"name": "名称"}]', 'utf16le'),
      Buffer.from('[{"name": "名称"}]', 'utf16le').swap16(),
    ]) {
      const { trees, faults } = await readAll(jsonReader, bytes, { recordsAt: ['/*'], chunk: 3 });
      expect(trees[0]?.value).toEqual({ name: '名称' });
      expect(faults).toMatchObject([
        { check: 'document/encoding', reason: 'not-utf-8', place: { line: 1, column: 12 } },
      ]);
      expect(trees[0]?.locate('/name').place).toMatchObject({ column: 11, endColumn: 15 });
    }
  });

  it('long files are rewritten piece by piece', async () => {
    const records = Array.from(
      { length: 90_000 },
      (_, n) => `{"序号": ${n}, "说明": "${'数据'.repeat(18)}"}`,
    );
    const bytes = Buffer.from(`[${records.join(',\n')}]`, 'utf16le');
    expect(bytes.length).toBeGreaterThan(9 << 20);
    const { trees, faults } = await readAll(jsonReader, bytes, { recordsAt: ['/*'], chunk: 99_999 });
    expect(told(faults)).toEqual(['not-utf-8 1:1']);
    expect(trees).toHaveLength(90_001);
    expect(trees[89_999]?.locate('/序号').place).toMatchObject({ line: 90_000, column: 8 });
  });

  it('bytes that are not UTF-8 are told where they stand, in the record they stand in', async () => {
    const head = Buffer.from('[{"名称": "政务数据共享目录"},\n{"名称": "共');
    const bytes = Buffer.concat([head, Buffer.from([0xe4, 0xb8]), Buffer.from('"}, {"名称": "x"}]')]);
    for (const recordsAt of [['/*'], []]) {
      const { trees, faults } = await readAll(jsonReader, bytes, { recordsAt });
      expect(faults).toMatchObject([
        {
          check: 'document/encoding',
          reason: 'broken-bytes',
          offset: head.length,
          place: { line: 2, column: 10 },
          facts: { count: 1, hex: 'E4 B8' },
        },
      ]);
      expect(trees).toHaveLength(recordsAt.length === 0 ? 1 : 4);
      expect(
        trees.at(recordsAt.length === 0 ? 0 : 2)?.locate(recordsAt.length === 0 ? '/2' : '').place,
      ).toMatchObject({ line: 2, column: 15 });
    }
  });
});

describe('limits', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  it.each([[['/*']], [[]]])('nesting is refused beyond the depth, with records at %j', async (recordsAt) => {
    for (const [depth, refused] of [
      [999, false],
      [1000, false],
      [1001, true],
      [20_000, true],
    ] as const) {
      const { faults } = await readAll(jsonReader, nested(depth), { recordsAt });
      expect(faults.map(({ reason, facts, place }) => [reason, facts, place])).toEqual(
        refused
          ? [['too-deep', { limit: 1000 }, { line: 1, column: 1001, endLine: 1, endColumn: 1002 }]]
          : [],
      );
    }
  });

  it('unclosed nesting ends in words as well', async () => {
    for (const recordsAt of [['/*'], []]) {
      const { faults } = await readAll(jsonReader, '[{"":'.repeat(50_000), { recordsAt });
      expect(faults.map(({ reason }) => reason)).toEqual(['too-deep']);
    }
  });

  it('a record may have recordBytes bytes and not one more', async () => {
    for (const [size, refused] of [
      [99, false],
      [100, false],
      [101, true],
      [900_000, true],
    ] as const) {
      const record = JSON.stringify('x'.repeat(size - 2));
      const { trees, faults } = await readAll(jsonReader, `[1,\n${record}, 2]`, {
        recordsAt: ['/*'],
        limits: { recordBytes: 100 },
        chunk: 1000,
      });
      expect(trees.map(({ pointer }) => pointer)).toEqual(
        refused ? ['/0', '/2', ''] : ['/0', '/1', '/2', ''],
      );
      expect(trees.at(-2)?.locate('').place).toMatchObject({ line: 2, column: size + 3 });
      expect(faults).toEqual(
        refused
          ? [
              {
                check: 'document/syntax',
                reason: 'too-large',
                place: { line: 2, column: 1 },
                pointer: '/1',
                facts: { limit: 100, bytes: size },
              },
            ]
          : [],
      );
    }
  });

  it('a document that must be held whole may have documentBytes bytes', async () => {
    for (const [size, refused] of [
      [1000, false],
      [1001, true],
    ] as const) {
      const { trees, faults } = await readAll(jsonReader, JSON.stringify('x'.repeat(size - 2)), {
        limits: { documentBytes: 1000 },
      });
      expect(trees).toHaveLength(refused ? 0 : 1);
      expect(faults).toEqual(
        refused ? [{ check: 'document/syntax', reason: 'too-large', facts: { limit: 1000 } }] : [],
      );
    }
    const records = `{"dataset": [${'{"a": "xxxxxxxx"},'.repeat(500)} 1]}`;
    const streamed = await readAll(jsonReader, records, {
      recordsAt: ['/dataset/*'],
      limits: { documentBytes: 1000 },
    });
    expect(streamed.trees).toHaveLength(502);
    expect(streamed.faults).toEqual([]);
  });

  it('lets go of the source when it stops early', async () => {
    let closed = false;
    async function* chunks() {
      try {
        for (;;) yield Buffer.from('[1,'.repeat(100_000));
      } finally {
        closed = true;
      }
    }
    const options = { recordsAt: [], limits: { ...limits, documentBytes: 1000 } };
    const parts = [];
    for await (const batch of jsonReader.read({ path: 'endless', chunks }, options)) parts.push(...batch);
    expect(parts).toMatchObject([{ kind: 'fault', fault: { reason: 'too-large' } }]);
    expect(closed).toBe(true);
  });
});
