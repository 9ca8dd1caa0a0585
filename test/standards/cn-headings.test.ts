import { describe, expect, it } from 'vitest';
import { parsePackage } from '../../src/cli/parse-standard.ts';
import type { Column } from '../../src/records/columns.ts';
import { HeadingMatcher } from '../../src/records/columns.ts';
import { buildStandard } from '../../src/standards/build-standard.ts';
import { folderPackage } from '../../src/workspace/package-access.ts';

const folder = 'schemas/standards/cn-gov-catalogue/2017';

/** Each heading by itself, as a column of its own sheet. */
async function columnsOf(headings: string): Promise<(Column | undefined)[]> {
  const { kinds } = await buildStandard(await parsePackage(folderPackage(folder, folder)));
  const [kind] = kinds;
  if (kind === undefined) throw new Error('no kind');
  const matcher = new HeadingMatcher(kind);
  return headings
    .split(/\s+/)
    .map(
      (leaf) =>
        matcher.columns({ dataStart: 1, row: 1, line: 1, leaves: [leaf], groups: [''], leafRows: [1] })[0],
    );
}

/** Names and order of the columns of the national fill-in template, as four independent systems print them. */
const national = `信息资源名称 信息资源代码 信息资源提供方 提供方内部部门 资源提供方代码 信息资源摘要 信息资源格式分类 信息资源格式类型 其他类型资源格式描述
  数据存储总量（G） 结构化信息记录总数（万） 已共享的数据存储量（G） 已共享结构化记录数（万） 已开放的数据存储量（G） 已开放结构化记录数（万） 信息项名称 数据类型 数据长度
  共享类型 共享条件 共享方式分类 共享方式类型 是否向社会开放 开放条件 更新周期 发布日期 关联及类目名称`;
/** What only the template of departments calls otherwise. */
const departments = '部门类信息资源分类 下设机构 格式分类 格式类型 共享条件/不予共享依据';

describe('cn-gov-catalogue@2017 knows', () => {
  it('every heading of the national template, each for a field of its own', async () => {
    const columns = await columnsOf(national);
    expect(columns.filter((column) => column?.field === undefined || column.renamed !== undefined)).toEqual(
      [],
    );
    expect(new Set(columns.map((column) => column?.field?.pointer)).size).toBe(27);
  });

  it('the headings that only the template of departments has', async () => {
    const columns = await columnsOf(departments);
    expect(columns.map((column) => column?.field?.pointer)).toEqual([
      '/信息资源分类',
      '/提供方内部部门',
      '/信息资源格式分类',
      '/信息资源格式类型',
      '/共享条件',
    ]);
    expect(columns.every((column) => column?.renamed === undefined)).toBe(true);
  });

  it('names of portals as other names, and takes no name for what it only looks like', async () => {
    const columns = await columnsOf(
      '数源单位 资源提供方内部部门 更新频度 上架日期 开放等级 数据简介 共享方式 条件开放 目录发布/更新时间',
    );
    expect(columns.map((column) => column?.field?.pointer)).toEqual([
      '/信息资源提供方',
      '/提供方内部部门',
      '/更新周期',
      '/发布日期',
      '/是否向社会开放',
      '/信息资源摘要',
      undefined,
      undefined,
      undefined,
    ]);
  });
});
