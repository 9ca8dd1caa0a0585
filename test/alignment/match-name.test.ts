import { describe, expect, it } from 'vitest';
import { matchName } from '../../src/alignment/match-name.ts';
import { field } from './samples.ts';

const catalogue = [
  field('title', { titles: { en: 'Title', 'zh-CN': '标题' }, aliases: ['name'] }),
  field('publisher', { titles: { en: 'Publisher', 'zh-CN': '发布者' } }),
  field('issued', { titles: { en: 'Release date' } }),
  field('modified'),
  field('describedBy'),
  field('describedByType'),
  field('keyword'),
  field('landingPage'),
  field('dateIssued'),
];

const guide = [
  field('信息资源名称', { headings: ['信息资源名称', '资源标题'] }),
  field('信息资源摘要'),
  field('信息资源提供方', { aliases: ['数源单位'], distinctFrom: ['提供方内部部门', '信息资源提供方代码'] }),
  field('资源提供方代码', { headings: ['信息资源提供方代码'] }),
  field('更新周期', { aliases: ['更新频率', '更新频度'], distinctFrom: ['更新日期'] }),
  field('发布日期'),
  field('数据类型'),
  field('共享条件', { headings: ['共享条件/不予共享依据'] }),
];

function found(name: string, fields = catalogue): string | undefined {
  const match = matchName(name, fields);
  return match && `${match.field.name} ${match.how}`;
}

describe('matchName', () => {
  it.each([
    ['publsher', 'publisher spelling'],
    ['describedBY', 'describedBy case'],
    ['described_by', 'describedBy case'],
    ['dcat:landingPage', 'landingPage case'],
    ['landing page', 'landingPage case'],
    ['keywords', 'keyword spelling'],
    ['keyword', 'keyword case'],
    ['name', 'title alias'],
    ['NAME', 'title alias'],
    ['标题', 'title heading'],
    ['标题：', 'title heading'],
    ['release_date', 'issued heading'],
    ['issuedDate', 'dateIssued words'],
    ['ttile', 'title spelling'],
  ])('%s: %s', (name, expected) => expect(found(name)).toBe(expected));

  it.each([
    ['更新频率', '更新周期 alias'],
    ['更新频度（必填）', '更新周期 alias'],
    ['数源单位', '信息资源提供方 alias'],
    ['*信息资源名称：', '信息资源名称 case'],
    ['资源标题', '信息资源名称 heading'],
    ['资源名称', '信息资源名称 words'],
    ['数据集名称', '信息资源名称 words'],
    ['摘要', '信息资源摘要 words'],
    ['信息资源提供方代码', '资源提供方代码 heading'],
    ['共享条件/不予共享依据', '共享条件 heading'],
    ['共享条件 不予共享依据', '共享条件 heading'],
    ['信息源资名称', '信息资源名称 spelling'],
  ])('%s: %s', (name, expected) => expect(found(name, guide)).toBe(expected));

  it.each(['created', 'isued2', 'data', 'date', 'describe', 'x', '', '：'])('%j means none', (name) => {
    expect(found(name)).toBeUndefined();
  });

  it.each([
    '更新日期',
    '更新时间',
    '提供方内部部门',
    '资源提供方内部部门',
    '资源类型',
    '开放条件',
    '联系电话',
    '信息资源',
  ])('%s means none', (name) => expect(found(name, guide)).toBeUndefined());

  it('compares names of several words word by word', () => {
    const fields = [
      field('contactPoint', { aliases: ['fullName'] }),
      field('mediaType', { aliases: ['mimeType'] }),
      field('信息资源代码', { aliases: ['resourceID'] }),
      field('accessURL'),
    ];
    for (const name of ['fileName', 'FileType', 'Resources', 'dateType'])
      expect(found(name, fields)).toBeUndefined();
    expect(found('contcatPoint', fields)).toBe('contactPoint spelling');
    expect(found('contctpoint', fields)).toBe('contactPoint spelling');
    expect(found('accessURI', fields)).toBe('accessURL spelling');
    expect(found('acessUrls', fields)).toBe('accessURL spelling');
    expect(found('resourceId', fields)).toBe('信息资源代码 alias');
  });

  it('never takes title for issued', () => {
    expect(matchName('title', [field('issued')])).toBeUndefined();
    expect(matchName('更新频率', [field('更新周期')])).toBeUndefined();
  });

  it('keeps out of a tie, unless an alias says so exactly', () => {
    expect(matchName('contactNam', [field('contactName'), field('contactNamf')])).toBeUndefined();
    expect(
      matchName('代码', [field('a', { headings: ['代码'] }), field('b', { headings: ['代码'] })]),
    ).toBeUndefined();
    const match = matchName('代码', [field('a', { aliases: ['代码'] }), field('b', { aliases: ['代码'] })]);
    expect(match?.field.name).toBe('a');
    const own = matchName('type', [field('kind', { aliases: ['type'] }), field('type')]);
    expect(own?.field.name).toBe('type');
  });

  it('takes names that are words of the language', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(matchName(name, catalogue)).toBeUndefined();
      expect(matchName(name, [field(name)])?.score).toBe(1);
    }
  });

  it('lets a generic word be more or less, not another', () => {
    const fields = [field('dataset_description')];
    expect(found('description', fields)).toBe('dataset_description words');
    expect(found('field_description', fields)).toBeUndefined();
  });
});
