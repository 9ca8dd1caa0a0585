/**
 * A CEL expression ready to be evaluated, as plain JSON: operator first, operands after it. Made from the tree of the CEL
 * parser when a package is parsed, so that a run needs no parser.
 */
export interface Program extends ReadonlyArray<Operand> {
  /** The operator. */
  readonly 0: string;
}

export type Operand = Program | string | number | boolean | null;

/** Operators of one operand or two that are judged as soon as both values are known. */
export const plainOperators: ReadonlySet<string> = new Set('== != < <= > >= + - * / % in !_ -_'.split(' '));

/** Macros over lists: name → number of arguments. */
export const macros: ReadonlyMap<string, readonly number[]> = new Map([
  ['all', [2]],
  ['exists', [2]],
  ['exists_one', [2]],
  ['filter', [2]],
  ['map', [2, 3]],
]);
