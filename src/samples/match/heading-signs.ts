import { formOf } from '../../alignment/name-forms.ts';
import type { SampleDeclaration } from '../../model/data-item.ts';
import { cellJudge } from '../cells/cell-judge.ts';
import type { HeadingSigns } from '../inputs/heading-row.ts';

type Declared = Pick<SampleDeclaration, 'items' | 'emptyWords' | 'nullWords'>;

/** How the headings of a table are told from titles and from data by what is declared of its columns. */
export function headingSigns(declaration: Declared): Required<Pick<HeadingSigns, 'knows' | 'holdsData'>> {
  const names = new Set<string>();
  for (const { name, aliases } of declaration.items)
    for (const text of [name, ...aliases]) names.add(plain(text));
  names.delete('');
  const known = new Map<string, boolean>();
  return {
    knows: (leaf) => {
      const before = known.get(leaf);
      if (before !== undefined) return before;
      const isKnown = names.has(plain(leaf));
      known.set(leaf, isKnown);
      return isKnown;
    },
    holdsData: (cells) => holdsData(cells, declaration),
  };
}

/** But for case, width and marks: what is only near is not looked for in every cell above the data. */
function plain(text: string): string {
  return formOf(text, 'name').compact;
}

/** Only columns count whose own name would be wrong in them: a column of any text takes its heading for data as well. */
function holdsData(cells: readonly string[], { items, emptyWords, nullWords }: Declared): boolean {
  if (cells.length !== items.length) return false;
  let tells = false;
  for (const [column, item] of items.entries()) {
    const text = cells[column] ?? '';
    if (text === '') continue;
    const judge = cellJudge(item, { emptyWords, nullWords, encoding: 'utf-8' });
    if (judge(item.name) === undefined) continue;
    if (judge(text) !== undefined) return false;
    tells = true;
  }
  return tells;
}
