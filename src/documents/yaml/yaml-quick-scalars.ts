import {
  apostrophe,
  backslash,
  behindBlanks,
  behindLineEnd,
  behindSpaces,
  blank,
  colon,
  dash,
  hash,
  isFlowMark,
  isGap,
  isLineEnd,
  isMarker,
  leaveToGeneral,
  newline,
  question,
  quoteMark,
  tab,
} from './yaml-quick-text.ts';

/** Characters that no plain text starts with: other kinds of values, properties of nodes, reserved. */
const noPlainStarts: ReadonlySet<number> = new Set(
  [...',[]{}#&*!|>\'"%@`\t'].map((character) => character.charCodeAt(0)),
);

/** Leaves what does not start plain text; `-`, `?` and `:` start it when text follows at once, `:` in brackets never. */
export function expectPlain(text: string, at: number, inFlow: boolean): void {
  const code = text.charCodeAt(at);
  if (noPlainStarts.has(code)) leaveToGeneral();
  if (code !== dash && code !== question && code !== colon) return;
  const next = text.charCodeAt(at + 1);
  if (isGap(next) || (inFlow && (code === colon || isFlowMark(next)))) leaveToGeneral();
}

/** Where plain text ends on its line: before blanks at its end, before ` #`, before a `:` that a gap follows. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: every character of a large file passes here
export function plainLineEnd(text: string, from: number): number {
  let end = from;
  for (let at = from; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code > colon) end = at + 1;
    else if (code === blank || code === tab) {
      if (text.charCodeAt(at + 1) === hash) return end;
    } else if (isLineEnd(code) || (code === colon && isGap(text.charCodeAt(at + 1)))) return end;
    else end = at + 1;
  }
}

/** Where plain text ends that may go on in lines indented by `min` or more; `end` is where it ends on its first line. */
export function plainEnd(text: string, end: number, min: number): number {
  let last = end;
  let at = behindBlanks(text, end);
  while (isLineEnd(text.charCodeAt(at)) && at < text.length) {
    const start = behindLineEnd(text, at);
    at = behindSpaces(text, start);
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) continue;
    if (at - start < min || code === hash) return last;
    if (code === tab) leaveToGeneral();
    last = plainLineEnd(text, at);
    at = behindBlanks(text, last);
  }
  if (text.charCodeAt(at) === colon) leaveToGeneral();
  return last;
}

/** Where plain text between brackets ends. Text of several lines is left. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: every character of a large file passes here
export function flowPlainEnd(text: string, from: number): number {
  let end = from;
  for (let at = from; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === blank || code === tab) {
      const next = text.charCodeAt(at + 1);
      if (next === hash || isFlowMark(next)) return end;
    } else if (isFlowMark(code)) return end;
    else if (isLineEnd(code)) return expectNoMore(text, at, end);
    else if (code === colon && isFlowColon(text.charCodeAt(at + 1))) return end;
    else end = at + 1;
  }
}

function isFlowColon(next: number): boolean {
  return isGap(next) || isFlowMark(next);
}

function expectNoMore(text: string, from: number, end: number): number {
  let at = from;
  while (isGap(text.charCodeAt(at)) && at < text.length) at += 1;
  const code = text.charCodeAt(at);
  if (code !== hash && !isFlowMark(code)) leaveToGeneral();
  return end;
}

/** Where quoted text ends, its quote included. Its further lines must be indented by `min` or more. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: every character of a large file passes here
export function quotedEnd(text: string, from: number, min: number): number {
  const quote = text.charCodeAt(from);
  for (let at = from + 1; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (quote !== apostrophe || text.charCodeAt(at + 1) !== apostrophe) return at + 1;
      at += 1;
    } else if (code === backslash && quote === quoteMark) {
      if (!isLineEnd(text.charCodeAt(at + 1))) at += 1;
    } else if (code === newline) expectIndented(text, at + 1, min);
    else if (Number.isNaN(code)) leaveToGeneral();
  }
}

function expectIndented(text: string, start: number, min: number): void {
  const at = behindSpaces(text, start);
  const tooFarLeft = at - start < min && !isLineEnd(text.charCodeAt(at));
  if (tooFarLeft || isMarker(text, start)) leaveToGeneral();
}

/** Whether a value starts with a quotation mark. */
export function isQuote(code: number): boolean {
  return code === quoteMark || code === apostrophe;
}
