import { nearestName } from '../model/nearest-name.ts';

/** An expression that cannot be used: what is wrong, at which UTF-16 unit of its text, and what may have been meant. */
export class ExpressionError extends Error {
  readonly offset: number;
  readonly hint: string | undefined;

  constructor(message: string, offset: number, hint?: string) {
    super(message);
    this.offset = offset;
    this.hint = hint;
  }
}

/** What the parser calls its tokens, as they are written. */
const tokens: ReadonlyMap<string, string> = new Map([
  ['EOF', 'the end'],
  ['LBRACKET', '`[`'],
  ['RBRACKET', '`]`'],
  ['LPAREN', '`(`'],
  ['RPAREN', '`)`'],
  ['LBRACE', '`{`'],
  ['RBRACE', '`}`'],
  ['COMMA', '`,`'],
  ['COLON', '`:`'],
  ['DOT', '`.`'],
  ['IDENTIFIER', 'a name'],
  ['STRING', 'a text'],
  ['NUMBER', 'a number'],
]);

/** Functions that rules may call → how they are written, where that is ours to say. */
export type Callable = ReadonlyMap<string, string | undefined>;

/** What the CEL parser threw, in words for the author of a standard. */
export function celError(thrown: unknown, text: string, functions: Callable): ExpressionError {
  const summary = String(memberOf(thrown, 'summary') ?? thrown).replace(/[.\s]+$/, '');
  const start = Number(memberOf(memberOf(thrown, 'range'), 'start') ?? 0);
  return (
    unknownFunction(summary, start, functions) ??
    unknownVariable(summary, start) ??
    new ExpressionError(`${inWords(summary)}.`, start, slip(text, start))
  );
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function inWords(summary: string): string {
  const overload = /^no such overload: (.*)$/.exec(summary)?.[1];
  if (overload !== undefined) return `There is no \`${overload}\``;
  return summary.replaceAll(/\b[A-Z]{3,}\b/g, (name) => tokens.get(name) ?? name);
}

function unknownFunction(summary: string, start: number, functions: Callable): ExpressionError | undefined {
  const [, written = '', name = ''] =
    /no matching overload for '((?:\w+\.)?(\w+)\(.*\))'/.exec(summary) ?? [];
  if (name === '') return undefined;
  if (functions.has(name)) {
    const form = functions.get(name);
    const hint = form === undefined ? undefined : `It is written ${form}; dyn stands for any value.`;
    return new ExpressionError(`There is no \`${written}\`.`, start, hint);
  }
  const near = nearestName(name, functions.keys());
  return new ExpressionError(
    `Rules have no function \`${name}\`.`,
    start,
    near === undefined ? undefined : `Did you mean ${near}?`,
  );
}

function unknownVariable(summary: string, start: number): ExpressionError | undefined {
  const name = /^Unknown variable: (\S+)/.exec(summary)?.[1];
  return name === undefined
    ? undefined
    : new ExpressionError(
        `There is no \`${name}\` here.`,
        start,
        'The record is `this`; its fields are this.name or this["name"].',
      );
}

/** What people who do not write CEL every day write instead of it. */
function slip(text: string, start: number): string | undefined {
  const here = text.slice(Math.max(0, start - 1), start + 2);
  if (/[“”‘’「」]/u.test(here)) return 'Quotes are straight: "…".';
  if (/[（），：；！＝＆｜＞＜［］]/u.test(here))
    return 'Brackets, commas and operators are half-width: ( ) , ! == &&.';
  if (/\b(?:and|or|not|AND|OR|NOT)\b/.test(text.slice(Math.max(0, start - 4), start + 4))) {
    return 'Write && for and, || for or, ! for not.';
  }
  if (/[^\0-\x7f]/u.test(here)) return 'A name with other letters than a to z is written this["…"].';
  return /(?:^|[^=!<>])=(?!=)/.test(here) ? 'Equality is written ==.' : undefined;
}
