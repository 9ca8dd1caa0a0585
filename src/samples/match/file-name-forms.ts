import { comparableText } from '../../model/comparable-text.ts';

/** Endings that say how data are packed or written; nothing else is taken for one. */
const endings = /\.(?:csv|tsv|txt|json|ndjson|jsonl|geojson|xlsx|xls|parquet|xml)$/i;
const packing = /\.(?:gz|zip)$/i;
/** A file name is at most 255 bytes; of a longer text the start is compared. */
const longest = 255;
/** So many parts of a name are combined. */
const mostParts = 24;
/** Shorter codes stand in names by accident. */
const shortestCode = 5;

/** How a file name shows whose it is. */
export type NameEvidence = 'address' | 'code' | 'title';

/** Numbers, dates and parts around a title. */
const counted = /^(?:第|批|号|版|年|月|日|v(?=\d)|\d)+|(?:第|批|号|版|年|月|日|v(?=\d)|\d)+$/gu;
/** Words around a title that say only that a file holds data, or in which state. */
const generic =
  /^(?:数据|样本|样例|示例|明细|导出|全量|增量|最新|data|sample|export|final)+|(?:数据|样本|样例|示例|明细|表|导出|全量|增量|最新|data|sample|export|final)+$/gu;

/** A code as it may stand in a file name: `/` as it cannot, replaced or left out. */
export function codeForms(code: string): string[] {
  const plain = code.trim().normalize('NFKC').toLowerCase();
  if (plain.length < shortestCode) return [];
  const forms = ['_', '-', ''].map((sign) => plain.replaceAll(/[/\\:]/g, sign));
  return [...new Set(forms)].filter((form) => form.length >= shortestCode);
}

/** A title in the form in which it is looked for: without width, case, blanks and punctuation. */
export function titleForm(title: string): string {
  return comparableText(title.slice(0, longest));
}

/**
 * What a file name may stand for, the fullest first. Forms of one group say equally much. A code stands between characters that are
 * neither letter nor digit; a title is the whole name, or with Chinese characters one part of it, dates and words like 数据 taken away.
 */
export function fileNameForms(name: string, how: NameEvidence): string[][] {
  if (how === 'address') return [[name.normalize('NFC').toLowerCase()]];
  const stem = name.slice(0, longest).normalize('NFKC').replace(packing, '').replace(endings, '');
  return how === 'code' ? codesIn(stem.toLowerCase()) : titlesIn(stem);
}

/** Runs of parts with the signs between them, all runs of a length in one group. */
function codesIn(stem: string): string[][] {
  const pieces = stem.match(/[a-z0-9]+|[^a-z0-9_\-. ]+|[_\-. ]/g) ?? [];
  const parts = pieces.slice(0, mostParts * 2);
  return runs(parts.length, (from, to) => parts.slice(from, to).join('')).map((group) =>
    group.filter((form) => /^[a-z0-9].*[a-z0-9]$/s.test(form)),
  );
}

function titlesIn(stem: string): string[][] {
  const parts = stem
    .split(/[\p{P}\p{Z}\p{S}\s]+/u)
    .filter((part) => part !== '')
    .slice(0, mostParts)
    .map(comparableText);
  const whole = comparableText(stem);
  const groups = runs(parts.length, (from, to) => parts.slice(from, to).join(''));
  // A Latin word in a name is part of another name more often than a title.
  const isTitle = (form: string): boolean => /\p{Script=Han}{2}/u.test(form);
  const uncounted = (form: string): string => form.replaceAll(counted, '');
  const bare = (form: string): string => uncounted(uncounted(form).replaceAll(generic, ''));
  return [
    [whole],
    [uncounted(whole)],
    [bare(whole)],
    ...groups.flatMap((group) =>
      [group, group.map(uncounted), group.map(bare)].map((forms) => forms.filter(isTitle)),
    ),
  ];
}

/** All runs of neighbours, the longest first, those of one length together. */
function runs(count: number, join: (from: number, to: number) => string): string[][] {
  const groups: string[][] = [];
  for (let length = count; length > 0; length -= 1) {
    const group: string[] = [];
    for (let from = 0; from + length <= count; from += 1) group.push(join(from, from + length));
    groups.push(group);
  }
  return groups;
}
