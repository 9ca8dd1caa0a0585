import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { ndjsonReader } from '../../src/documents/json/ndjson.ts';
import type { Part } from '../../src/model/document.ts';
import { limits, readAll, told } from './json/json-support.ts';

it('reads one value a line; blank lines, CRLF and a missing last line end are fine', async () => {
  const { trees, faults } = await readAll(ndjsonReader, '\ufeff{"id": 1}\r\n\r\n  {"id": 2} \r\n"三"', {
    chunk: 1,
  });
  expect(faults).toEqual([]);
  expect(trees.map(({ pointer, value }) => [pointer, value])).toEqual([
    ['/0', { id: 1 }],
    ['/1', { id: 2 }],
    ['/2', '三'],
  ]);
  expect(trees[1]?.locate('/id')).toEqual({
    place: { line: 3, column: 10, endLine: 3, endColumn: 11 },
    excerpt: { text: '{"id": 2}', from: 7, length: 1 },
  });
});

it('tells a broken line and goes on', async () => {
  const text = '{"id": 1}\n{"id": \n{"id": 3} {"id": 4}\n{"id": 5, "id": 6}\n\0\nnull\n';
  const { trees, faults } = await readAll(ndjsonReader, text);
  expect(told(faults)).toEqual([
    'truncated-line 2:7',
    'trailing-content 3:11',
    'duplicate-key 4:11',
    'nul-character 5:1',
  ]);
  expect(faults.map(({ pointer }) => pointer)).toEqual(['/1/id', '/2', '/3/id', '/4']);
  expect(trees.map(({ pointer, value }) => [pointer, value])).toEqual([
    ['/0', { id: 1 }],
    ['/2', { id: 3 }],
    ['/3', { id: 6 }],
    ['/5', null],
  ]);
});

it('tells a line that is cut off from a file that is', async () => {
  const { faults } = await readAll(ndjsonReader, '{"a": 1,\n{"a": "x\n{"a": [1');
  expect(told(faults)).toEqual(['truncated-line 1:9', 'truncated-line 2:9', 'truncated 3:9']);
});

it('says that a file is empty', async () => {
  expect(told((await readAll(ndjsonReader, '')).faults)).toEqual(['empty 1:1']);
  expect(told((await readAll(ndjsonReader, '\n\n')).faults)).toEqual(['empty 3:1']);
});

it('tells mixed line ends and broken bytes', async () => {
  const bytes = Buffer.concat([
    Buffer.from('{"名": "目录数据"}\n{"名": "'),
    Buffer.from([0xff]),
    Buffer.from('"}\r\n[]\n'),
  ]);
  const { faults } = await readAll(ndjsonReader, bytes);
  expect(told(faults)).toEqual(['mixed-line-ends 2:11', 'broken-bytes 2:8']);
});

it('gives up a file without one good line in a thousand', async () => {
  const { faults } = await readAll(ndjsonReader, 'id,name\n'.repeat(300_000));
  expect(faults).toHaveLength(1001);
  expect(faults.at(-1)).toMatchObject({ reason: 'too-many-faults', place: { line: 1000, column: 8 } });
});

it('refuses a long line without holding it', async () => {
  let handed = 0;
  const size = 256 << 20;
  async function* chunks() {
    yield Buffer.from('1\n"');
    const filler = Buffer.alloc(4 << 20, 'x');
    for (; handed < size; handed += filler.length) yield filler;
    yield Buffer.from('"\n2\n');
  }
  const parts: Part[] = [];
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  for await (const batch of ndjsonReader.read({ path: 'long', chunks }, { recordsAt: [], limits })) {
    parts.push(...batch);
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  expect(handed).toBe(size);
  expect(most).toBeLessThan(128 << 20);
  expect(parts).toMatchObject([
    { kind: 'tree', tree: { pointer: '/0', value: 1 } },
    {
      kind: 'fault',
      fault: {
        reason: 'too-large',
        pointer: '/1',
        place: { line: 2, column: 1 },
        facts: { bytes: size + 2 },
      },
    },
    { kind: 'tree', tree: { pointer: '/2', value: 2 } },
  ]);
}, 60_000);

it('reads on behind a line that is too long, however long', async () => {
  const bounds = { ...limits, recordBytes: 1 << 16, documentBytes: 1 << 18 };
  const long = (size: number) => `{"a":1}\n"${'x'.repeat(size)}"\n{"a":2}\n`;
  for (const size of [1 << 17, 1 << 22]) {
    const { trees, faults } = await readAll(ndjsonReader, long(size), { limits: bounds });
    expect(trees.map(({ pointer }) => pointer)).toEqual(['/0', '/2']);
    expect(faults.map(({ reason }) => reason)).toEqual(['too-large']);
  }
});
