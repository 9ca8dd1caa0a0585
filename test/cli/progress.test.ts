import { describe, expect, it } from 'vitest';
import { checkProgress } from '../../src/cli/progress.ts';
import { progressText } from '../../src/cli/progress-text.ts';
import { columnsOf } from '../../src/reporters/columns.ts';

describe('progressText', () => {
  const totals = { bytes: 304e6, files: 14 };
  const en = { locale: 'en', width: 100 } as const;
  const zh = { locale: 'zh-CN', width: 100 } as const;

  it('says what, how far, how fast, and how long still', () => {
    const state = { bytes: 122e6, files: 3, rows: 0, elapsed: 500 };
    expect(progressText(state, totals, en)).toBe(
      'checking  3 of 14 files  122.0 of 304.0 MB  244.0 MB/s  1 s left',
    );
    expect(progressText(state, totals, zh)).toBe(
      '正在检查  文件 3/14  122.0/304.0 MB  每秒 244.0 MB  还需 1 秒',
    );
    expect(progressText({ bytes: 1e6, files: 0, rows: 0, elapsed: 1000 }, totals, en)).toContain(
      '5 min 3 s left',
    );
  });

  it('counts the rows of data', () => {
    const state = { bytes: 122e6, files: 0, rows: 412_000, elapsed: 500 };
    expect(progressText(state, { bytes: 304e6, files: 1 }, en)).toBe(
      'checking  122.0 of 304.0 MB  412,000 rows  244.0 MB/s  1 s left',
    );
    expect(progressText(state, { bytes: 304e6, files: 1 }, zh)).toContain('412,000 行');
  });

  it('leaves out what says least where the line is too long', () => {
    const state = { bytes: 12_066e6, files: 112, rows: 41_200_000, elapsed: 90_000 };
    const long = { bytes: 302e8, files: 1440 };
    const wide = (width: number): string => progressText(state, long, { locale: 'en', width });
    expect(wide(100)).toBe(
      'checking  112 of 1440 files  12.1 of 30.2 GB  41,200,000 rows  134.1 MB/s  2 min 16 s left',
    );
    expect(wide(85)).toBe('112 of 1440 files  12.1 of 30.2 GB  41,200,000 rows  134.1 MB/s  2 min 16 s left');
    expect(wide(79)).toBe('12.1 of 30.2 GB  41,200,000 rows  134.1 MB/s  2 min 16 s left');
    expect(wide(40)).toBe('134.1 MB/s  2 min 16 s left');
  });

  it('says that a file is read again, and no more than there is', () => {
    const state = { bytes: 400e6, files: 0, rows: 925_000, elapsed: 2000 };
    expect(progressText(state, { bytes: 304e6, files: 1 }, en)).toBe(
      'checking  304.0 of 304.0 MB  925,000 rows  200.0 MB/s  reading once more',
    );
    expect(progressText(state, { bytes: 304e6, files: 1 }, zh)).toContain('正在再次读取');
  });

  it('promises nothing before it was read for a while', () => {
    const state = { bytes: 1e6, files: 0, rows: 0, elapsed: 499 };
    expect(progressText(state, totals, en)).not.toContain('left');
    expect(progressText({ ...state, elapsed: 500 }, totals, en)).toContain('left');
  });

  it('promises nothing where the size is unknown', () => {
    const state = { bytes: 1e6, files: 0, rows: 0, elapsed: 1000 };
    expect(progressText(state, { bytes: undefined, files: 1 }, en)).toBe('checking  1.0 MB  1.0 MB/s');
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
    progress.update({ bytes: 1, files: 0, rows: 0 });
    now = 1000;
    progress.update({ bytes: 122e6, files: 3, rows: 0 });
    const line = written.replace('\r\u001b[2K', '');
    expect(line).toContain('还需 2 秒');
    expect(columnsOf(line)).toBeLessThan(30);
  });
});
