import type { Code, CodeList } from '../../src/model/code-list.ts';
import type { Field } from '../../src/model/field.ts';

/** A field with what matters for its names. */
export function field(
  name: string,
  names: Partial<Pick<Field, 'aliases' | 'headings' | 'distinctFrom' | 'titles'>> = {},
): Field {
  return {
    kind: 'dataset',
    pointer: `/${name}`,
    name,
    titles: {},
    obligation: 'mandatory',
    aliases: [],
    headings: [],
    distinctFrom: [],
    weight: 1,
    ...names,
  };
}

type Row = { readonly code: string } & Partial<Code>;

export function codeList(...rows: readonly Row[]): CodeList {
  const codes = rows.map((row): Code => ({ labels: {}, aliases: [], status: 'active', ...row }));
  return {
    id: 'list',
    open: true,
    codes,
    byCode: new Map(codes.map((code) => [code.code, code])),
    path: 'codelists/list.csv',
  };
}

export const updateCycle = codeList(
  { code: '实时', labels: { en: 'real time' } },
  { code: '每日', labels: { en: 'daily' }, aliases: ['每天', '日', '按日更新'] },
  { code: '每周', labels: { en: 'weekly' }, aliases: ['周'] },
  { code: '每月', labels: { en: 'monthly' }, aliases: ['月', '按月更新'] },
  { code: '每季度', labels: { en: 'quarterly' }, aliases: ['季'] },
  { code: '每半年', labels: { en: 'every six months' } },
  { code: '每年', labels: { en: 'annual' }, aliases: ['年', '按年', '按年更新'] },
  { code: '不定期', labels: { en: 'irregular' } },
  { code: '其他', labels: { en: 'other' } },
);

export const frequency = codeList(
  { code: 'daily', labels: { en: 'Daily', 'zh-CN': '每日' } },
  { code: 'weekly', labels: { en: 'Weekly', 'zh-CN': '每周' } },
  { code: 'monthly', labels: { en: 'Monthly', 'zh-CN': '每月' } },
  { code: 'quarterly', labels: { en: 'Quarterly', 'zh-CN': '每季度' } },
  { code: 'annual', labels: { en: 'Yearly', 'zh-CN': '每年' }, aliases: ['annually'] },
  { code: 'irregular', labels: { en: 'Irregular', 'zh-CN': '不定期' } },
);
