import type { ASTNode } from '@marcbachmann/cel-js';
import { nearestName } from '../model/nearest-name.ts';
import { ExpressionError } from './expression-error.ts';

/** Code list → its codes. */
export type ListedCodes = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Refuses a text that is compared with what `codeOf` or `parentOf` gives and is no code: the comparison would never come true,
 * and the rule would never apply.
 */
export function checkComparedCodes(root: ASTNode, codelists: ListedCodes): void {
  const open: unknown[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (Array.isArray(node)) open.push(...(node as readonly unknown[]).filter((item) => item !== undefined));
    else if (isNode(node)) {
      if (node.op === '==' || node.op === '!=' || node.op === 'in') checkPair(node.args, codelists);
      open.push(node.args ?? null);
    }
  }
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

function checkPair([one, other]: readonly ASTNode[], codelists: ListedCodes): void {
  checkTexts(one, other, codelists);
  checkTexts(other, one, codelists);
}

function checkTexts(call: ASTNode | undefined, written: ASTNode | undefined, codelists: ListedCodes): void {
  const list = call === undefined ? undefined : codesOf(call, codelists);
  if (list === undefined) return;
  for (const { text, at } of textsIn(written)) {
    if (list.codes.has(text)) continue;
    const near = nearestName(text, list.codes);
    const hint = near === undefined ? undefined : `Did you mean ${near}?`;
    throw new ExpressionError(`\`${text}\` is no code of ${list.name}.`, at, hint);
  }
}

/** The codes that `codeOf` or `parentOf` of a written list may give. */
function codesOf(
  node: ASTNode,
  codelists: ListedCodes,
): { readonly name: string; readonly codes: ReadonlySet<string> } | undefined {
  if (node.op !== 'call') return undefined;
  const [name, [list]] = node.args;
  if (name === 'parentOf') {
    return { name: 'any list', codes: new Set([...codelists.values()].flatMap((codes) => [...codes])) };
  }
  const id: unknown = list?.op === 'value' ? list.args : undefined;
  const codes = name === 'codeOf' && typeof id === 'string' ? codelists.get(id) : undefined;
  return codes === undefined ? undefined : { name: `the list ${String(id)}`, codes };
}

/** The texts that are written out in an expression or a list of them. */
function textsIn(node: ASTNode | undefined): { readonly text: string; readonly at: number }[] {
  if (node?.op === 'list') return node.args.flatMap(textsIn);
  return node?.op === 'value' && typeof node.args === 'string' ? [{ text: node.args, at: node.start }] : [];
}
