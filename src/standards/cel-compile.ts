import type { ASTNode, Environment } from '@marcbachmann/cel-js';
import type { Pointer } from '../model/pointer.ts';
import { child } from '../model/pointer.ts';
import { compilePattern } from '../schema/pattern/pattern.ts';
import type { ListedCodes } from './cel-codes.ts';
import { checkComparedCodes } from './cel-codes.ts';
import { findRuleFunction, ruleFunctions } from './cel-functions.ts';
import { FieldPaths } from './cel-paths.ts';
import type { Operand, Program } from './cel-program.ts';
import { macros, plainOperators } from './cel-program.ts';
import type { Callable } from './expression-error.ts';
import { celError, ExpressionError } from './expression-error.ts';

/** What an expression was parsed to. */
export interface Compiled {
  readonly program: Program;
  /** The top-level fields it reads; `''` where it reads the whole record. */
  readonly reads: readonly Pointer[];
  /** Fields that it names, however deep, each with its place in the text. */
  readonly fields: readonly NamedField[];
}

/** A field pattern that an expression names, with the UTF-16 unit of its text where it does. */
export interface NamedField {
  readonly pointer: Pointer;
  readonly offset: number;
}

const maxLength = 10_000;

/** Parses rules. The CEL library is loaded for that and for nothing else: runs work on what comes out. */
export class ExpressionCompiler {
  readonly #environment: Environment;
  readonly #codelists: ListedCodes;

  private constructor(environment: Environment, codelists: ListedCodes) {
    this.#environment = environment;
    this.#codelists = codelists;
  }

  static async load(codelists: ListedCodes): Promise<ExpressionCompiler> {
    const cel = await import('@marcbachmann/cel-js');
    const environment = new cel.Environment({
      homogeneousAggregateLiterals: false,
      limits: {
        maxAstNodes: 2000,
        maxDepth: 50,
        maxListElements: 1000,
        maxMapEntries: 10,
        maxCallArguments: 8,
      },
    });
    environment.registerVariable('this', 'dyn');
    for (const { signature } of ruleFunctions) {
      if (signature !== undefined) environment.registerFunction(signature, () => null, { async: false });
    }
    for (const operator of ['+', '-', '*', '/', '%']) {
      environment.registerOperator(`double ${operator} int: double`, () => 0);
      environment.registerOperator(`int ${operator} double: double`, () => 0);
    }
    return new ExpressionCompiler(environment, codelists);
  }

  /**
   * Parses an expression that must give true or false.
   * @throws ExpressionError for what is no CEL, has an unknown function, code list or variable, or a wrong type.
   */
  compile(text: string): Compiled {
    if (text.length > maxLength) throw new ExpressionError('The expression is too long.', 0);
    const ast = this.#parse(text);
    checkComparedCodes(ast, this.#codelists);
    const translation = new Translation(this.#codelists);
    const program = translation.translate(ast);
    return { program, reads: [...translation.reads].sort(), fields: translation.fields };
  }

  #parse(text: string): ASTNode {
    let parsed: ReturnType<Environment['parse']>;
    try {
      parsed = this.#environment.parse(text);
    } catch (error) {
      throw celError(error, text, callable);
    }
    const { valid, type, error } = parsed.check();
    if (!valid) throw celError(error, text, callable);
    if (type !== 'bool' && type !== 'dyn') {
      throw new ExpressionError(`The expression gives ${type}, not true or false.`, 0);
    }
    return parsed.ast;
  }
}

/** Names that may stand before a bracket. */
const callable: Callable = new Map([
  ...ruleFunctions.map(
    ({ name, signature }) => [name.replace('.', ''), signature?.replace(/: \w+$/, '')] as const,
  ),
  ...[...macros.keys(), 'has', 'dyn'].map((name) => [name, undefined] as const),
]);

class Translation {
  readonly reads = new Set<Pointer>();
  readonly fields: NamedField[] = [];
  readonly #paths = new FieldPaths();
  readonly #codelists: ListedCodes;

  constructor(codelists: ListedCodes) {
    this.#codelists = codelists;
  }

  translate(node: ASTNode): Program {
    if (node.op === 'value') return literal(node.args, node.start);
    if (node.op === 'id') return this.#variable(node.args);
    if (node.op === '.') return this.#member(node.args[0], ['value', node.args[1]], node);
    if (node.op === '[]') return this.#member(node.args[0], this.translate(node.args[1]), node);
    if (node.op === 'call') return this.#call(node.args[0], node.args[1], node);
    if (node.op === 'rcall') return this.#methodCall(node.args, node);
    if (node.op === 'list') return ['list', ...node.args.map((item) => this.translate(item))];
    if (node.op === '!_' || node.op === '-_') return [node.op, this.translate(node.args)];
    if (node.op === '?:' || node.op === '||' || node.op === '&&' || plainOperators.has(node.op)) {
      return [node.op, ...(node.args as readonly ASTNode[]).map((item) => this.translate(item))];
    }
    throw new ExpressionError(`Rules cannot use \`${node.op}\`.`, node.start);
  }

  #variable(name: string): Program {
    if (name === 'this') this.reads.add('');
    return ['id', name];
  }

  #member(owner: ASTNode, key: Program, { start }: ASTNode): Program {
    const [kind, name] = key;
    const isRecord = owner.op === 'id' && owner.args === 'this';
    if (kind === 'value' && typeof name === 'string') {
      const path = this.#paths.of(owner);
      if (path !== undefined) this.fields.push({ pointer: child(path, name), offset: start });
      if (isRecord) {
        this.reads.add(child('', name));
        return ['[]', ['id', 'this'], key];
      }
    }
    return ['[]', this.translate(owner), key];
  }

  #call(name: string, written: readonly ASTNode[], node: ASTNode): Program {
    if (name === 'has') return this.#has(written, node);
    if (name === 'dyn' && written[0] !== undefined) return this.translate(written[0]);
    this.#known(name, name, { count: written.length, at: node.start });
    const values = written.map((value) => this.translate(value));
    if (name === 'codeOf' || name === 'parentOf') this.#checkList(values[0], node.start);
    return ['call', name, ...values];
  }

  #has(written: readonly ASTNode[], { start }: ASTNode): Program {
    const [member] = written;
    if (member?.op !== '.') throw new ExpressionError('`has` takes a member such as this.title.', start);
    const [, , key] = this.#member(member.args[0], ['value', member.args[1]], member);
    const owner = member.args[0];
    const isRecord = owner.op === 'id' && owner.args === 'this';
    const name = Array.isArray(key) ? (key[1] as Operand) : null;
    return ['has', isRecord ? ['id', 'this'] : this.translate(owner), name ?? null];
  }

  #methodCall(
    [name, owner, written]: readonly [string, ASTNode, readonly ASTNode[]],
    node: ASTNode,
  ): Program {
    if (macros.get(name)?.includes(written.length) === true) return this.#macro(name, owner, written);
    this.#known(name, `.${name}`, { count: written.length, at: node.start });
    const values = written.map((value) => this.translate(value));
    if (name === 'matches') checkPattern(values[0], node.start);
    return ['call', `.${name}`, this.translate(owner), ...values];
  }

  #macro(name: string, owner: ASTNode, [variable, ...bodies]: readonly ASTNode[]): Program {
    if (variable?.op !== 'id')
      throw new ExpressionError(`\`${name}\` needs the name of a variable first.`, owner.start);
    if (variable.args === 'this')
      throw new ExpressionError('`this` is the record; name the variable otherwise.', variable.start);
    const list = this.translate(owner);
    const translated = this.#paths.within(variable.args, owner, () =>
      bodies.map((body) => this.translate(body)),
    );
    return ['macro', name, list, variable.args, ...translated];
  }

  #known(shown: string, name: string, { count, at }: { count: number; at: number }): void {
    if (findRuleFunction(name, count) !== undefined) return;
    throw new ExpressionError(`Rules have no function \`${shown}\` with ${count} arguments.`, at);
  }

  #checkList(list: Program | undefined, offset: number): void {
    const name = list?.[0] === 'value' ? list[1] : undefined;
    if (typeof name !== 'string') throw new ExpressionError('The code list must be named by a text.', offset);
    if (!this.#codelists.has(name))
      throw new ExpressionError(`The package has no code list \`${name}\`.`, offset);
  }
}

function literal(value: unknown, offset: number): Program {
  if (typeof value === 'bigint') return ['int', String(value)];
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return ['value', value];
  }
  throw new ExpressionError('Rules have no bytes and no unsigned numbers.', offset);
}

/** Patterns come from the standard, never from data. */
function checkPattern(pattern: Program | undefined, offset: number): void {
  const source = pattern?.[0] === 'value' ? pattern[1] : undefined;
  if (typeof source !== 'string')
    throw new ExpressionError('The pattern of `matches` must be written out.', offset);
  try {
    compilePattern(source);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ExpressionError(`The pattern cannot be used: ${reason}.`, offset);
  }
}
