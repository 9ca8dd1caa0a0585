import { describe, expect, it } from 'vitest';
import { nearestName } from '../../src/model/nearest-name.ts';
import { progressLine, progressText } from '../../src/workspace/progress.ts';

function options(now: () => number, written: string[]) {
  return {
    what: 'checking',
    totalBytes: 304e6,
    totalFiles: 14,
    width: 100,
    write: (text: string) => written.push(text),
    clock: now,
  };
}

describe('progress', () => {
  it('says what, how far, how fast, and how long still', () => {
    const text = progressText(
      { bytes: 122e6, files: 3 },
      500,
      options(() => 0, []),
    );
    expect(text).toBe('checking  3 of 14 files  122.0 MB of 304.0 MB  244.0 MB/s  1 s left');
    expect(
      progressText(
        { bytes: 1e6, files: 0 },
        1000,
        options(() => 0, []),
      ),
    ).toContain('5 min 3 s left');
  });

  it('stays silent for short runs and seldom writes in long ones', () => {
    let now = 1000;
    const written: string[] = [];
    const progress = progressLine(options(() => now, written));
    for (; now < 1400; now += 10) progress.update({ bytes: now, files: 0 });
    progress.clear();
    expect(written).toEqual([]);
    for (; now < 3000; now += 1) progress.update({ bytes: now, files: 0 });
    expect(written.length).toBeLessThan(20);
    progress.clear();
    expect(written.at(-1)).toBe('\r\u001b[2K');
  });
});

describe('nearestName', () => {
  it.each([
    ['chekc', 'check'],
    ['explian', 'explain'],
    ['standrad', 'standard'],
    ['xyz', undefined],
    ['spell', 'code/spelling'],
  ])('%s → %s', (typed, expected) => {
    expect(nearestName(typed, ['check', 'explain', 'standard', 'code/spelling'])).toBe(expected);
  });
});
