import { describe, expect, it } from 'vitest';
import { progressLine } from '../../src/workspace/progress.ts';

function watched(clock: () => number) {
  const written: string[] = [];
  const progress = progressLine({
    line: ({ bytes, elapsed }) => `${bytes} in ${elapsed}`,
    write: (text) => written.push(text),
    clock,
  });
  return { progress, written };
}

describe('progressLine', () => {
  it('stays silent for short runs and seldom writes in long ones', () => {
    let now = 1000;
    const short = watched(() => now);
    for (; now < 1400; now += 10) short.progress.update({ bytes: now, files: 0, rows: 0 });
    short.progress.clear();
    expect(short.written).toEqual([]);
    now = 1000;
    const long = watched(() => now);
    for (; now < 3000; now += 1) long.progress.update({ bytes: now, files: 0, rows: 0 });
    expect(long.written.length).toBeLessThan(20);
    expect(long.written[0]).toBe('\r\u001b[2K1500 in 500');
  });

  it('takes its line back before results come, and writes nothing after it', () => {
    let now = 0;
    const { progress, written } = watched(() => now);
    now = 1000;
    progress.update({ bytes: 1, files: 0, rows: 0 });
    progress.clear();
    expect(written.at(-1)).toBe('\r\u001b[2K');
    const count = written.length;
    now = 5000;
    progress.update({ bytes: 2, files: 0, rows: 0 });
    progress.clear();
    expect(written).toHaveLength(count);
  });
});
