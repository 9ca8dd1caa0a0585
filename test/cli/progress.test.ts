import { describe, expect, it } from 'vitest';
import { checkProgress } from '../../src/cli/progress.ts';
import { progressText } from '../../src/cli/progress-text.ts';
import { columnsOf } from '../../src/reporters/columns.ts';

describe('progressText', () => {
  const totals = { bytes: 304e6, files: 14 };

  it('says what, how far, how fast, and how long still', () => {
    const state = { bytes: 122e6, files: 3, rows: 0, elapsed: 500 };
    expect(progressText(state, totals, 'en')).toBe(
      'checking  3 of 14 files  122.0 of 304.0 MB  244.0 MB/s  1 s left',
    );
    expect(progressText(state, totals, 'zh-CN')).toBe(
      '正在检查  文件 3/14  122.0/304.0 MB  每秒 244.0 MB  还需 1 秒',
    );
    expect(progressText({ bytes: 1e6, files: 0, rows: 0, elapsed: 1000 }, totals, 'en')).toContain(
      '5 min 3 s left',
    );
  });

  it('counts the rows of data', () => {
    const state = { bytes: 122e6, files: 0, rows: 412_000, elapsed: 500 };
    expect(progressText(state, { bytes: 304e6, files: 1 }, 'en')).toBe(
      'checking  0 of 1 file  122.0 of 304.0 MB  412,000 rows  244.0 MB/s  1 s left',
    );
    expect(progressText(state, { bytes: 304e6, files: 1 }, 'zh-CN')).toContain('412,000 行');
  });

  it('promises nothing where the size is unknown', () => {
    const state = { bytes: 1e6, files: 0, rows: 0, elapsed: 1000 };
    expect(progressText(state, { bytes: undefined, files: 1 }, 'en')).toBe(
      'checking  0 of 1 file  1.0 MB  1.0 MB/s',
    );
  });
});

describe('checkProgress', () => {
  it('keeps within the terminal of standard error, also in Chinese', () => {
    let now = 0;
    let written = '';
    const progress = checkProgress(
      { bytes: 304e6, files: 14 },
      {
        out: () => {},
        err: (text) => {
          written += text;
        },
        stdin: async function* () {},
        env: {},
        cwd: '/',
        isOutTerminal: true,
        isErrTerminal: true,
        columns: 200,
        errColumns: 30,
        now: () => new Date(now),
      },
      'zh-CN',
    );
    now = 1000;
    progress.update({ bytes: 122e6, files: 3, rows: 0 });
    const line = written.replace('\r\u001b[2K', '');
    expect(line).toContain('正在检查');
    expect(columnsOf(line)).toBeLessThan(30);
  });
});
