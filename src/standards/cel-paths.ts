import type { ASTNode } from '@marcbachmann/cel-js';
import type { Pointer } from '../model/pointer.ts';
import { child } from '../model/pointer.ts';

/** Which fields the parts of an expression stand for, variables of macros included. */
export class FieldPaths {
  /** Variable → the elements that it goes through; undefined where they are computed. */
  readonly #scope = new Map<string, Pointer | undefined>();

  /** The field that an expression stands for; undefined where it is computed. `''` is the record. */
  of(node: ASTNode): Pointer | undefined {
    if (node.op === 'id') return node.args === 'this' ? '' : this.#scope.get(node.args);
    if (node.op === '.') return below(this.of(node.args[0]), node.args[1]);
    if (node.op === '[]') {
      const key = node.args[1];
      return below(this.of(node.args[0]), key.op === 'value' ? key.args : undefined);
    }
    return node.op === 'rcall' && node.args[0] === 'filter' ? this.of(node.args[1]) : undefined;
  }

  /** Runs something while a variable goes through the elements of `list`. */
  within<T>(variable: string, list: ASTNode, run: () => T): T {
    const before = this.#scope.get(variable);
    const path = this.of(list);
    this.#scope.set(variable, path === undefined ? undefined : `${path}/*`);
    const result = run();
    this.#scope.set(variable, before);
    return result;
  }
}

function below(path: Pointer | undefined, key: unknown): Pointer | undefined {
  if (path === undefined) return undefined;
  if (typeof key === 'string') return child(path, key);
  return typeof key === 'bigint' ? `${path}/*` : undefined;
}
