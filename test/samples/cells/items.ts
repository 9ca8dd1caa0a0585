import type { Code, CodeList } from '../../../src/model/code-list.ts';
import type { DataItem } from '../../../src/model/data-item.ts';

/** An item that asks for nothing but what is given. */
export function item(parts: Partial<DataItem>): DataItem {
  return {
    name: '列',
    aliases: [],
    pointer: '',
    type: 'string',
    isMandatory: true,
    isRequired: false,
    ...parts,
  };
}

/** A code list of what is given. */
export function codeList(
  rows: readonly (Partial<Code> & { readonly code: string; readonly label?: string })[],
): CodeList {
  const codes = rows.map(
    ({ label, ...row }): Code => ({
      labels: label === undefined ? {} : { 'zh-CN': label },
      aliases: [],
      status: 'active',
      ...row,
    }),
  );
  return {
    id: 'list',
    open: false,
    codes,
    byCode: new Map(codes.map((code) => [code.code, code])),
    path: '',
  };
}
