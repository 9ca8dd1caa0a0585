import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/documents/json/json-parser.ts';
import { plainSpan } from '../../../src/documents/json/json-plain-spans.ts';
import { SpanIndex } from '../../../src/documents/json/json-spans.ts';
import type { Pointer } from '../../../src/model/pointer.ts';
import { child } from '../../../src/model/pointer.ts';

function indexOf(text: string): SpanIndex {
  return new SpanIndex(text, parseJson(text, { depth: 100 }).spans);
}

function pointersOf(value: unknown, at: Pointer = ''): Pointer[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pointersOf(inner, child(at, key)))];
}

describe('plainSpan', () => {
  it('finds what the exact parser finds, in any layout', () => {
    const key = fc.oneof(
      fc.constantFrom('a', '"', '\\', 'a\\"', '{', ']', '~', '/', '标题', ''),
      fc.string(),
    );
    const value = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });
    fc.assert(
      fc.property(
        fc.oneof(value, fc.dictionary(key, value)),
        fc.constantFrom(undefined, 1, '\t', ' \r\n'.slice(0, 1)),
        key,
        (tree, space, wrong) => {
          const text = ` \r\n${JSON.stringify(tree, undefined, space)} `;
          const index = indexOf(text);
          for (const pointer of pointersOf(JSON.parse(text))) {
            expect(plainSpan(text, pointer)).toEqual(index.find(pointer));
            const beyond = child(pointer, wrong);
            expect(plainSpan(text, beyond)).toEqual(index.find(beyond));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes keys with escapes for what they mean', () => {
    const text = '{"a":{"\\u0062":[1, {"c":"x"}]}}';
    expect(plainSpan(text, '/a/b/1/c')).toEqual(indexOf(text).find('/a/b/1/c'));
    expect(text.slice(plainSpan(text, '/a/b/1/c').span.start).startsWith('"x"')).toBe(true);
  });
});
