/**
 * What a rule cannot do with the values it met: a missing key, a comparison of unlike things, too much work.
 * One sentence without a full stop; shown to people.
 */
export class RuleTrouble extends Error {}

/** A map of CEL: an object of the record. */
export type CelMap = Readonly<Record<string, unknown>>;

const maxInt = 2n ** 63n - 1n;
const maxText = 1_000_000;

/** What one evaluation may still cost. */
export interface Budget {
  steps: number;
}

/** The budget is spent: ends the whole evaluation, whatever stands around. */
export class BudgetSpent extends Error {}

/** Takes steps from the budget. */
export function spend(budget: Budget, steps: number): void {
  budget.steps -= steps;
  if (budget.steps < 0) throw new BudgetSpent('judging the rule takes too many steps');
}

/** What handling a value may cost: long texts and lists are not handled in one step. */
export function weightOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length >> 5 : 0;
}

export function isMap(value: unknown): value is CelMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** What a value is called in sentences. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'object') return 'map';
  return { boolean: 'bool', number: 'double' }[typeof value as string] ?? typeof value;
}

export function asBool(value: unknown, what: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new RuleTrouble(`${what} is ${typeName(value)}, not true or false`);
}

/** CEL equality: deep, numbers by value whatever their type; unlike things are unequal. */
export function equal(one: unknown, other: unknown, budget: Budget): boolean {
  spend(budget, 1);
  if (isNumber(one) && isNumber(other)) {
    // biome-ignore lint/suspicious/noDoubleEquals: int and double are equal by value, which `===` denies
    return one == other;
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => equal(item, other[index], budget));
  }
  if (!isMap(one) || !isMap(other)) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && equal(one[name], other[name], budget))
  );
}

/** `<`, `<=`, `>`, `>=` for two numbers, texts or truth values. */
export function ordered(operator: string, one: unknown, other: unknown): boolean {
  const alike =
    (isNumber(one) && isNumber(other)) ||
    (typeof one === 'string' && typeof other === 'string') ||
    (typeof one === 'boolean' && typeof other === 'boolean');
  if (!alike) throw noOverload(operator, one, other);
  const [left, right] = [one as string, other as string];
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  return operator === '>' ? left > right : left >= right;
}

/** `+ - * / %`. Two ints stay int, as in CEL; a number of the record is a double and mixes with ints. */
export function arithmetic(operator: string, one: unknown, other: unknown): unknown {
  if (typeof one === 'bigint' && typeof other === 'bigint') return ints(operator, one, other);
  if (isNumber(one) && isNumber(other)) return doubles(operator, Number(one), Number(other));
  if (operator === '+' && typeof one === 'string' && typeof other === 'string') {
    if (one.length + other.length > maxText) throw new RuleTrouble('a text grows too long');
    return one + other;
  }
  if (operator === '+' && Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  throw noOverload(operator, one, other);
}

function ints(operator: string, one: bigint, other: bigint): bigint {
  if ((operator === '/' || operator === '%') && other === 0n) throw new RuleTrouble('division by zero');
  const result = intOperators.get(operator)?.(one, other) ?? 0n;
  if (result > maxInt || result < -maxInt - 1n) throw new RuleTrouble('an int grows too large');
  return result;
}

const intOperators: ReadonlyMap<string, (one: bigint, other: bigint) => bigint> = new Map([
  ['+', (one: bigint, other: bigint) => one + other],
  ['-', (one: bigint, other: bigint) => one - other],
  ['*', (one: bigint, other: bigint) => one * other],
  ['/', (one: bigint, other: bigint) => one / other],
  ['%', (one: bigint, other: bigint) => one % other],
]);

function doubles(operator: string, one: number, other: number): number {
  if (operator === '+') return one + other;
  if (operator === '-') return one - other;
  if (operator === '*') return one * other;
  return operator === '/' ? one / other : one % other;
}

/** A member of a list or map; what a map does not have reads as null. */
export function memberOf(owner: unknown, key: unknown): unknown {
  if (Array.isArray(owner) && isNumber(key)) {
    const index = Number(key);
    if (Number.isInteger(index) && index >= 0 && index < owner.length) return owner[index] as unknown;
    throw new RuleTrouble(`the list has ${owner.length} items, none of them is number ${index}`);
  }
  if (isMap(owner) && typeof key === 'string') return Object.hasOwn(owner, key) ? owner[key] : null;
  throw new RuleTrouble(
    `${typeName(owner)} has no member ${typeof key === 'string' ? `\`${key.slice(0, 40)}\`` : 'of that kind'}`,
  );
}

/** The operator is not defined for these types. */
export function noOverload(operator: string, ...values: readonly unknown[]): RuleTrouble {
  return new RuleTrouble(`\`${operator}\` is not defined for ${values.map(typeName).join(' and ')}`);
}
