import { describe, expect, it } from 'vitest';
import { placeText } from '../../../src/model/place.ts';
import { treeOf } from './yaml-read.ts';

const text = `dataset:
  - id: hlth-0012
    "标题": GP practices
    keyword: [health, 'gp']
    note: |
      two
      lines
    contact: &team
      kind: team
      email: a@b.example
  - id: hlth-0013
    contact: *team
empty:
`;

describe('places in a YAML document', () => {
  it.each([
    ['', '1:1', '1:1'],
    ['/dataset', '2:3', '1:1'],
    ['/dataset/0', '2:5', '2:5'],
    ['/dataset/0/id', '2:9', '2:5'],
    ['/dataset/0/标题', '3:11', '3:5'],
    ['/dataset/0/keyword/1', '4:23', '4:23'],
    ['/dataset/0/note', '5:11', '5:5'],
    ['/dataset/1/contact', '12:14', '12:5'],
    ['/dataset/1/contact/email', '10:14', '10:7'],
    ['/empty', '13:7', '13:1'],
    // What is absent is found at what encloses it.
    ['/dataset/0/publisher', '2:5', '2:5'],
    ['/dataset/7', '2:3', '2:3'],
    ['/dataset/x', '2:3', '2:3'],
    ['/dataset/0/id/x', '2:9', '2:9'],
  ])('finds %s', async (pointer, value, key) => {
    const tree = await treeOf(text);
    expect(placeText(tree.locate(pointer).place)).toBe(value);
    expect(placeText(tree.locateKey(pointer).place)).toBe(key);
  });

  it('marks the whole value and shows its line', async () => {
    const tree = await treeOf(text);
    expect(tree.locate('/dataset/0/keyword')).toEqual({
      place: { line: 4, column: 14, endLine: 4, endColumn: 28 },
      excerpt: { text: "    keyword: [health, 'gp']", from: 13, length: 14 },
    });
    expect(tree.locate('/dataset/0/note').place).toEqual({ line: 5, column: 11, endLine: 7, endColumn: 12 });
  });

  it('counts columns in UTF-16 units and lines by any line end', async () => {
    const tree = await treeOf('a: 1\r\n"😀": x\r\nb: {é: y}\r\n');
    expect(placeText(tree.locate('/😀').place)).toBe('2:7');
    expect(placeText(tree.locate('/b/é').place)).toBe('3:8');
  });

  it('finds the value that was taken of a key given twice', async () => {
    const { yamlReader } = await import('../../../src/documents/yaml/yaml.ts');
    expect(yamlReader.extensions).toEqual(['.yaml', '.yml']);
    const { readYaml } = await import('./yaml-read.ts');
    const { trees } = await readYaml('a: 1\na: 2\n');
    expect(placeText(trees[0]?.locate('/a').place ?? { line: 0, column: 0 })).toBe('2:4');
  });

  it('stays quick with many keys', async () => {
    const tree = await treeOf(Array.from({ length: 20_000 }, (_, n) => `k${n}: ${n}`).join('\n'));
    let lines = 0;
    for (let n = 0; n < 20_000; n += 1) {
      const { place } = tree.locate(`/k${n}`);
      if ('line' in place && place.line === n + 1) lines += 1;
    }
    expect(lines).toBe(20_000);
  }, 10_000);
});
