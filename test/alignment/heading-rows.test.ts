import { describe, expect, it } from 'vitest';
import { findHeadings } from '../../src/alignment/heading-rows.ts';
import type { Row } from '../../src/model/document.ts';

const row = (number: number, ...texts: (string | null)[]): Row => ({
  row: number,
  cells: texts.map((text) => (text === null ? undefined : { text, kind: 'text' as const })),
});
const known = new Set(['信息资源名称', '信息资源代码', '数据类型', '信息项信息/名称']);
const knows = (leaf: string, group: string): boolean => known.has(leaf) || known.has(`${group}/${leaf}`);

describe('findHeadings', () => {
  it('takes one plain row', () => {
    const found = findHeadings([row(1, '信息资源名称', '信息资源代码'), row(2, 'a', 'b')], [], {
      depth: 'auto',
      knows,
    });
    expect(found).toMatchObject({ dataStart: 1, row: 1, leaves: ['信息资源名称', '信息资源代码'] });
  });

  it('reads two rows with merged cells below a title row', () => {
    const rows = [
      row(1, '政务信息资源目录'),
      row(2, '信息资源名称', '信息资源代码', '信息项信息', null),
      row(3, null, null, '名称', '数据\n类型'),
      row(4, 'x', '1', 'y', 'C'),
    ];
    const merges = [
      { top: 1, left: 1, bottom: 1, right: 4 },
      { top: 2, left: 1, bottom: 3, right: 1 },
      { top: 2, left: 2, bottom: 3, right: 2 },
      { top: 2, left: 3, bottom: 2, right: 4 },
    ];
    const found = findHeadings(rows, merges, { depth: 'auto', knows });
    expect(found).toMatchObject({
      dataStart: 3,
      leaves: ['信息资源名称', '信息资源代码', '名称', '数据 类型'],
    });
    expect(found?.groups[2]).toBe('信息项信息');
  });

  it('looks once at each of the thousands of cells of a wide row', () => {
    const wide = row(2, '信息资源名称', '信息资源代码', ...Array.from({ length: 16_380 }, () => null), 'x');
    const started = performance.now();
    const found = findHeadings([row(1, '目录'), wide, wide, wide], [], { depth: 'auto', knows });
    expect(found).toMatchObject({ dataStart: 2, row: 2 });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('takes no row for headings that is wider than a spreadsheet', () => {
    const wide = row(1, '信息资源名称', '信息资源代码', ...Array.from({ length: 16_383 }, () => 'x'));
    expect(findHeadings([wide], [], { depth: 'auto', knows })).toBeUndefined();
  });

  it('finds nothing in a sheet of notes', () => {
    expect(
      findHeadings([row(1, '填表说明'), row(2, '一、请如实填写')], [], { depth: 'auto', knows }),
    ).toBeUndefined();
  });
});
