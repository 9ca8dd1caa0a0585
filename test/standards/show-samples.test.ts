import { expect, it } from 'vitest';
import { sampleBindingLines } from '../../src/cli/sample-binding-lines.ts';
import { run } from '../cli/run.ts';

it('standard show says how records declare their data', async () => {
  const { code, out } = await run(['standard', 'show', 'cn-gov-catalogue@2017', '--locale', 'en']);
  expect(code).toBe(0);
  expect(out).toContain(`
Data samples
  items of resource  /信息项/*
  name  /信息项名称
  other names  /信息项英文名称
  type  /数据类型
  length  /数据长度 (bytes; of 字符型C)
  formats by the name of the item
    uscc  统一社会信用代码, 社会信用代码`);
  expect(out).toContain('    division-code (of length 6)  行政区划代码, 区划代码');
  expect(out).toContain(`
  access  /共享类型, /是否向社会开放
    open  无条件共享, 是
    limited  有条件共享
    refused  不予共享, 否
  claims
    format  /信息资源格式类型
    rows  /结构化信息记录总数 (× 10000)
    last update  /更新日期
  personal information by  gbt-35273
`);
  const dcat = await run(['standard', 'show', 'dcat-us@1.1', '--locale', 'zh-CN']);
  expect(dcat.out).toContain('  每项一张表  /distribution/*\n  结构定义  /distribution/*/describedBy\n');
});

it('says all of what a binding may say', () => {
  const flag = { at: '/必填', yes: ['是', '1'], no: ['否'] };
  const binding = {
    kind: 'resource',
    items: '/items/*',
    required: flag,
    secret: flag,
    path: '/file',
    claims: { period: { from: '/start', to: '/end' }, bytes: '/size' },
    unknownColumns: 'ignore',
    ordered: true,
  } as const;
  expect([...sampleBindingLines(binding, 'en')]).toEqual([
    'Data samples',
    '  items of resource  /items/*',
    '  file  /file',
    '  required  /必填 (yes: 是, 1; no: 否)',
    '  secret  /必填 (yes: 是, 1; no: 否)',
    '  claims',
    '    bytes  /size',
    '    period  from /start, to /end',
    '  columns that are not declared  passed over',
    '  order of the columns  as declared',
  ]);
  expect([...sampleBindingLines(binding, 'zh-CN')]).toContain('  未声明的列  忽略');
});
