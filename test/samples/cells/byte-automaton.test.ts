import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteAutomaton } from '../../../src/samples/cells/byte-automaton.ts';
import { bytesOfCodePoint } from '../../../src/samples/cells/byte-length.ts';
import { characterSet } from '../../../src/samples/cells/character-set.ts';
import { runs } from './run-cell-test.ts';

const free = {
  cleanEdges: false,
  min: 0,
  max: Number.POSITIVE_INFINITY,
  unit: 'characters',
  encoding: 'utf-8',
} as const;

const atom = fc.constantFrom(
  'a',
  'b',
  '0',
  '7',
  '中',
  '年',
  '𠮷',
  '-',
  '.',
  '\\d',
  '\\w',
  '\\s',
  '\\D',
  '\\S',
  '[a-c]',
  '[^a0]',
  '[\\u4e00-\\u9fff]',
  '[一-龥]',
  '\\p{Script=Han}',
  '\\p{L}',
  '[\\d.-]',
  '\\.',
  '[^\\s]',
  '\\u{20bb7}',
  '[𠮷a]',
  '\\b',
  '\\B',
  '^',
  '$',
);
const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'p' },
    atom,
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => a + b),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(?:${a}|${b})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{0,2}', '{2,}'))
      .map(([a, q]) => `(?:${a})${q}`),
    tie('pattern').map((a) => `^(?:${a})$`),
  ),
}));
const text = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      'c',
      '0',
      '7',
      '中',
      '年',
      '龥',
      '𠮷',
      '-',
      '.',
      ' ',
      '\n',
      'é',
      '\u3000',
      '_',
      '\u2028',
      '\ufeff',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** V8 finds `\B` between the halves of a character: `/\B/u.exec('a𠮷a').index` is 2, where ECMA-262 has no place for a match. */
function misjudges(source: string, one: string): boolean {
  return source.includes('\\B') && one.includes('𠮷');
}

describe('byteAutomaton', () => {
  it('says the same as RegExp', () => {
    let made = 0;
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 5, maxLength: 12 }), (source, texts) => {
        const automaton = byteAutomaton(source, free);
        if (automaton === undefined) return;
        made += 1;
        const shape = new RegExp(source, 'u');
        for (const one of texts) {
          if (misjudges(source, one)) continue;
          expect([source, one, runs(automaton, new TextEncoder().encode(one))]).toEqual([
            source,
            one,
            shape.test(one),
          ]);
        }
      }),
      { numRuns: 600 },
    );
    expect(made).toBeGreaterThan(500);
  });

  it('keeps length and clean edges together with the pattern', () => {
    fc.assert(
      fc.property(
        pattern,
        fc.array(text, { minLength: 5, maxLength: 12 }),
        fc.tuple(fc.nat(6), fc.nat(10)),
        (source, texts, [min, max]) => {
          const claims = { cleanEdges: true, min, max, unit: 'bytes', encoding: 'utf-8' } as const;
          const automaton = byteAutomaton(source, claims);
          if (automaton === undefined) return;
          for (const one of texts) {
            if (misjudges(source, one)) continue;
            const bytes = new TextEncoder().encode(one);
            const isClean = !/^[\s\ufeff]|[\s\ufeff]$/u.test(one);
            const expected =
              new RegExp(source, 'u').test(one) && bytes.length >= min && bytes.length <= max && isClean;
            expect([source, one, runs(automaton, bytes)]).toEqual([source, one, expected]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each(['(?=a)b', '(a)\\1', '(?<!a)b', '(?:a{1,500}b){1,20}', '[01]*1[01]{14}', '('])(
    'leaves %s to the judge',
    (source) => {
      expect(byteAutomaton(source, free)).toBeUndefined();
    },
  );

  it('accepts no bytes that are not UTF-8', () => {
    const automaton = byteAutomaton('', free);
    expect(automaton).toBeDefined();
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 6 }), (bytes) => {
        const isText = (() => {
          try {
            return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) !== undefined;
          } catch {
            return false;
          }
        })();
        if (automaton !== undefined) expect(runs(automaton, bytes)).toBe(isText);
      }),
      { numRuns: 20_000 },
    );
  });

  it('has an automaton for the patterns of the built-in standards that are regular, right on their own examples', () => {
    const sources = new Set(
      readdirSync('schemas/standards', { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.json'))
        .flatMap((path) => [
          ...readFileSync(`schemas/standards/${path}`, 'utf8').matchAll(/"pattern":\s*("(?:[^"\\]|\\.)*")/g),
        ])
        .map(([, quoted = '""']) => String(JSON.parse(quoted))),
    );
    const none = [...sources].filter((source) => byteAutomaton(source, free) === undefined);
    for (const source of sources) {
      const automaton = byteAutomaton(source, free);
      if (automaton === undefined) continue;
      fc.assert(
        fc.property(fc.oneof(text, fc.stringMatching(safe(source))), (one) => {
          expect([source, one, runs(automaton, new TextEncoder().encode(one))]).toEqual([
            source,
            one,
            new RegExp(source, 'u').test(one),
          ]);
        }),
        { numRuns: 50 },
      );
    }
    expect({ all: sources.size, none }).toMatchInlineSnapshot(`
      {
        "all": 6,
        "none": [
          "^(?:irregular|R/P(?=[\\dT])(?:\\d+(?:\\.\\d+)?Y)?(?:\\d+(?:\\.\\d+)?M)?(?:\\d+(?:\\.\\d+)?W)?(?:\\d+(?:\\.\\d+)?D)?(?:T(?=\\d)(?:\\d+(?:\\.\\d+)?H)?(?:\\d+(?:\\.\\d+)?M)?(?:\\d+(?:\\.\\d+)?S)?)?)$",
        ],
      }
    `);
  });
});

/** An expression that fast-check can make texts from, or one for anything. */
function safe(source: string): RegExp {
  try {
    const shape = new RegExp(source, 'u');
    fc.sample(fc.stringMatching(shape), 1);
    return shape;
  } catch {
    return /^.{0,10}$/u;
  }
}

describe('characterSet', () => {
  it.each([
    'a',
    '.',
    '\\d',
    '\\w',
    '\\s',
    '\\S',
    '\\W',
    '[^a-z]',
    '[\\w.-]',
    '[一-龥]',
    '[^\\d\\s]',
    '\\p{L}',
    '\\P{Han}',
    '[\\]\\-]',
    '\\x41',
    '\\u4e00',
    '[a-]',
    '[-a]',
    '[\\u4e00-\\u9fa5A-Z]',
    '\\cA',
    '[^]',
    '𠮷',
  ])('of %s is what RegExp says', (source) => {
    let usable: RegExp;
    try {
      usable = new RegExp(`^(?:${source})$`, 'u');
    } catch {
      return;
    }
    const set = characterSet(source, true);
    const wrong: number[] = [];
    for (let code = 0; code < 0x40000; code += 1) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const isIn = set.some(([from, to]) => code >= from && code <= to);
      if (isIn !== usable.test(String.fromCodePoint(code))) wrong.push(code);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});

describe('bytesOfCodePoint', () => {
  it('counts GB 18030 as its decoder reads it', () => {
    expect([...'a é中䶮𠮷€'].map((char) => bytesOfCodePoint(char.codePointAt(0) ?? 0, 'gb18030'))).toEqual([
      1, 1, 2, 2, 2, 4, 2,
    ]);
    for (let code = 0x4e00; code < 0x9fa6; code += 1) expect(bytesOfCodePoint(code, 'gb18030')).toBe(2);
    expect(bytesOfCodePoint('ñ'.charCodeAt(0), 'gb18030')).toBe(4);
  });
});
