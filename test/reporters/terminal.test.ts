import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/reporters/columns.ts';
import { reporters } from '../../src/reporters/index.ts';
import type { RenderOptions } from '../../src/reporters/reporter.ts';
import { assessmentOf, assessments, attacks } from './assessments.ts';

const plain: RenderOptions = { color: false, width: 80, locale: 'en', maxShown: 50, verbose: false };

function render(
  format: string,
  name: keyof typeof assessments,
  options: Partial<RenderOptions> = {},
): string {
  const reporter = reporters.find((one) => one.format === format);
  return [...(reporter?.render(assessments[name], { ...plain, ...options }) ?? [])].join('');
}

describe.each(['terminal', 'summary'])('%s', (format) => {
  it.each([
    ['small', {}],
    ['small', { width: 120, verbose: true }],
    ['small', { locale: 'zh-CN', color: true }],
    ['conforming', {}],
    ['repeated', { width: 120 }],
    ['repeated', { locale: 'zh-CN' }],
    ['repeated', { maxShown: 2 }],
    ['hostile', {}],
    ['unreadable', {}],
    ['data', {}],
    ['data', { locale: 'zh-CN' }],
    ['dataAlone', {}],
  ] as const)('renders %s with %j', async (name, options) => {
    const flags = Object.entries(options).map(([key, value]) => `.${key}-${value}`);
    await expect(render(format, name, options)).toMatchFileSnapshot(
      `../../fixtures/reports/${name}${flags.join('')}.${format}.txt`,
    );
  });

  it.each(['small', 'conforming', 'repeated', 'unreadable', 'data', 'dataAlone'] as const)(
    'keeps %s within the width',
    (name) => {
      for (const width of [60, 80, 120]) {
        for (const locale of ['en', 'zh-CN'] as const) {
          const lines = render(format, name, { width, locale }).split('\n');
          // A path is never cut: it has to be copied.
          const tooWide = lines.filter((line) => columnsOf(line) > width && !line.includes('.json'));
          expect(tooWide).toEqual([]);
        }
      }
    },
  );

  it('lets nothing from data act on a terminal or a CI runner', () => {
    for (const width of [40, 80, 200]) {
      const text = render(format, 'hostile', { width, verbose: true, maxShown: Number.POSITIVE_INFINITY });
      const lines = text.split('\n');
      expect(lines.filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u200b-\u200f]/u);
    }
  });
});

describe('summary', () => {
  it('names the file of a cause in data', () => {
    expect(render('summary', 'data', { width: 160 })).toContain('  床位.json: 统计日期: 8,120 of');
  });
});

describe('terminal', () => {
  it('counts samples and their rows, beside the records and alone', () => {
    expect(render('terminal', 'data')).toContain('\nChecked 29 records and 2 samples with 12,040 rows.\n');
    expect(render('terminal', 'data', { locale: 'zh-CN' })).toContain(
      '\n已检查 29 条记录和 2 个数据样本（12,040 行）。\n',
    );
    expect(render('terminal', 'dataAlone')).toBe('1 sample with 1,200 rows conforms to beds.schema.\n');
    expect(render('terminal', 'dataAlone', { locale: 'zh-CN' })).toBe(
      '1 个数据样本（1,200 行）符合 beds.schema。\n',
    );
  });

  it('aligns what stands behind full-width names of columns', () => {
    const lines = render('terminal', 'data').split('\n');
    const [one = '', other = ''] = [' error ', ' warning '].map(
      (severity) => lines.find((line) => / cell\//.test(line) && line.includes(severity)) ?? '',
    );
    expect(columnsOf(one.slice(0, one.indexOf('cell/')))).toBe(
      columnsOf(other.slice(0, other.indexOf('cell/'))),
    );
  });

  it('tells what is not checked for one reason once, and all of it with --verbose', () => {
    expect(render('terminal', 'data').replaceAll(/\n\s+/g, ' ')).toContain(
      'length of 整型I (1: 旅客) (transport/catalogue.json#/旅客) and 2 others: it is the length of storage',
    );
    expect(render('terminal', 'data', { verbose: true }).match(/it is the length/g)).toHaveLength(3);
  });

  it('shows a cause that repeats once, with its count and first places', () => {
    const text = render('terminal', 'repeated', { width: 120 });
    expect(text.match(/信息资源名称/g)).toHaveLength(1);
    expect(text).toContain('293 records of 4 departments');
    expect(text).toContain('公安局/目录.json:4:5');
  });

  it('says what it does not show', () => {
    const text = render('terminal', 'repeated', { maxShown: 2 });
    expect(text).toContain('2 of 3 repeated causes shown. --max-shown 0 shows all.');
    expect(text).toContain('this and 3 more of this check in 4 records of 4 departments');
    expect(text).toContain('297 errors');
  });

  it('fits tens of thousands of divergences on two screens', () => {
    const many = assessmentOf({
      records: { a: 40_000 },
      divergences: Array.from({ length: 40_000 }, (_, index) => ({
        department: 'a',
        path: 'a/catalogue.json',
        record: { kind: 'dataset', id: `d${index}` },
        check: 'code/unknown',
        severity: 'error',
        fixable: false,
        message: `theme "x${index % 400}" is not in code list Theme`,
        place: { line: index + 1, column: 1 },
      })),
    });
    const text = [...(reporters[0]?.render(many, plain) ?? [])].join('');
    expect(text.split('\n').length).toBeLessThan(120);
    expect(text).toContain('50 of 400 repeated causes shown');
    expect(text).toContain('40,000 errors in 40,000 records from 400 causes.');
  });

  it('marks the place under wide characters', () => {
    const text = render('terminal', 'repeated', { width: 120 });
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('│ NO-0,'));
    const source = lines[at] ?? '';
    const marks = lines[at + 1] ?? '';
    expect(columnsOf(marks.slice(0, marks.indexOf('^')))).toBe(
      columnsOf(source.slice(0, source.indexOf('每2天'))),
    );
    expect(marks.match(/\^/g)).toHaveLength(5);
  });

  it('names every attack visibly', () => {
    const text = render('terminal', 'hostile', { width: 300 });
    expect(text).toContain('\\u{1b}[2J');
    expect(text).toContain('\\u{202e}gnp.exe');
    expect(attacks.length).toBeGreaterThan(8);
  });
});
