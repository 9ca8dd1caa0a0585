import { matchCode } from '../../alignment/match-code.ts';
import type { CodeList } from '../../model/code-list.ts';
import type { CellFault, CellJudge } from './cell-fault.ts';

/** What a cell is instead of a code. */
export const codeReasons = ['label', 'spelling', 'retired', 'unknown'] as const;

const reasonOf = {
  label: 'label',
  alias: 'spelling',
  case: 'spelling',
  spelling: 'spelling',
  nearest: 'unknown',
} as const;

/** The same few values come again and again; this many of them are kept. */
const maxKnown = 10_000;
/** Longer texts are neither codes nor labels. UTF-16 units. */
const longest = 512;
/** With longer lists the nearest code is not looked for: each cell would take milliseconds, and each code be a fault of its own. */
const longList = 5_000;

/**
 * Judges cells against the codes in force of a list. Where the cells are numbers, `plainly` writes one plainly: `1.0` is the code `1`, and
 * never the code `01`, which is a text.
 */
export function codeJudge(list: CodeList, plainly?: (text: string) => string | undefined): CellJudge {
  const known = new Map<string, CellFault>();
  const isCode = (text: string | undefined): boolean =>
    text !== undefined && list.byCode.get(text)?.status === 'active';
  return (text) => {
    if (isCode(text)) return undefined;
    if (text.length > longest) return codeFault('unknown');
    if (isCode(plainly?.(text))) return undefined;
    let fault = known.get(text);
    if (fault === undefined) {
      fault = judge(text, list);
      if (known.size >= maxKnown) known.clear();
      known.set(text, fault);
    }
    return fault;
  };
}

function judge(text: string, list: CodeList): CellFault {
  const retired = list.byCode.get(text);
  if (retired !== undefined) {
    const { replacedBy, status } = retired;
    const successor = replacedBy === undefined ? undefined : list.byCode.get(replacedBy);
    const fault = { ...codeFault('retired'), style: status };
    if (successor?.status !== 'active') return fault;
    return { ...fault, mended: successor.code, nearest: successor.code };
  }
  const match = matchCode(text, list, { near: list.codes.length <= longList });
  if (match === undefined || match.code.status !== 'active') return codeFault('unknown');
  const code = match.code.code;
  const fault = codeFault(match.certain || match.how !== 'spelling' ? reasonOf[match.how] : 'unknown');
  return { ...fault, nearest: code, ...(match.certain ? { mended: code } : {}) };
}

function codeFault(reason: (typeof codeReasons)[number]): CellFault {
  return { check: 'cell/code', reason, style: '' };
}
