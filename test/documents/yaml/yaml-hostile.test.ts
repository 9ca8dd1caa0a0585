import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from './yaml-read.ts';

function aliasBomb(levels: number, width: number): string {
  const lines = ['a0: &a0 ["lol"]'];
  for (let n = 1; n <= levels; n += 1)
    lines.push(
      `a${n}: &a${n} [${Array(width)
        .fill(`*a${n - 1}`)
        .join(', ')}]`,
    );
  return `${lines.join('\n')}\n`;
}

/** Generous: the machine may be busy. Measured alone, each takes less than a second. */
const patience = 10_000;

describe('hostile YAML', () => {
  it.each([
    ['alias bomb', aliasBomb(9, 9), 'too-many-nodes'],
    ['explicit keys', `${'? '.repeat(800)}x`, 'too-deep'],
    ['explicit keys in a list', `[${'? '.repeat(300)}x]`, undefined],
    ['open brackets', '['.repeat(100_000), 'too-deep'],
    ['closed brackets', '['.repeat(100_000) + ']'.repeat(100_000), 'too-deep'],
    ['open braces', '{a: '.repeat(50_000), 'too-deep'],
    ['dashes', '- '.repeat(100_000), 'too-deep'],
    ['indentation', Array.from({ length: 1000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'), 'too-deep'],
    [
      'a chain of anchors',
      Array.from({ length: 3000 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}]`)
        .join('\n')
        .replace('*a0', '0'),
      'too-deep',
    ],
    ['commas', `[${','.repeat(100_000)}`, 'not-yaml'],
    ['closing brackets', ']'.repeat(100_000), 'not-yaml'],
    ['quotes', '"'.repeat(100_000), 'not-yaml'],
    ['anchors', '&a '.repeat(100_000), 'not-yaml'],
    ['mappings on one line', 'a: b: c\n'.repeat(10_000), 'not-yaml'],
  ])(
    'refuses %s',
    async (_, text, reason) => {
      const { trees, faults } = await readYaml(text);
      expect(trees).toEqual([]);
      if (reason === undefined) expect(faults.length).toBeGreaterThan(0);
      else expect(faults.map((fault) => fault.reason)).toEqual([reason]);
    },
    patience,
  );

  it(
    'survives deep nesting again and again in one process',
    async () => {
      for (let n = 0; n < 20; n += 1) {
        const { faults } = await readYaml('['.repeat(2000 + n));
        expect(faults[0]?.reason).toBe('too-deep');
      }
    },
    patience,
  );

  it(
    'reads what only looks hostile',
    async () => {
      const aliases = await readYaml(`b: &b foo\nl:\n${' - *b\n'.repeat(1000)}`);
      expect(aliases.faults).toEqual([]);
      expect(aliases.trees[0]?.value).toEqual({ b: 'foo', l: Array(1000).fill('foo') });
      const keys = await readYaml(Array.from({ length: 40_000 }, (_, n) => `k${n}: ${n}`).join('\n'));
      expect(keys.faults).toEqual([]);
      expect(keys.trees[0]?.value).toMatchObject({ k0: 0, k39999: 39_999 });
    },
    patience,
  );

  it('is never silent and never throws', async () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        '值',
        '1',
        '~',
        ' ',
        '  ',
        '\n',
        '\r',
        '\t',
        ': ',
        '- ',
        '? ',
        ', ',
        '[',
        ']',
        '{',
        '}',
        '&a ',
        '*a',
      ],
      ...[
        '!t ',
        '!!int ',
        '"',
        "'",
        '|\n',
        '>-\n',
        '#',
        ' #c\n',
        '---\n',
        '...\n',
        '%YAML 1.1\n',
        '<<: ',
        '\0',
        '\uFEFF',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const { trees, faults } = await readYaml(pieces.join(''));
        expect(trees.length + faults.length).toBeGreaterThan(0);
        for (const tree of trees) expect(tree.locate('').place).toBeDefined();
        for (const fault of faults) expect(fault.excerpt).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  }, 30_000);

  it('reads any JSON as JSON.parse does', async () => {
    const name = fc.string({ maxLength: 6 }).filter((text) => text !== '__proto__');
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'grapheme' }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(name, tie('any'), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).any;
    await fc.assert(
      fc.asyncProperty(value, async (expected) => {
        const { trees, faults } = await readYaml(JSON.stringify(expected, null, 1));
        expect(faults.filter(({ check }) => check === 'document/syntax').map(({ reason }) => reason)).toEqual(
          [],
        );
        expect(trees[0]?.value).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  }, 30_000);
});
