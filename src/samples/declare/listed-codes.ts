import type { Code, CodeList } from '../../model/code-list.ts';
import { memberOf, scalarText, textOf } from './plain-values.ts';

/** The words under which lists of codes have the code and its label. */
const codeNames = ['code', 'value', 'const'];
const labelNames = ['label', 'title', 'name'];

/**
 * A closed code list of what a declaration lists: texts, numbers, or objects with a `code` (`value`, `const`) and perhaps a `label`
 * (`title`, `name`). Empty texts and `null` say nothing and are left out. Undefined where it is no list, or not all of it is codes.
 */
export function listedCodes(value: unknown, path = ''): CodeList | undefined {
  if (!Array.isArray(value)) return undefined;
  const codes = new Map<string, Code>();
  for (const one of value as unknown[]) {
    const code = codeOf(one);
    if (code === undefined) return undefined;
    if (code === '' || codes.has(code)) continue;
    const label = labelNames.map((name) => textOf(memberOf(one, name))).find((text) => text !== undefined);
    codes.set(code, {
      code,
      labels: label === undefined || label === code ? {} : { en: label },
      aliases: [],
      status: 'active',
    });
  }
  return codes.size === 0
    ? undefined
    : { id: '', open: false, codes: [...codes.values()], byCode: codes, path };
}

function codeOf(value: unknown): string | undefined {
  if (value === null) return '';
  const text = scalarText(value);
  if (text !== undefined) return text;
  return codeNames.map((name) => scalarText(memberOf(value, name))).find((code) => code !== undefined);
}
