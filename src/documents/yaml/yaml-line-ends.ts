import type { DocumentFault } from '../../model/document.ts';
import type { LineIndex } from '../excerpt.ts';
import { faultAt } from '../whole-text.ts';

/**
 * Line ends of a YAML text. A lone CR is a line end in YAML 1.2 (5.4), but many readers trip over it, ours included:
 * it is said (`carriage-returns`) and read as LF, which moves no offset. LF beside CRLF is said (`mixed-line-ends`).
 */
export function settleLineEnds(
  text: string,
  lines: LineIndex,
): { readonly text: string; readonly faults: readonly DocumentFault[] } {
  const faults: DocumentFault[] = [];
  const mixed = firstOtherLineEnd(text);
  if (mixed !== undefined) {
    const facts = { expected: mixed.expected, found: mixed.expected === 'LF' ? 'CRLF' : 'LF' };
    faults.push(faultAt(lines, { reason: 'mixed-line-ends', start: mixed.at, end: mixed.at + 1, facts }));
  }
  const start = text.search(/\r(?!\n)/);
  if (start < 0) return { text, faults };
  const facts = { count: text.match(/\r(?!\n)/g)?.length ?? 0 };
  faults.push(faultAt(lines, { reason: 'carriage-returns', start, end: start + 1, facts }));
  return { text: text.replace(/\r(?!\n)/g, '\n'), faults };
}

/** The first line end that is not like the first of the text, among LF and CRLF. */
function firstOtherLineEnd(text: string): { at: number; expected: 'LF' | 'CRLF' } | undefined {
  const first = text.indexOf('\n');
  if (first < 0) return undefined;
  const expected = text[first - 1] === '\r' ? 'CRLF' : 'LF';
  for (let at = first; at >= 0; at = text.indexOf('\n', at + 1)) {
    const carriage = text[at - 1] === '\r';
    if (carriage !== (expected === 'CRLF')) return { at: carriage ? at - 1 : at, expected };
  }
  return undefined;
}
