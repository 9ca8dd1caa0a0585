import type { Cost } from '../schema/pattern/cost.ts';
import { compilePattern } from '../schema/pattern/pattern.ts';
import { isObject } from '../schema/subschemas.ts';
import type { RuleData, SchemaFile } from './package-data.ts';

/**
 * What the patterns of schemas and rules cost, by pattern: working that out takes longer than judging a record. A pattern that
 * is not listed is looked into when it is first used, so the list need not be complete.
 */
export function patternCosts(
  schemas: readonly SchemaFile[],
  rules: readonly RuleData[],
): Record<string, Cost> {
  const sources = new Set<string>();
  const open: unknown[] = [
    ...schemas.map(({ value }) => value ?? null),
    ...rules.flatMap(({ when, assert }) => [when?.program ?? null, assert.program]),
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const source of Array.isArray(next) ? matchedBy(next) : patternsIn({ ...next })) sources.add(source);
    // Nothing undefined is put on the stack: it would end the loop.
    for (const item of Object.values(next)) open.push(item ?? null);
  }
  const costs = [...sources].sort().flatMap((source) => {
    const cost = costOf(source);
    return cost === undefined ? [] : [[source, cost] as const];
  });
  return Object.fromEntries(costs);
}

function patternsIn({ pattern, patternProperties }: Readonly<Record<string, unknown>>): string[] {
  return [
    ...(typeof pattern === 'string' ? [pattern] : []),
    ...(isObject(patternProperties) ? Object.keys(patternProperties) : []),
  ];
}

/** The pattern of `text.matches(pattern)` in a program. */
function matchedBy([operator, name, , pattern]: readonly unknown[]): string[] {
  if (operator !== 'call' || name !== '.matches' || !Array.isArray(pattern)) return [];
  const source: unknown = pattern[1];
  return typeof source === 'string' ? [source] : [];
}

/** Undefined for a text that only looked like a pattern, such as the name of a property. */
function costOf(source: string): Cost | undefined {
  try {
    return compilePattern(source).cost;
  } catch {
    return undefined;
  }
}
