import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as library from 'yaml';
import { LineIndex } from '../../../src/documents/excerpt.ts';
import { faultPart } from '../../../src/documents/whole-text.ts';
import { emptyFault, GeneralReader } from '../../../src/documents/yaml/yaml-general.ts';
import { settleLineEnds } from '../../../src/documents/yaml/yaml-line-ends.ts';
import { quickDocument } from '../../../src/documents/yaml/yaml-quick.ts';
import type { Limits, Part, Tree } from '../../../src/model/document.ts';
import { escapeToken } from '../../../src/model/pointer.ts';
import { limits, readYaml } from './yaml-read.ts';
import { oddYaml, slippedYaml, usualYaml } from './yaml-texts.ts';

/** What the general reader alone makes of a text. */
function readGenerally(written: string, bounds: Limits): { trees: Tree[]; parts: Part[] } {
  const lines = new LineIndex(written);
  const { text } = settleLineEnds(written, lines);
  const general = new GeneralReader(library, { text, lines, limits: bounds });
  const documents = [...general.read({ at: 0 }, Number.POSITIVE_INFINITY)];
  const read = documents.flatMap((document, index) => document(documents.length > 1 ? `/${index}` : ''));
  const parts = documents.length > 0 ? read : [faultPart(emptyFault(0, lines))];
  return { trees: parts.flatMap((part) => (part.kind === 'tree' ? [part.tree] : [])), parts };
}

/** Every pointer into a value, and some that lead nowhere. */
function pointersOf(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at, `${at}/0`];
  const inside = Object.entries(value).flatMap(([name, inner]) =>
    pointersOf(inner, `${at}/${escapeToken(name)}`),
  );
  return [at, ...inside, `${at}/99`, `${at}/none`];
}

function everythingAbout(tree: Tree): unknown {
  const places = pointersOf(tree.value).map((at) => [
    at,
    tree.locate(at),
    tree.locateKey(at),
    tree.sourceText?.(at),
  ]);
  return { pointer: tree.pointer, value: tree.value, order: JSON.stringify(tree.value), places };
}

/** Holds what the reader says against what the general reader alone says. */
async function expectTheSame(text: string, changed: Partial<Limits> = {}): Promise<void> {
  const { trees, faults } = await readYaml(text, changed);
  const general = readGenerally(text, { ...limits, ...changed });
  expect(trees.map(everythingAbout)).toEqual(general.trees.map(everythingAbout));
  const ofDocuments = faults.filter(({ pointer }) => pointer !== undefined);
  const expected = general.parts.flatMap((part) => (part.kind === 'fault' ? [part.fault] : []));
  expect(ofDocuments).toEqual(expected.filter(({ pointer }) => pointer !== undefined));
}

/**
 * Whether the library starts each document afresh: behind a block scalar whose head ends in a marker (`|- ---`, an error) it reads the
 * next document as if it still were in the scalar.
 */
function isInStep(text: string): boolean {
  return !/[|>][-+\d]*[ \t]+(?:---|\.\.\.)/.test(text);
}

function isQuick(text: string): boolean {
  return quickDocument({ text, lines: new LineIndex(text), limits }, 0) !== undefined;
}

describe('the quick YAML reader', () => {
  it('says of usual texts what the general one says', async () => {
    let quick = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(usualYaml, async (text) => {
        all += 1;
        if (isQuick(text)) quick += 1;
        await expectTheSame(text);
      }),
      { numRuns: 500 },
    );
    // A property of the general reader alone would hold nothing.
    expect(quick / all).toBeGreaterThan(0.4);
  }, 60_000);

  it.each(['- 1\n...\n ---\na: s\n', '- 1\n...\n# c\n ---\n   # c\na: s\n...\n- n\n'])(
    'takes an indented --- behind a document for text: %j',
    (text) => expectTheSame(text),
  );

  it('says of odd and broken texts what the general one says', async () => {
    await fc.assert(
      fc.asyncProperty(oddYaml.filter(isInStep), (text) => expectTheSame(text)),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(slippedYaml.filter(isInStep), (text) => expectTheSame(text)),
      { numRuns: 500 },
    );
  }, 60_000);

  it('keeps the limits of the general one', async () => {
    const bounds = fc.record({
      nodes: fc.integer({ min: 1, max: 12 }),
      yaml: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(usualYaml, bounds, (text, { nodes, yaml }) =>
        expectTheSame(text, { nodes, depth: { json: 9, yaml } }),
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  it.each([
    [
      '# 目录\nrecords:\n  - 标题: 医疗机构名录\n    keyword: [名录, "open data"]\n    items:\n    - {name: a, length: 1}\n',
    ],
    ['a: 1\r\nb:\r\n- x\r\n- |\r\n  two\r\n  lines\r\n'],
    ['{\n\t"a": [1, 2.50, null],\n\t"b": "\\u4e2d\\n"\n}\n'],
    ['---\n- - a\n  - b\n-\n  c: >-\n    folded\n    text\n...\n'],
    ['id: 12345678901234567890\nid: again\n'],
    ['  a: |+\n\n    kept\n\n  # c\n'],
  ])('takes %j', async (text) => {
    expect(isQuick(text)).toBe(true);
    await expectTheSame(text);
  });

  it.each([
    ...[
      '',
      '# c\n',
      '---\n',
      'text',
      'a: b: c',
      'a\nb: 1',
      'a: !t b',
      'a: &x 1',
      '? a',
      '[a: b]',
      '{a, b: 1}',
    ],
    ...[
      'a:\n\tb: 1',
      'a: "\\ud800"',
      'a: [1',
      'a: [1\nb]',
      '<<: {}',
      'a: |2\n   x',
      '--- a: 1',
      '%YAML 1.2\n---\na: 1',
    ],
    ...[
      'a: 1\n...\n...\n',
      'a: 1\n...\n%X\n---\nb: 1\n',
      `${'k'.repeat(1001)}: 1`,
      '- '.repeat(101),
      'a: *b',
    ],
  ])('leaves %j to the general one', async (text) => {
    expect(isQuick(text)).toBe(false);
    await expectTheSame(text);
  });

  it('takes turns with the general one, document by document', async () => {
    const odd = 'a: !unit 1\n';
    const texts = [
      `b: 1\n---\n${odd}---\nc: 2\n`,
      `${odd}...\n%YAML 1.1\n---\nb: 1\n---\nc: 2\n`,
      `${odd}---\n`.repeat(5),
      `a: [1\n---\nb: 1\n---\n${odd}... # c\nd: 1\n`,
    ];
    for (const text of texts) await expectTheSame(text);
  });

  it.each([
    ['text', '---\ntext\nmore\n'],
    ['open quotes', "---\na: 'b\n"],
    ['open brackets', '---\n[a,\n'],
  ])(
    'does not look beyond a document of %s again and again',
    (_, document) => {
      const text = document.repeat(100_000);
      const source = { text, lines: new LineIndex(text), limits };
      // Each look at the whole text would take a millisecond.
      const started = performance.now();
      for (let n = 0; n < 20_000; n += 1) expect(quickDocument(source, n * document.length)).toBe(undefined);
      expect(performance.now() - started).toBeLessThan(10_000);
    },
    20_000,
  );

  it('reads a megabyte of numbers, keys or items', async () => {
    const numbers = await readYaml(`a: [${'1, '.repeat(300_000)}]`);
    expect(numbers.trees[0]?.value).toEqual({ a: Array(300_000).fill(1) });
    const items = await readYaml(`a:\n${'- b: 1\n'.repeat(150_000)}`);
    expect(items.trees[0]?.locate('/a/149999/b').place).toMatchObject({ line: 150_001, column: 6 });
  }, 20_000);
});
