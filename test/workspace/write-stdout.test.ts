import { describe, expect, it } from 'vitest';
import { exactWriter } from '../../src/workspace/write-stdout.ts';
import { systemError } from './temporary-folder.ts';

describe('exactWriter', () => {
  it('writes every byte over short writes and a slow reader', () => {
    const written: number[] = [];
    let turn = 0;
    const write = exactWriter(1, (_, bytes) => {
      turn += 1;
      if (turn % 3 === 0) throw systemError('EAGAIN');
      const part = bytes.subarray(0, 2);
      written.push(...part);
      return part.length;
    });
    write('政务信息资源目录');
    write('');
    expect(Buffer.from(written).toString()).toBe('政务信息资源目录');
  });

  it('falls silent when the reader has gone', () => {
    let calls = 0;
    const write = exactWriter(1, () => {
      calls += 1;
      throw systemError('EPIPE');
    });
    write('a');
    write('b');
    expect(calls).toBe(1);
  });

  it('fails on a full disk', () => {
    const write = exactWriter(1, () => {
      throw systemError('ENOSPC');
    });
    expect(() => write('a')).toThrow(/Cannot write to standard output/);
    expect(() => exactWriter(2, () => 0)('a')).toThrow(/standard error/);
  });
});
