import type { RuleSurroundings } from './cel-functions.ts';
import { findRuleFunction } from './cel-functions.ts';
import type { Operand, Program } from './cel-program.ts';
import {
  arithmetic,
  asBool,
  equal,
  isMap,
  memberOf,
  noOverload,
  ordered,
  RuleTrouble,
  spend,
  weightOf,
} from './cel-values.ts';

/** The variables in sight. */
interface Scope {
  readonly name: string;
  readonly value: unknown;
  readonly outer: Scope | undefined;
}

interface Frame {
  readonly scope: Scope | undefined;
  readonly around: RuleSurroundings;
}

type Step = (frame: Frame) => unknown;
type Build = (operands: readonly Operand[]) => Step;

/** A program, ready to be run on records. Errors are `RuleTrouble`. */
export type Runnable = (record: unknown, around: RuleSurroundings) => unknown;

/** Makes a runnable of a program. Programs come from `compileExpression`, so their shape is known to be right. */
export function makeRunnable(program: Program): Runnable {
  const step = build(program);
  return (record, around) => step({ scope: { name: 'this', value: record, outer: undefined }, around });
}

function build(program: Operand): Step {
  if (!Array.isArray(program)) throw new TypeError('a program was expected');
  const [operator, ...operands] = program as Program;
  const make = builders.get(operator) ?? binary(operator);
  return make(operands);
}

const builders: ReadonlyMap<string, Build> = new Map<string, Build>([
  [
    'value',
    ([value]) =>
      () =>
        value,
  ],
  ['int', ([digits]) => constant(BigInt(String(digits)))],
  [
    'id',
    ([name]) =>
      ({ scope }) =>
        lookUp(scope, String(name)),
  ],
  ['.', ([owner = null, name]) => member(build(owner), () => name)],
  ['[]', ([owner = null, key = null]) => member(build(owner), build(key))],
  ['has', ([owner = null, name]) => has(build(owner), String(name))],
  ['list', (items) => list(items.map(build))],
  ['?:', ([test = null, then = null, other = null]) => choice(build(test), build(then), build(other))],
  ['&&', ([one = null, other = null]) => logic(build(one), build(other), false)],
  ['||', ([one = null, other = null]) => logic(build(one), build(other), true)],
  ['!_', ([value = null]) => not(build(value))],
  ['-_', ([value = null]) => negative(build(value))],
  ['call', ([name, ...values]) => call(String(name), values.map(build))],
  [
    'macro',
    ([name, owner = null, variable, ...bodies]) => macro(String(name), String(variable), [owner, ...bodies]),
  ],
]);

function constant(value: unknown): Step {
  return () => value;
}

function lookUp(scope: Scope | undefined, name: string): unknown {
  for (let at = scope; at !== undefined; at = at.outer) if (at.name === name) return at.value;
  throw new RuleTrouble(`there is no variable ${name}`);
}

function member(owner: Step, key: Step): Step {
  return (frame) => memberOf(owner(frame), key(frame));
}

function has(owner: Step, name: string): Step {
  return (frame) => {
    const value = owner(frame);
    if (!isMap(value)) throw noOverload('has', value);
    return Object.hasOwn(value, name);
  };
}

function list(items: readonly Step[]): Step {
  return (frame) => items.map((item) => item(frame));
}

function choice(test: Step, then: Step, other: Step): Step {
  return (frame) => (asBool(test(frame), 'the condition') ? then(frame) : other(frame));
}

/** `&&` and `||` of CEL: trouble on one side does not matter where the other side decides. */
function logic(one: Step, other: Step, decisive: boolean): Step {
  const sides = [one, other].map((side) => (frame: Frame) => asBool(side(frame), 'one side of && or ||'));
  return (frame) => decides(sides, (side) => side(frame) === decisive) === decisive;
}

function not(value: Step): Step {
  return (frame) => !asBool(value(frame), 'what stands behind `!`');
}

function negative(value: Step): Step {
  return (frame) => {
    const number = value(frame);
    if (typeof number === 'number' || typeof number === 'bigint') return -number;
    throw noOverload('-', number);
  };
}

function binary(operator: string): Build {
  return ([left = null, right = null]) => {
    const [one, other] = [build(left), build(right)];
    if (operator === '==') return (frame) => equal(one(frame), other(frame), frame.around);
    if (operator === '!=') return (frame) => !equal(one(frame), other(frame), frame.around);
    if (operator === 'in') return (frame) => isIn(one(frame), other(frame), frame.around);
    if (/^[<>]/.test(operator)) return (frame) => ordered(operator, one(frame), other(frame));
    return (frame) => {
      const [first, second] = [one(frame), other(frame)];
      spend(frame.around, weightOf(first) + weightOf(second));
      return arithmetic(operator, first, second);
    };
  };
}

function isIn(value: unknown, owner: unknown, around: RuleSurroundings): boolean {
  if (Array.isArray(owner)) return owner.some((item) => equal(item, value, around));
  if (isMap(owner) && typeof value === 'string') return Object.hasOwn(owner, value);
  throw noOverload('in', value, owner);
}

function call(name: string, values: readonly Step[]): Step {
  const found = findRuleFunction(name, name.startsWith('.') ? values.length - 1 : values.length);
  if (found === undefined) throw new TypeError(`there is no function ${name}`);
  return (frame) => {
    const given = values.map((value) => value(frame));
    spend(frame.around, 1 + given.reduce<number>((sum, one) => sum + weightOf(one), 0));
    return found.run(given, frame.around);
  };
}

function macro(name: string, variable: string, [owner = null, ...bodies]: readonly Operand[]): Step {
  const cost = sizeOf(bodies);
  const itemsOf = build(owner);
  const [first = constant(true), second] = bodies.map(build);
  return (frame) => {
    const items = itemsOf(frame);
    const values = isMap(items) ? Object.keys(items) : items;
    if (!Array.isArray(values)) throw noOverload(name, items);
    const inside = (body: Step) => (value: unknown) => {
      spend(frame.around, cost);
      return body({ ...frame, scope: { name: variable, value, outer: frame.scope } });
    };
    return loop(name, values, [inside(first), second === undefined ? undefined : inside(second)]);
  };
}

function loop(
  name: string,
  values: readonly unknown[],
  [first, second]: readonly [(value: unknown) => unknown, ((value: unknown) => unknown) | undefined],
): unknown {
  const test = (value: unknown): boolean => asBool(first(value), `what \`${name}\` asks`);
  if (name === 'all') return !decides(values, (value) => !test(value));
  if (name === 'exists') return decides(values, test);
  if (name === 'exists_one') return values.filter(test).length === 1;
  if (name === 'filter') return values.filter(test);
  return second === undefined ? values.map(first) : values.filter(test).map(second);
}

/** Whether one item decides; trouble with others does not matter then, and is told otherwise. */
function decides<T>(values: readonly T[], test: (value: T) => boolean): boolean {
  let trouble: RuleTrouble | undefined;
  for (const value of values) {
    try {
      if (test(value)) return true;
    } catch (error) {
      if (!(error instanceof RuleTrouble)) throw error;
      trouble ??= error;
    }
  }
  if (trouble !== undefined) throw trouble;
  return false;
}

function sizeOf(operands: readonly Operand[]): number {
  return operands.reduce<number>((sum, one) => sum + (Array.isArray(one) ? sizeOf(one) : 1), 0);
}
