import type { CST } from 'yaml';
import type { Stretch } from '../whole-text.ts';
import type { Remark } from './yaml-composer.ts';

/** A syntax error in our words where there are some, else with the library's own as `detail`. */
export function syntaxFault(error: Remark, text: string): Stretch {
  const { start, end } = placed(error, text);
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start + 80);
  const [detail = ''] = error.message.split('\n', 1);
  const facts = {
    detail: shortened(detail),
    ...hintOf(error, start, line),
  };
  return { reason: reasonOf(error, line), start, end, facts };
}

/** A quote that is not closed because its next line stands too far left is wrong on that line. */
function placed(error: Remark, text: string): { start: number; end: number } {
  const { start, end } = error;
  if (!leftTooEarly(error) || end >= text.length) return { start, end };
  const rest = text.indexOf('\n', end);
  return { start: end, end: rest < 0 ? text.length : Math.max(end + 1, rest) };
}

function leftTooEarly({ message, start }: Remark, at = -1): boolean {
  return /^Missing closing ["']/.test(message) && at !== start;
}

/** What most probably happened, where it can be seen: the library does not say. */
function hintOf(error: Remark, start: number, line: string): { hint?: string } {
  if (leftTooEarly(error, start)) return { hint: 'continuation-indentation' };
  // A Chinese keyboard types U+FF1A where YAML wants a colon and a space.
  return /^[^:\n]*：/.test(line) ? { hint: 'full-width-colon' } : {};
}

function reasonOf(error: Remark, line: string): string {
  if (error.code === 'RESOURCE_EXHAUSTION') return 'too-deep';
  if (error.code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) return 'tab-indentation';
  return 'not-yaml';
}

/** What the library reads all the same, but not as it is meant: tags and directives that it does not know. */
export function warningFault(warning: Remark, text: string): Stretch | undefined {
  const { code, start, end } = warning;
  const facts = { name: shortened(text.slice(start, end)) };
  if (code === 'TAG_RESOLVE_FAILED') return { reason: 'unknown-tag', start, end, facts };
  return code === 'BAD_DIRECTIVE' ? { reason: 'unknown-directive', start, end, facts } : undefined;
}

/** As much of a text as fits into a sentence. */
export function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

/**
 * A mapping that starts on the line of the key it belongs to (`a: b: c`). The parser nests the next line in it, and so on:
 * a hundred such lines look too deep, but the first of them is what is wrong.
 */
export function nestedOnOneLine(stack: readonly CST.Token[]): Stretch | undefined {
  for (const [index, inner] of stack.entries()) {
    const outer = stack[index - 1];
    if (inner.type !== 'block-map' || outer?.type !== 'block-map') continue;
    const item = outer.items.at(-1);
    const explicit = item?.start.some(({ type }) => type === 'explicit-key-ind') === true;
    if (explicit || item?.sep === undefined || item.sep.some(({ type }) => type === 'newline')) continue;
    const facts = { detail: 'Nested mappings are not allowed in compact mappings' };
    return { reason: 'not-yaml', start: inner.offset, end: inner.offset + 1, facts };
  }
  return undefined;
}
