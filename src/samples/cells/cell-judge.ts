import type { Encoding } from '../../documents/encoding.ts';
import type { DataItem } from '../../model/data-item.ts';
import type { CellFault, CellJudge } from './cell-fault.ts';
import { hasBlankEdge, textFault, textTrouble, withoutBlankEdges } from './cell-text.ts';
import { asksNothing, contentJudge } from './content-judge.ts';
import { nestedFault, storedFault, textOfValue } from './stored-cell.ts';
import { isTemporal } from './temporal-cell.ts';

/** What holds for all cells of a sample. */
export interface CellContext {
  /** Texts that stand for an empty cell by agreement. */
  readonly emptyWords: readonly string[];
  /** Words that people write for nothing and the standard does not want. */
  readonly nullWords: readonly string[];
  /** Of the file, for lengths in bytes. */
  readonly encoding: Encoding;
  /** Whether the kind in which a cell is stored is to be that of its type: `"12"` is then no number. */
  readonly asksKind?: boolean;
}

/**
 * The exact judgement of the cells of an item. Whatever is wrong, one fault is told: that the cell is blank; that only white space, width or
 * invisible characters are wrong with it; or the first fault of what it says. A word for nothing that is a code of the item is a code.
 */
export function cellJudge(item: DataItem, context: CellContext): CellJudge {
  const judge = textJudge(item, context);
  const { type, datePattern, wantsOffset } = item;
  const isWritten = isTemporal(type) && (datePattern !== undefined || wantsOffset === true);
  // A day that is stored as such is not written in any way.
  const dateJudge = isWritten ? textJudge(plainly(item), context) : judge;
  const emptyWords = new Set(context.emptyWords);
  return (text, kind) => {
    if (kind === undefined || text === '') return judge(text);
    if (kind === 'date') return dateJudge(text);
    const fault = nestedFault(kind, item) ?? judge(textOfValue(text, kind, item));
    if (fault !== undefined || context.asksKind !== true || emptyWords.has(text)) return fault;
    return storedFault(text, kind, item);
  };
}

function plainly({ datePattern, wantsOffset, ...item }: DataItem): DataItem {
  return item;
}

function textJudge(item: DataItem, context: CellContext): (text: string) => CellFault | undefined {
  const content = contentJudge(item, context.encoding);
  const isCode = (text: string): boolean => item.codes?.byCode.get(text)?.status === 'active';
  const blank = blankJudge(item, context, isCode);
  const edges = asksNothing(item) ? undefined : edgeJudge(blank, content);
  return (text) => {
    const found = blank(text);
    if (found !== undefined) return found === 'fine' ? undefined : found;
    if (edges === undefined) return undefined;
    return hasBlankEdge(text) && !isCode(text) ? edges(text) : filled(text, content);
  };
}

type Blank = (text: string) => CellFault | 'fine' | undefined;

/** Judges cells that say nothing; undefined for those that may say something. */
function blankJudge(item: DataItem, context: CellContext, isCode: (text: string) => boolean): Blank {
  const emptyWords = new Set(context.emptyWords);
  const nullWords = new Set(context.nullWords);
  const nullFault = { ...blankFault('null-word', 'word'), ...(item.isRequired ? {} : { mended: '' }) };
  const empty = (style: string): CellFault | 'fine' =>
    item.isRequired ? blankFault('empty', style) : 'fine';
  return (text) => {
    if (text === '') return empty('');
    if (isCode(text)) return undefined;
    if (emptyWords.has(text)) return empty('word');
    return nullWords.has(text) ? nullFault : undefined;
  };
}

/** A cell with clean edges. */
function filled(text: string, content: CellJudge): CellFault | undefined {
  const fault = content(text);
  if (fault === undefined) return undefined;
  return textTrouble(text, (mended) => content(mended) === undefined) ?? fault;
}

/** A cell with white space or something invisible at an edge: that alone is said unless what stands between is wrong as well. */
function edgeJudge(blank: Blank, content: CellJudge): CellJudge {
  return (text) => {
    const bare = withoutBlankEdges(text);
    const found = blank(bare);
    if (found === 'fine') return textFault('edge-space', '');
    if (found !== undefined) return bare === '' ? { ...found, style: 'edge-space' } : found;
    return (
      textTrouble(text, (mended) => content(mended) === undefined) ?? content(bare) ?? textFault('edge-space')
    );
  };
}

function blankFault(reason: 'empty' | 'null-word', style: string): CellFault {
  return { check: 'cell/blank', reason, style };
}
