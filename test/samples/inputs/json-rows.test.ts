import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleKeeps } from '../../../src/documents/json/json-number.ts';
import { defaultLimits } from '../../../src/documents/limits.ts';
import { jsonRows } from '../../../src/samples/inputs/json-rows.ts';
import { readTables } from '../../support/rows.ts';

type Format = 'json' | 'ndjson';

async function read(text: string | Uint8Array, { format = 'ndjson' as Format, chunk = 1 << 16 } = {}) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const source = {
    path: `data.${format}`,
    size: bytes.length,
    chunks: async function* () {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    },
  };
  const { tables } = await readTables(jsonRows(source, { format, limits: defaultLimits }));
  const table = tables[0];
  if (table === undefined) throw new Error('No table');
  return table;
}

const reasons = (table: Awaited<ReturnType<typeof read>>): string[] =>
  table.faults.map(({ reason }) => reason);

describe('rows of NDJSON', () => {
  it('keep numbers as written, tell null from nothing, and say what is nested', async () => {
    const table = await read(
      [
        '{"编号":12345678901234567890,"率":1.0,"码":"0123","备注":null}',
        '{"率":1e3,"编号":-0,"有效":true,"tags":["a", "b"],"坐标":{"x":1}}',
        '',
      ].join('\n'),
    );
    expect(table.headings).toEqual(['编号', '率', '码', '备注', '有效', 'tags', '坐标']);
    expect(table.rows).toEqual([
      ['number:12345678901234567890', 'number:1.0', 'text:0123', 'null:'],
      ['number:-0', 'number:1e3', '-', '-', 'boolean:true', 'list:["a","b"]', 'object:{"x":1}'],
    ]);
    expect(table.faults.filter(({ reason }) => reason !== 'beyond-2^53')).toEqual([]);
  });

  it('stand at their lines; a column is announced with the first row that has it', async () => {
    const table = await read('{"a":1}\n\n{"a":2,"b":"x"}\r\n{"b":"y"}');
    expect(table.lines).toEqual([1, 3, 4]);
    expect(table.headings).toEqual(['a', 'b']);
    expect(table.source.place({ row: 1, line: 3 }, 1)).toEqual({ line: 3, row: 2, columnName: 'b' });
  });

  it('go on behind a broken line, which is told and counted', async () => {
    const table = await read('{"a":1}\n{"a":2,,}\n{"a":3}\n{"a":4}');
    expect(table.rowNumbers).toEqual([0, 2, 3]);
    expect(table.rows).toEqual([['number:1'], ['number:3'], ['number:4']]);
    expect(table.faults[0]).toMatchObject({ check: 'document/syntax', place: { line: 2 } });
  });

  it('say that a row is too long, and go on behind it', async () => {
    const table = await read(`{"a":1}\n{"a":"${'x'.repeat(defaultLimits.recordBytes)}"}\n{"a":3}\n`);
    expect(table.faults).toMatchObject([{ reason: 'too-large', facts: { unit: 'row' }, place: { line: 2 } }]);
    expect(table.rowNumbers).toEqual([0, 2]);
  });

  it('go on behind any number of broken lines, as long as there are rows between them', async () => {
    const lines = Array.from({ length: 6000 }, (_, index) => (index % 2 === 0 ? `{"a":${index}}` : '{"a":'));
    const table = await read(lines.join('\n'));
    expect(table.rows).toHaveLength(3000);
    expect(reasons(table).filter((reason) => reason === 'too-many-faults')).toEqual([]);
    expect(table.faults.length).toBeLessThan(300);
    expect(table.faults.at(-1)).toMatchObject({ reason: 'more-faults' });
  });

  it('are objects: anything else is told, with its place', async () => {
    const table = await read('{"a":1}\n[1,2]\n"x"\n{"a":2}');
    expect(table.rowNumbers).toEqual([0, 3]);
    expect(table.faults).toMatchObject([
      { check: 'document/syntax', reason: 'not-a-row', place: { line: 2, column: 1 } },
      { check: 'document/syntax', reason: 'not-a-row', place: { line: 3, column: 1 } },
    ]);
  });

  it('with a name twice are read with a fault that says so', async () => {
    const table = await read('{"a":1,"a":2}\n{"a":3}');
    expect(reasons(table)).toEqual(['duplicate-key']);
    expect(table.rows).toHaveLength(2);
  });

  it('have no more columns than a spreadsheet', async () => {
    const members = Array.from({ length: 20_000 }, (_, index) => `"k${index}":1`);
    const table = await read(`{${members.join(',')}}\n{"k0":2}`);
    expect(table.headings).toHaveLength(16_384);
    expect(reasons(table)).toEqual(['too-many-columns']);
    expect(table.rows).toHaveLength(2);
  });

  it('are refused where nearly every row has a new one', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `{"k${index}":1}`);
    const table = await read(lines.join('\n'));
    expect(table.headings).toHaveLength(1000);
    expect(reasons(table)).toEqual(['too-many-columns']);
    expect(table.rows).toHaveLength(20_000);
  });

  it('may be named like what objects are made of', async () => {
    const table = await read('{"__proto__":1,"constructor":2,"1":3}\n{"1":4,"__proto__":5}');
    expect(table.headings).toEqual(['__proto__', 'constructor', '1']);
    expect(table.rows).toEqual([
      ['number:1', 'number:2', 'number:3'],
      ['number:5', '-', 'number:4'],
    ]);
  });

  it('are the same however the bytes are cut', async () => {
    const text = '{"名称":"一\\n\\"二\\"","n":[1,{"a":"}"}]}\n{"n":0.10,"名称":"\\u4e00"}\n';
    const whole = await read(text);
    for (const chunk of [1, 2, 3, 7]) {
      const cut = await read(text, { chunk });
      expect([cut.headings, cut.rows, cut.lines]).toEqual([whole.headings, whole.rows, whole.lines]);
    }
    expect(whole.rows[0]).toEqual(['text:一\n"二"', 'list:[1,{"a":"}"}]']);
  });

  it('with numbers that programs do not keep: kept, told, counted', async () => {
    const number = (index: number) => `${123_456_789_012}${String(index).padStart(6, '0')}`;
    const text = Array.from(
      { length: 5000 },
      (_, index) => `{"id":${number(index)},"x":0.14285714285714285}`,
    );
    const table = await read(text.join('\n'));
    expect(table.rows).toEqual(
      text.map((_, index) => [`number:${number(index)}`, 'number:0.14285714285714285']),
    );
    const lost = text.filter((_, index) => !doubleKeeps(number(index))).length;
    const told = table.faults.filter(({ reason }) => reason === 'beyond-2^53');
    const more = table.faults.find(({ reason }) => reason === 'more-faults');
    expect(told).toHaveLength(100);
    expect(more?.facts).toEqual({ of: 'beyond-2^53', told: 100, more: lost - 100 });
  });

  it('of an empty file: told', async () => {
    expect(reasons(await read(''))).toEqual(['empty']);
  });
});

describe('rows of JSON', () => {
  it.each([
    ['a list', '[{"a":1},\n {"a":2}]'],
    ['a list in an object', '{"code":0,"msg":"[{","data":[{"a":1},\n {"a":2}],"total":2}'],
    ['a list deep in objects', '{"code":0,"data":{"page":{"no":1},"rows":[{"a":1},\n {"a":2}]}}'],
    ['a list behind more than is looked at', `{"说明":"${'长'.repeat(70_000)}","rows":[{"a":1},\n {"a":2}]}`],
    ['a list with a byte order mark', '\ufeff[{"a":1},\n {"a":2}]'],
  ])('are found in %s', async (_, text) => {
    const table = await read(text, { format: 'json' });
    expect(table.headings).toEqual(['a']);
    expect(table.rows).toEqual([['number:1'], ['number:2']]);
    expect(table.lines).toEqual([1, 2]);
    expect(table.faults).toEqual([]);
  });

  it('are found in UTF-16, which is told', async () => {
    const table = await read(Buffer.from('\ufeff{"rows":[{"名":1.50}]}', 'utf16le'), { format: 'json' });
    expect(table.rows).toEqual([['number:1.50']]);
    expect(reasons(table)).toEqual(['not-utf-8']);
  });

  it.each(['{"a":1}', '{"a":[1,2]}', '"x"'])('are missed in %s', async (text) => {
    expect(reasons(await read(text, { format: 'json' }))).toEqual(['no-rows']);
  });

  it('end where the text ends', async () => {
    const table = await read('[{"a":1},{"a":2},{"a"', { format: 'json' });
    expect(table.rows).toEqual([['number:1'], ['number:2']]);
    expect(reasons(table)).toContain('truncated');
  });
});

describe('rows of any JSON', () => {
  it('are what JSON.parse makes of them', async () => {
    const row = fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 4 }), fc.jsonValue({ maxDepth: 2 }), {
      maxKeys: 5,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.constantFrom<Format>('json', 'ndjson'),
        async (rows, format) => {
          const text =
            format === 'json'
              ? JSON.stringify(rows, null, 1)
              : rows.map((each) => JSON.stringify(each)).join('\n');
          const table = await read(text, { format });
          expect(table.rows).toHaveLength(rows.length);
          for (const [index, each] of rows.entries())
            for (const [name, value] of Object.entries(each))
              expect(asCell(value)).toBe(plain(table.rows[index]?.[table.headings.indexOf(name)]));
        },
      ),
      { numRuns: 200 },
    );
  });
});

function asCell(value: unknown): string {
  if (value === null) return 'null:';
  if (typeof value === 'object') return JSON.stringify(value);
  return `${typeof value === 'string' ? 'text' : typeof value}:${typeof value === 'string' ? value : JSON.stringify(value)}`;
}

function plain(cell: string | undefined): string | undefined {
  const nested = cell === undefined ? null : /^(?:list|object):([\s\S]*)$/.exec(cell);
  return nested === null ? cell : JSON.stringify(JSON.parse(nested[1] ?? ''));
}
