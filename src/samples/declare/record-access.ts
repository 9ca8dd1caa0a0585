import { matchCode } from '../../alignment/match-code.ts';
import type { SampleAccess } from '../../model/data-item.ts';
import type { Pointer } from '../../model/pointer.ts';
import { scalarText } from './plain-values.ts';
import { fieldIn } from './record-place.ts';
import type { TableSite } from './table-site.ts';

/** From the most open on. */
const levels = ['open', 'limited', 'refused'] as const;

/** Who may see the data: of several fields, the one that opens them furthest counts. */
export function accessOf(site: TableSite): SampleAccess {
  const words = site.binding.access;
  if (words === undefined) return 'unknown';
  const said = words.at.flatMap((field) => {
    const word = wordOf(site, field);
    const level = word === undefined ? undefined : levels.find((one) => words[one].includes(word));
    return level === undefined ? [] : [level];
  });
  return levels.find((level) => said.includes(level)) ?? 'unknown';
}

/** What a field says: the code that it certainly means where it has a code list. */
function wordOf(site: TableSite, field: Pointer): string | undefined {
  const { value, pointer } = fieldIn(site, field);
  const word = scalarText(value)?.trim();
  if (word === undefined || word === '') return undefined;
  const id = site.kind?.fields.get(field)?.codelist;
  const list = id === undefined ? undefined : site.standard.codelists.get(id);
  if (list === undefined || list.byCode.has(word)) return word;
  const match = matchCode(word, list);
  if (match?.certain === true) return match.code.code;
  const name = field.slice(1);
  site.notes.skip([`access by ${name}`, `按${name}确定的开放范围`], pointer, [
    `\`${word}\` is no code of ${list.id}`,
    `\`${word}\` 不是代码表 ${list.id} 的代码`,
  ]);
  return undefined;
}
