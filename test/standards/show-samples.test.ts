import { expect, it } from 'vitest';
import { run } from '../cli/run.ts';

it('standard show says how records declare their data', async () => {
  const { code, out } = await run(['standard', 'show', 'cn-gov-catalogue@2017', '--locale', 'en']);
  expect(code).toBe(0);
  expect(out).toContain(`Data samples
  items of resource  /信息项/*
  name  /信息项名称
  other names  /信息项英文名称
  type  /数据类型
  length  /数据长度 (bytes)
  access  /共享类型, /是否向社会开放
  claims  /信息资源格式类型, /结构化信息记录总数, /更新日期
`);
  const dcat = await run(['standard', 'show', 'dcat-us@1.1', '--locale', 'zh-CN']);
  expect(dcat.out).toContain('  每项一张表  /distribution/*\n  结构定义  /distribution/*/describedBy\n');
});
