import type { Discriminators } from './discriminators.ts';
import { isAmong } from './discriminators.ts';
import type { SchemaJudge } from './judge.ts';
import { member } from './location.ts';
import { isObject } from './subschemas.ts';

/** A branch of `anyOf` or `oneOf` that did not accept the value. */
export interface Branch {
  readonly index: number;
  readonly schema: SchemaJudge;
  /** `undefined` where the root of the branch accepts any type. */
  readonly types: ReadonlySet<string> | undefined;
  readonly discriminators: Discriminators;
}

/** The branches that the value may have meant. */
export interface Choice {
  readonly branches: readonly Branch[];
  /** How the branches were told apart: `kind = team`. */
  readonly assumed: string | undefined;
  /** A property that gives no branch's value: the values of all branches. */
  readonly unknownKind: { readonly name: string; readonly values: readonly unknown[] } | undefined;
}

function acceptsType(branch: Branch, value: unknown): boolean {
  const { types } = branch;
  if (types === undefined) return true;
  if (value === null) return types.has('null');
  if (Array.isArray(value)) return types.has('array');
  if (typeof value !== 'number') return types.has(typeof value);
  return types.has('number') || (types.has('integer') && Number.isInteger(value));
}

/** Those that pass a test, or all where none does. */
function preferring(branches: readonly Branch[], test: (branch: Branch) => boolean): readonly Branch[] {
  const kept = branches.filter(test);
  return kept.length === 0 ? branches : kept;
}

function isNullOnly(branch: Branch): boolean {
  return branch.types?.size === 1 && branch.types.has('null');
}

/** The properties of the value that some branch ties to other values than another does. */
function tellingNames(branches: readonly Branch[], value: unknown): string[] {
  if (!isObject(value)) return [];
  const names = new Set(branches.flatMap((branch) => [...branch.discriminators.keys()]));
  return [...names].filter((name) => {
    if (!Object.hasOwn(value, name)) return false;
    const sets = new Set(branches.map((branch) => JSON.stringify(branch.discriminators.get(name) ?? null)));
    return sets.size > 1;
  });
}

/** 1 where every telling property of the value fits the branch and at least one does, -1 where one contradicts, 0 where none speaks. */
function agreement(branch: Branch, value: unknown, names: readonly string[]): -1 | 0 | 1 {
  let verdict: 0 | 1 = 0;
  for (const name of names) {
    const values = branch.discriminators.get(name);
    if (values === undefined) continue;
    if (!isAmong(member(value, name), values)) return -1;
    verdict = 1;
  }
  return verdict;
}

/** Leaves out the branches that the value cannot have meant: for null only, for another type, for another kind. */
export function narrow(all: readonly Branch[], value: unknown): Choice {
  let branches = value === null ? all : preferring(all, (branch) => !isNullOnly(branch));
  branches = preferring(branches, (branch) => acceptsType(branch, value));
  const names = tellingNames(branches, value);
  const matching = branches.filter((branch) => agreement(branch, value, names) === 1);
  if (matching.length > 0 && matching.length < branches.length) {
    return { branches: matching, assumed: assumption(matching, value, names), unknownKind: undefined };
  }
  return { branches, assumed: undefined, unknownKind: unknownKind(branches, value, names) };
}

function assumption(
  matching: readonly Branch[],
  value: unknown,
  names: readonly string[],
): string | undefined {
  const telling = names.filter((name) => matching.some((branch) => branch.discriminators.has(name)));
  const texts = telling.map((name) => `${name} = ${String(member(value, name))}`);
  return texts.length === 0 ? undefined : texts.join(', ');
}

/** A property that every branch ties to values, none of which is there. */
function unknownKind(
  branches: readonly Branch[],
  value: unknown,
  names: readonly string[],
): Choice['unknownKind'] {
  if (branches.length < 2) return undefined;
  for (const name of names) {
    const sets = branches.map((branch) => branch.discriminators.get(name));
    if (sets.some((values) => values === undefined || isAmong(member(value, name), values))) continue;
    return { name, values: [...new Set(sets.flatMap((values) => values ?? []))] };
  }
  return undefined;
}
