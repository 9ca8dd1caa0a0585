/** Thrown where a text leaves what the quick reader is sure of. One object: a stack trace for each would cost seconds. */
const unsure = new Error('The quick reader leaves this text to the general one');

/** Gives the document up: the general reader takes it from its start. */
export function leaveToGeneral(): never {
  throw unsure;
}

/** Whether something that was thrown means no more than that the general reader has to do it. */
export function isLeft(thrown: unknown): boolean {
  return thrown === unsure;
}

export const tab = 0x09;
export const newline = 0x0a;
export const carriage = 0x0d;
export const blank = 0x20;
export const quoteMark = 0x22;
export const hash = 0x23;
export const apostrophe = 0x27;
export const comma = 0x2c;
export const dash = 0x2d;
const dot = 0x2e;
export const colon = 0x3a;
export const question = 0x3f;
export const openBracket = 0x5b;
export const backslash = 0x5c;
export const closeBracket = 0x5d;
export const pipe = 0x7c;
export const greater = 0x3e;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;

/** `,` `[` `]` `{` `}`: they end plain text inside brackets. */
export function isFlowMark(code: number): boolean {
  return (
    code === comma ||
    code === openBracket ||
    code === closeBracket ||
    code === openBrace ||
    code === closeBrace
  );
}

/** A line end or the end of the text. CR stands only before LF here. */
export function isLineEnd(code: number): boolean {
  return code === newline || code === carriage || Number.isNaN(code);
}

/** What sets an indicator such as `:` or `-` apart from text: a blank, a line end, the end of the text. */
export function isGap(code: number): boolean {
  return code === blank || code === tab || isLineEnd(code);
}

/** The offset behind blanks and tabs. */
export function behindBlanks(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== blank && code !== tab) return at;
    at += 1;
  }
}

/** The offset behind spaces, which alone indent. */
export function behindSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === blank) at += 1;
  return at;
}

/** The offset behind the line end that stands at `at`. */
export function behindLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === carriage ? at + 2 : at + 1;
}

/** Whether a document marker, `---` or `...`, stands at the start of a line. */
export function isMarker(text: string, lineStart: number): boolean {
  const code = text.charCodeAt(lineStart);
  return (
    (code === dash || code === dot) &&
    text.charCodeAt(lineStart + 1) === code &&
    text.charCodeAt(lineStart + 2) === code &&
    isGap(text.charCodeAt(lineStart + 3))
  );
}
