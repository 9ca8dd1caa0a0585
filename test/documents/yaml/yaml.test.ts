import { describe, expect, it } from 'vitest';
import { limits, readYaml, told, treeOf } from './yaml-read.ts';

describe('values of YAML 1.2', () => {
  it('reads a record as a department writes it', async () => {
    const tree = await treeOf(
      '# 卫生健康委\n信息资源名称: 医疗机构名录\ntheme: health\nitems:\n  - name: 机构编码\n    length: 18\n  - {name: 机构名称, length: 200}\nopen: true\nnote: >-\n  每月\n  更新\n',
    );
    expect(tree.pointer).toBe('');
    expect(tree.value).toEqual({
      信息资源名称: '医疗机构名录',
      theme: 'health',
      items: [
        { name: '机构编码', length: 18 },
        { name: '机构名称', length: 200 },
      ],
      open: true,
      note: '每月 更新',
    });
  });

  it.each([
    ['0123', 123],
    ['1_024', '1_024'],
    ['0o17', 15],
    ['0x1F', 31],
    ['1e3', 1000],
    ['1.10', 1.1],
    ['NO', 'NO'],
    ['yes', 'yes'],
    ['on', 'on'],
    ['True', true],
    ['~', null],
    ['', null],
    ['2017-05-01', '2017-05-01'],
    ['12:30:45', '12:30:45'],
    ['中文 值', '中文 值'],
  ])('reads `%s` by the core schema and keeps what is written', async (written, value) => {
    const tree = await treeOf(`a: ${written}\nb: [${written === '' ? '~' : written}]\n`);
    expect(tree.value).toMatchObject({ a: value });
    expect(tree.sourceText?.('/a')).toBe(written);
  });

  it('keeps source text only of plain scalars', async () => {
    const tree = await treeOf('a: "0123"\nb: |\n  0123\nc: !!str 0123\nd: &x 0123\ne: *x\nf: two\n  lines\n');
    const written = ['/a', '/b', '/c', '/d', '/e', '/f', '', '/nothing', '/a/b'].map((at) =>
      tree.sourceText?.(at),
    );
    expect(written).toEqual([
      undefined,
      undefined,
      '0123',
      '0123',
      '0123',
      'two\n  lines',
      undefined,
      undefined,
      undefined,
    ]);
    expect(tree.value).toMatchObject({ c: '0123', e: 123 });
  });

  it('takes names as they are written', async () => {
    const { trees, faults } = await readYaml('01: a\n1.0: b\n~: c\ntrue: d\n"x y": e\n? 2017-01-01\n: f\n');
    expect(trees[0]?.value).toEqual({
      '01': 'a',
      '1.0': 'b',
      '~': 'c',
      true: 'd',
      'x y': 'e',
      '2017-01-01': 'f',
    });
    expect(faults).toEqual([]);
  });

  it('pollutes no prototype', async () => {
    const { value } = await treeOf('__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\n');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  });

  it('copies what an alias stands for, the anchor given last before it', async () => {
    const { value } = await treeOf('a: &x {n: 1}\nb: *x\nc: &x {n: 2}\nd: [*x, *x]\n');
    expect(value).toEqual({ a: { n: 1 }, b: { n: 1 }, c: { n: 2 }, d: [{ n: 2 }, { n: 2 }] });
    const { a, b } = value as { a: object; b: object };
    expect(a).not.toBe(b);
  });
});

describe('several documents', () => {
  it('gives a tree for each, numbered when there are several', async () => {
    const { trees } = await readYaml('a: 1\n---\nb: 2\n...\n---\nc: 3\n');
    expect(trees.map(({ pointer, value }) => [pointer, value])).toEqual([
      ['/0', { a: 1 }],
      ['/1', { b: 2 }],
      ['/2', { c: 3 }],
    ]);
  });

  it.each([
    ['a: [1', 'not-yaml'],
    ['a: b: c', 'not-yaml'],
    ['- a\nb: 1', 'not-yaml'],
    ['a: b: c\n...', 'not-yaml'],
    ['a: "closed" too late', 'not-yaml'],
    ['a: 1\n... b', 'not-yaml'],
    [']', 'not-yaml'],
    ['['.repeat(200), 'too-deep'],
    ['- *nowhere', 'unresolved-alias'],
  ])('goes on behind the broken document `%s`', async (broken, reason) => {
    const { trees, faults } = await readYaml(`a: 1\n---\n${broken}\n---\nb: [2]\n...\nc: 3\n`);
    expect(trees.map(({ pointer, value }) => [pointer, value])).toEqual([
      ['/0', { a: 1 }],
      ['/2', { b: [2] }],
      ['/3', { c: 3 }],
    ]);
    expect(faults.map((fault) => fault.reason)).toEqual([reason]);
    expect(faults[0]?.pointer).toMatch(/^\/1/);
    expect(trees[1]?.locate('/b/0').place).toMatchObject({ line: 5 + broken.split('\n').length - 1 });
  });
});

describe('faults', () => {
  it('refuses only the document that a broken directive stands for', async () => {
    const { trees, faults } = await readYaml('a: 1\n...\n%YAML\n---\nb: 2\n---\nc: 3\n');
    expect(trees.map(({ pointer }) => pointer)).toEqual(['/0', '/2']);
    expect(told(faults)).toEqual(['document/syntax not-yaml 3:1 /1']);
  });

  it('blames a quote that is never closed, which swallows the documents behind it', async () => {
    const { trees, faults } = await readYaml('a: 1\n---\nb: "open\n---\nc: 3\n');
    expect(trees.map(({ pointer }) => pointer)).toEqual(['/0']);
    expect(faults.map(({ reason, pointer }) => [reason, pointer])).toEqual([['not-yaml', '/1']]);
  });

  it.each([
    ['', ['document/syntax empty 1:1']],
    ['# nothing yet\n\n', ['document/syntax empty 1:1']],
    ['---\n', ['document/syntax empty 1:1']],
    ['a:\n\tb: 1\n', ['document/syntax tab-indentation 2:1']],
    ['&a [*a]', ['document/syntax recursive-alias 1:5 /0']],
    ['a: *b\nb: &b 1', ['document/syntax unresolved-alias 1:4 /a']],
    ['? [a, b]\n: c', ['document/syntax complex-key 1:3']],
    ['%YAML 1.2\n', ['document/syntax not-yaml 1:10']],
    ['%YAML 1.2\n%YAML 1.2\n---\na: 1\n', ['document/syntax not-yaml 2:1']],
  ])('refuses %j', async (text, expected) => {
    const { trees, faults } = await readYaml(text);
    expect(told(faults)).toEqual(expected);
    expect(trees).toEqual([]);
    expect(faults.every(({ excerpt }) => excerpt !== undefined)).toBe(true);
  });

  it.each([
    ['a: 1\nb: 2\na: 3', ['document/duplicate-key duplicate-key 3:1 /a'], { a: 3, b: 2 }],
    ['1: a\n"1": b', ['document/duplicate-key duplicate-key 2:1 /1'], { 1: 'b' }],
    ['a: !unit 5', ['document/syntax unknown-tag 1:4'], { a: '5' }],
    ['a: !!timestamp 2017-05-01', ['document/syntax unknown-tag 1:4'], { a: '2017-05-01' }],
    ['%YAML 1.1\n---\na: no\nb: 012', ['document/syntax yaml-1.1 1:1'], { a: 'no', b: 12 }],
    ['%PAGE 1\n---\na: 1', ['document/syntax unknown-directive 1:1'], { a: 1 }],
    ['x: &x {a: 1}\n<<: *x', ['document/syntax merge-key 2:1 /<<'], { x: { a: 1 }, '<<': { a: 1 } }],
    [': 1', ['document/syntax empty-key 1:1 /'], { '': 1 }],
    ['id: 12345678901234567890', ['document/syntax beyond-2^53 1:5 /id'], { id: 12345678901234567000 }],
    ['a: 0x20000000000001', ['document/syntax beyond-2^53 1:4 /a'], { a: 9007199254740992 }],
    ['a: 1e400', ['document/syntax beyond-2^53 1:4 /a'], { a: Number.POSITIVE_INFINITY }],
    ['a: .inf', ['document/syntax not-finite 1:4 /a'], { a: Number.POSITIVE_INFINITY }],
    ['a: "\\uD800"', ['document/syntax lone-surrogate 1:4 /a'], { a: '\ud800' }],
    ["a: 'x\0y'", ['document/syntax nul-character 1:6'], { a: 'x\0y' }],
    ['a: \uFEFFb', ['document/syntax byte-order-mark-inside 1:4'], { a: '\uFEFFb' }],
    ['a: 1\r\nb: 2\nc: 3\r\n', ['document/syntax mixed-line-ends 2:5'], { a: 1, b: 2, c: 3 }],
    ['a: 1\rb:\r  - c\r', ['document/syntax carriage-returns 1:5'], { a: 1, b: ['c'] }],
  ])('says what is wrong with %j and reads it', async (text, expected, value) => {
    const { trees, faults } = await readYaml(text);
    expect(told(faults)).toEqual(expected);
    expect(trees[0]?.value).toEqual(value);
  });

  it('says where the first of two equal keys stands', async () => {
    const { faults } = await readYaml('record:\n  title: a\n  title: b\n');
    expect(faults[0]?.facts).toEqual({ name: 'title', firstLine: 2, firstColumn: 3 });
    expect(faults[0]?.excerpt).toEqual({ text: '  title: b', from: 2, length: 5 });
  });

  it('passes on what the library says, and knows the colon of a Chinese keyboard', async () => {
    const { faults } = await readYaml('名称：目录\n主题: 卫生\n');
    expect(told(faults)).toEqual(['document/syntax not-yaml 1:1']);
    expect(faults[0]?.facts).toEqual({
      detail: 'Implicit keys need to be on a single line',
      hint: 'full-width-colon',
    });
  });

  it('blames the line that stands too far left for its quote', async () => {
    const { faults } = await readYaml('title: "Open data\nof the city"\ntheme: health\n');
    expect(told(faults)).toEqual(['document/syntax not-yaml 2:1']);
    expect(faults[0]?.facts).toEqual({ detail: 'Missing closing "quote', hint: 'continuation-indentation' });
    expect(faults[0]?.excerpt?.text).toBe('of the city"');
    const { faults: plain } = await readYaml('title: "Open data');
    expect(plain[0]?.facts).toEqual({ detail: 'Missing closing "quote' });
  });

  it('tells faults of one kind a hundred times, then counts', async () => {
    const { faults } = await readYaml(Array.from({ length: 150 }, (_, n) => `a${n}: !t 1\n`).join(''));
    expect(faults).toHaveLength(101);
    const facts = { of: 'unknown-tag', told: 100, more: 50 };
    expect(faults.at(-1)).toMatchObject({ reason: 'more-faults', facts, place: { line: 100 } });
  });

  it('decodes GB18030 and says so', async () => {
    const { trees, faults } = await readYaml(new Uint8Array([0x61, 0x3a, 0x20, 0xd6, 0xd0, 0xce, 0xc4]));
    expect(trees[0]?.value).toEqual({ a: '中文' });
    expect(told(faults)).toEqual(['document/encoding not-utf-8 1:4']);
  });

  it('refuses more bytes than it may hold', async () => {
    expect((await readYaml('a: 123', { documentBytes: 6 })).trees).toHaveLength(1);
    expect(told((await readYaml('a: 1234', { documentBytes: 6 })).faults)).toEqual([
      'document/syntax too-large -',
    ]);
  });

  it('gives up a stream of a thousand documents without one that can be read', async () => {
    const { faults } = await readYaml('---\n'.repeat(5000));
    expect(faults).toHaveLength(1001);
    expect(faults.at(-1)).toMatchObject({ reason: 'too-many-faults', place: { line: 1000 } });
  });

  it('counts values, those of aliases as often as they are used', async () => {
    const text = 'a: &x [1, 2]\nb: *x\n';
    expect((await readYaml(text, { nodes: 7 })).trees).toHaveLength(1);
    expect(told((await readYaml(text, { nodes: 6 })).faults)).toEqual([
      'document/syntax too-many-nodes 1:11 /b/1',
    ]);
  });

  it.each([
    [(depth: number) => '['.repeat(depth) + ']'.repeat(depth)],
    [(depth: number) => '- '.repeat(depth)],
    [(depth: number) => Array.from({ length: depth }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
  ])('counts collections inside each other', async (nested) => {
    const bounds = { depth: { json: 1, yaml: 5 } };
    expect((await readYaml(nested(4), bounds)).faults).toEqual([]);
    expect((await readYaml(nested(5), bounds)).faults).toEqual([]);
    expect((await readYaml(nested(6), bounds)).faults.map(({ reason }) => reason)).toEqual(['too-deep']);
    expect((await readYaml(nested(9), bounds)).faults.map(({ reason }) => reason)).toEqual(['too-deep']);
    expect(limits.depth.yaml).toBe(100);
  });
});
