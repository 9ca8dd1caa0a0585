import {
  behindBlanks,
  behindLineEnd,
  behindSpaces,
  blank,
  carriage,
  hash,
  isLineEnd,
  leaveToGeneral,
  pipe,
  tab,
} from './yaml-quick-text.ts';

/** Text in lines below `|` or `>`. */
export interface BlockText {
  readonly value: string;
  /** Behind its last character; behind the header where there is no text. */
  readonly end: number;
  /** The line end behind which the document goes on. */
  readonly next: number;
}

/**
 * Reads block text (8.1) whose header stands at `from`. The lines of it are indented by `min` or more. Indentation that is
 * given in the header, tabs in it, and empty lines with more blanks than the text is indented by are left.
 */
export function blockText(text: string, from: number, min: number): BlockText {
  const [header = '', chomping = ''] = /^[|>]([-+]?)/.exec(text.slice(from, from + 2)) ?? [];
  const block = new BlockLines(text, behindHeader(text, from + header.length), min);
  while (block.takeLine());
  const { lines, emptyLines, end, next } = block;
  const body = text.charCodeAt(from) === pipe ? lines.join('\n') : folded(lines);
  const value = body + endOf(chomping, lines.length > 0, emptyLines);
  return { value, end, next };
}

/** The line end behind the header and its comment. */
function behindHeader(text: string, from: number): number {
  const at = behindBlanks(text, from);
  if (text.charCodeAt(at) === hash && at > from) return lineEnd(text, at);
  return isLineEnd(text.charCodeAt(at)) ? at : leaveToGeneral();
}

class BlockLines {
  /** Without what they are indented by, up to the last that is not empty. */
  readonly lines: string[] = [];
  /** How many empty lines follow. */
  emptyLines = 0;
  end: number;
  next: number;
  readonly #text: string;
  readonly #min: number;
  /** How far the first line is indented; -1 before it. */
  #indent = -1;

  constructor(text: string, headerEnd: number, min: number) {
    this.#text = text;
    this.#min = min;
    this.end = headerEnd;
    this.next = headerEnd;
  }

  /** Takes the next line, if it belongs to the text. */
  takeLine(): boolean {
    const text = this.#text;
    if (this.next >= text.length) return false;
    const start = behindLineEnd(text, this.next);
    const at = behindSpaces(text, start);
    const code = text.charCodeAt(at);
    if (code === tab) leaveToGeneral();
    if (isLineEnd(code)) return this.#takeEmpty(start, at);
    if (at - start < (this.#indent < 0 ? this.#min : this.#indent)) return false;
    if (this.#indent < 0) this.#indent = at - start;
    for (; this.emptyLines > 0; this.emptyLines -= 1) this.lines.push('');
    this.end = lineEnd(text, at);
    this.next = this.end;
    this.lines.push(text.slice(start + this.#indent, this.end));
    return true;
  }

  #takeEmpty(start: number, at: number): true {
    const { length } = this.#text;
    // Where the text ends with blanks, or where blanks are text, the general reader knows.
    if (at > start && (at - start > this.#indent || at >= length)) leaveToGeneral();
    if (start < length) this.emptyLines += 1;
    this.next = at;
    return true;
  }
}

/** The end of the line that `from` lies in. */
function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  const end = found < 0 ? text.length : found;
  return text.charCodeAt(end - 1) === carriage ? end - 1 : end;
}

/** Lines joined by spaces; empty lines and lines indented further keep their line ends (8.1.3). */
function folded(lines: readonly string[]): string {
  let text = '';
  let separator = '';
  let indented = false;
  for (const line of lines) {
    if (line === '') {
      if (separator === '\n') text += '\n';
      separator = '\n';
      continue;
    }
    const further = line.charCodeAt(0) === blank;
    if (further) separator = beforeIndented(separator, indented);
    text += separator + line;
    separator = further ? '\n' : ' ';
    indented = further;
  }
  return text;
}

function beforeIndented(separator: string, indented: boolean): string {
  if (separator === ' ') return '\n';
  return separator === '\n' && !indented ? '\n\n' : separator;
}

function endOf(chomping: string, written: boolean, emptyLines: number): string {
  if (chomping === '+') return '\n'.repeat(written ? emptyLines + 1 : emptyLines);
  return chomping === '-' || !written ? '' : '\n';
}
