import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonReader } from '../../../src/documents/json/json.ts';
import { doubleKeeps } from '../../../src/documents/json/json-number.ts';
import { parseJson } from '../../../src/documents/json/json-parser.ts';
import { JsonScanner } from '../../../src/documents/json/json-scanner.ts';
import { SpanIndex } from '../../../src/documents/json/json-spans.ts';
import { ndjsonReader } from '../../../src/documents/json/ndjson.ts';
import type { Tree } from '../../../src/model/document.ts';
import { valueAt } from '../../../src/model/pointer.ts';
import { pointersOf, readAll, told } from './json-support.ts';

/** JSON texts as people and programs write them: any indent, any line end, now and then escaped. */
const value = fc
  .jsonValue({ maxDepth: 5, stringUnit: 'binary' })
  .map((any) => JSON.parse(JSON.stringify(any)) as unknown);
const text = fc
  .record({
    value,
    indent: fc.constantFrom('', ' ', '\t', '    '),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    ascii: fc.boolean(),
  })
  .map(({ value: any, indent, lineEnd, ascii }) => {
    const written = JSON.stringify(any, undefined, indent).replaceAll('\n', lineEnd);
    return ascii
      ? written.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      : written;
  });

/** Nearly JSON: a valid text with a few characters put in, taken out or doubled. */
const damaged = fc
  .record({
    base: text,
    edits: fc.array(
      fc.record({
        at: fc.nat(),
        insert: fc.constantFrom(
          '',
          ',',
          '"',
          "'",
          '}',
          ']',
          '{',
          '[',
          ':',
          '\\',
          '\n',
          '//',
          '/*',
          '*/',
          '\u0000',
          '1e999',
          '\ufeff',
          'x',
          '数',
        ),
        remove: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ base, edits }) =>
    edits.reduce((result, { at, insert, remove }) => {
      const index = at % (result.length + 1);
      return result.slice(0, index) + insert + result.slice(index + remove);
    }, base),
  );

describe('the exact parser', () => {
  it('gives what JSON.parse gives, without a syntax fault', () => {
    fc.assert(
      fc.property(text, (json) => {
        const parsed = parseJson(json, { depth: 100 });
        expect(parsed.complete).toBe(true);
        expect(parsed.value).toEqual(JSON.parse(json));
        expect(
          parsed.faults.filter(
            ({ reason }) => !['lone-surrogate', 'nul-character', 'beyond-2^53'].includes(reason),
          ),
        ).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses what JSON.parse refuses, and only that', () => {
    fc.assert(
      fc.property(damaged, (json) => {
        let valid = true;
        try {
          JSON.parse(json);
        } catch {
          valid = false;
        }
        const { faults } = parseJson(json, { depth: 100 });
        const refused = faults.some(
          ({ check, reason, facts }) =>
            check === 'document/syntax' &&
            !['lone-surrogate', 'beyond-2^53'].includes(reason) &&
            facts?.['escaped'] !== 1,
        );
        expect(refused).toBe(!valid);
      }),
      { numRuns: 2000 },
    );
  });

  it('places every value exactly', () => {
    fc.assert(
      fc.property(text, (json) => {
        const { value: root, spans } = parseJson(json, { depth: 100 });
        const index = new SpanIndex(json, spans);
        for (const pointer of pointersOf(root)) {
          const { span, exact } = index.find(pointer);
          expect(exact).toBe(true);
          expect(JSON.parse(json.slice(span.start, span.end))).toEqual(valueAt(root, pointer));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the scanner', () => {
  const scan = (bytes: Uint8Array, cuts: readonly number[]) => {
    const scanner = new JsonScanner();
    scanner.begin(bytes[0] ?? 0);
    for (const end of [...cuts, bytes.length]) {
      const to = scanner.scan(bytes, { origin: 0, end, last: end === bytes.length });
      if (to >= 0) return { to, scanner };
    }
    return { to: -1, scanner };
  };

  it('finds the same end of a value however it arrives', () => {
    fc.assert(
      fc.property(fc.oneof(text, damaged), fc.array(fc.nat()), (json, cuts) => {
        const bytes = Buffer.from(`${json.trimStart() || '0'} ,{"next": 1}]`);
        if (',]}:'.includes(String.fromCharCode(bytes[0] ?? 0))) return;
        const sorted = [...new Set(cuts.map((cut) => cut % bytes.length))].sort((a, b) => a - b);
        const whole = scan(bytes, []);
        const pieces = scan(bytes, sorted);
        expect(pieces.to).toBe(whole.to);
        if (whole.scanner.suspicious) expect(pieces.scanner.suspicious).toBe(true);
        expect(pieces.scanner.members).toBe(whole.scanner.members);
        expect(pieces.scanner.lines).toBe(whole.scanner.lines);
      }),
      { numRuns: 3000 },
    );
  });

  it('is suspicious of everything that JSON.parse would take in silence', () => {
    fc.assert(
      fc.property(text, (json) => {
        const { scanner, to } = scan(Buffer.from(json), []);
        const { faults } = parseJson(json, { depth: 1000 });
        expect(to).toBe(json.trimStart() === json ? Buffer.byteLength(json) : to);
        if (faults.some(({ reason }) => reason !== 'duplicate-key'))
          expect(scanner.suspicious || scanner.longNumbers).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the readers', () => {
  it('split an array into the elements that JSON.parse sees, at places that hold their text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 6 }), fc.boolean(), async (elements, wrapped) => {
        const array = `[${elements.join(' ,\n')}]`;
        const json = wrapped ? `{"@type": "目录",\n "dataset": ${array}, "n": 1}` : array;
        const { trees } = await readAll(jsonReader, json, { recordsAt: ['/*', '/dataset/*'] });
        const records = trees.slice(0, elements.length);
        expect(records.map((tree) => tree.value)).toEqual(elements.map((element) => JSON.parse(element)));
        expect(trees).toHaveLength(elements.length + 1);
        for (const tree of trees) expectPlaces(tree, json);
      }),
      { numRuns: 150 },
    );
  });

  it('give the same parts however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(text, damaged), { maxLength: 4 }),
        fc.integer({ min: 1, max: 64 }),
        async (elements, chunk) => {
          for (const [reader, json] of [
            [jsonReader, `{"a": 1, "dataset": [${elements.join(',')}]}`],
            [ndjsonReader, elements.join('\n')],
          ] as const) {
            const bytes = Buffer.from(json);
            const whole = await readAll(reader, bytes, { recordsAt: ['/dataset/*'] });
            const pieces = await readAll(reader, bytes, { recordsAt: ['/dataset/*'], chunk });
            expect(seen(pieces)).toEqual(seen(whole));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('judge a record like a whole document', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, damaged), async (json) => {
        const single = json.replaceAll(/[\r\n]/g, ' ');
        const whole = await readAll(jsonReader, single);
        const line = await readAll(ndjsonReader, single);
        const silent = ({ faults }: Awaited<ReturnType<typeof readAll>>) =>
          faults.map(({ reason }) => reason);
        if (!silent(whole).includes('trailing-content')) expect(silent(line)).toEqual(silent(whole));
        expect(line.trees.map((tree) => tree.value)).toEqual(whole.trees.map((tree) => tree.value));
      }),
      { numRuns: 500 },
    );
  });
});

/** The text at the place of each value in a tree is that value; around records, where their array stands empty, it is more. */
function expectPlaces(tree: Tree, json: string): void {
  for (const pointer of pointersOf(tree.value).slice(0, 20)) {
    const emptied = tree.omitted?.some((array) => array.startsWith(pointer)) === true;
    if (emptied) continue;
    const located = textAt(json, tree.locate(pointer).place as Required<TextSpan>);
    expect(JSON.parse(located)).toEqual(valueAt(tree.value, pointer));
  }
}

interface TextSpan {
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

function textAt(whole: string, { line, column, endLine, endColumn }: Required<TextSpan>): string {
  const starts = [0, ...[...whole.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length)];
  return whole.slice((starts[line - 1] ?? 0) + column - 1, (starts[endLine - 1] ?? 0) + endColumn - 1);
}

function seen({ trees, faults }: Awaited<ReturnType<typeof readAll>>) {
  return {
    trees: trees.map((tree) => [
      tree.pointer,
      tree.omitted,
      tree.value,
      tree.locate(''),
      tree.locateKey(pointersOf(tree.value).at(-1) ?? ''),
    ]),
    told: told(faults),
    faults,
  };
}

describe('doubleKeeps', () => {
  it.each([
    '0',
    '-0',
    '1.50',
    '9007199254740992',
    '1e22',
    '1152921504606846976',
    '0.1',
    '1e308',
    '5e-324',
    '0.10000000000000001',
    '1.7976931348623157e308',
  ])('keeps %s', (number) => expect(doubleKeeps(number)).toBe(true));
  it.each([
    '9007199254740993',
    '-9007199254740993',
    '1e400',
    '-1e400',
    '1e-400',
    '3.141592653589793238',
    '500101199001011234567',
    '1152921504606846977',
    `0.${'0'.repeat(400)}1`,
  ])('loses %s', (number) => expect(doubleKeeps(number)).toBe(false));
  it('keeps every safe integer and every double as it writes itself', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (number) => doubleKeeps(String(number))));
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) =>
        doubleKeeps(String(number)),
      ),
    );
  });
  it('agrees with BigInt about integers', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), (integer) => {
        expect(doubleKeeps(String(integer))).toBe(BigInt(Number(integer)) === integer || shortest(integer));
      }),
    );
  });
});

/** A text of few digits and many zeros, such as 10^23, is what its double writes, though the double lies beside it. */
function shortest(integer: bigint): boolean {
  const digits = String(integer).replace('-', '').replace(/0+$/, '');
  return (
    Number(integer)
      .toPrecision(digits.length)
      .replace(/e.*/, '')
      .replaceAll(/[-.]/g, '')
      .replace(/0+$/, '') === digits
  );
}
