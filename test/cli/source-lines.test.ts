import { describe, expect, it } from 'vitest';
import { withSourceLines } from '../../src/cli/source-lines.ts';
import type { Source } from '../../src/model/source.ts';
import { assessmentOf } from '../reporters/assessments.ts';

const divergence = {
  department: 'a',
  path: 'a.json',
  check: 'record/duplicate',
  severity: 'error',
  fixable: false,
  message: '代码重复',
  place: { line: 2, column: 10, endLine: 2, endColumn: 14 },
} as const;

function sourceOf(bytes: Uint8Array): Source {
  return {
    path: 'a.json',
    size: bytes.length,
    chunks: async function* () {
      yield bytes;
    },
  };
}

async function excerptFrom(source: Source | undefined, place: object = divergence.place) {
  const assessment = assessmentOf({ records: { a: 1 }, divergences: [{ ...divergence, place } as never] });
  const { divergences } = await withSourceLines(assessment, () => source);
  return divergences[0]?.excerpt;
}

describe('withSourceLines', () => {
  const text = '[\r\n {"代码": "x1"}\r\n]';
  const expected = { text: ' {"代码": "x1"}', from: 9, length: 4 };

  it('reads the line of a divergence again, whatever its encoding', async () => {
    expect(await excerptFrom(sourceOf(Buffer.from(text)))).toEqual(expected);
    expect(await excerptFrom(sourceOf(Buffer.from(`\ufeff${text}`, 'utf16le')))).toEqual(expected);
  });

  it('leaves alone what cannot be read twice, is too large, went away, or has no line', async () => {
    expect(await excerptFrom(undefined)).toBeUndefined();
    expect(await excerptFrom({ ...sourceOf(Buffer.from(text)), size: 9e6 })).toBeUndefined();
    const gone: Source = {
      path: 'a.json',
      size: 1,
      chunks: () => {
        throw new Error('gone');
      },
    };
    expect(await excerptFrom(gone)).toBeUndefined();
    expect(await excerptFrom(sourceOf(Buffer.from(text)), { line: 9, column: 1 })).toBeUndefined();
    expect(await excerptFrom(sourceOf(Buffer.from(text)), { sheet: 'S', cell: 'B7' })).toBeUndefined();
  });
});
