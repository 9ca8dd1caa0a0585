import { canonicalText } from './canonical.ts';
import { actsAt } from './inspection.ts';
import type { Workshop } from './judge.ts';
import type { Location } from './location.ts';
import { member } from './location.ts';
import { isObject } from './subschemas.ts';

/** What a branch says about one scalar property: the values it may have. */
export type Discriminators = ReadonlyMap<string, readonly unknown[]>;

/** How many `$ref` and `allOf` steps are followed from a branch. */
const maxSteps = 8;

/** The schemas that a branch stands for: itself and what it draws in by `$ref` and `allOf`. */
function* drawnIn(branch: Location, workshop: Workshop, steps = maxSteps): Generator<Location> {
  yield branch;
  if (steps === 0) return;
  const reference = member(branch.value, '$ref');
  if (typeof reference === 'string') {
    yield* drawnIn(workshop.target(branch, reference), workshop, steps - 1);
  }
  const all = actsAt(branch, 'allOf') ? member(branch.value, 'allOf') : undefined;
  if (!Array.isArray(all)) return;
  for (const index of all.keys()) {
    yield* drawnIn(workshop.below(branch, ['allOf', String(index)]), workshop, steps - 1);
  }
}

/** The values a schema names by `const` or `enum`; `undefined` where it names none, or other than scalars. */
function namedValues(property: Location, workshop: Workshop): readonly unknown[] | undefined {
  for (const schema of drawnIn(property, workshop, 2)) {
    const constant = actsAt(schema, 'const') ? member(schema.value, 'const') : undefined;
    const listed = actsAt(schema, 'enum') ? member(schema.value, 'enum') : undefined;
    const values = constant === undefined ? listed : [constant];
    if (Array.isArray(values) && values.every((value) => typeof value !== 'object')) return values;
  }
  return undefined;
}

/** The properties by which a branch can be told: those that it ties to `const` or `enum`, also through `$ref` and `allOf`. */
export function discriminatorsOf(branch: Location, workshop: Workshop): Discriminators {
  const found = new Map<string, readonly unknown[]>();
  for (const schema of drawnIn(branch, workshop)) {
    const properties = actsAt(schema, 'properties') ? member(schema.value, 'properties') : undefined;
    if (!isObject(properties)) continue;
    for (const name of Object.keys(properties)) {
      const values = namedValues(workshop.below(schema, ['properties', name]), workshop);
      if (values !== undefined && !found.has(name)) found.set(name, values);
    }
  }
  return found;
}

/** The types a branch accepts at its root; `undefined` where it does not say. */
export function rootTypesOf(branch: Location, workshop: Workshop): ReadonlySet<string> | undefined {
  for (const schema of drawnIn(branch, workshop)) {
    const type = actsAt(schema, 'type') ? member(schema.value, 'type') : undefined;
    if (typeof type === 'string') return new Set([type]);
    if (Array.isArray(type)) return new Set(type.map(String));
    const values = namedValues(schema, workshop);
    if (values?.every((value) => typeof value === 'string') === true) return new Set(['string']);
    if (actsAt(schema, 'const') && member(schema.value, 'const') === null) return new Set(['null']);
  }
  return undefined;
}

/** What to call a branch: its title, or the name of the definition it refers to. */
export function branchName(branch: Location): string | undefined {
  const title = member(branch.value, 'title');
  if (typeof title === 'string' && title !== '') return title;
  const reference = member(branch.value, '$ref');
  if (typeof reference !== 'string') return undefined;
  return /(?:^|\/|#)([^/#]+)$/.exec(reference)?.[1];
}

/** Whether `value` is among `values`, by JSON equality. */
export function isAmong(value: unknown, values: readonly unknown[]): boolean {
  const text = canonicalText(value);
  return values.some((one) => canonicalText(one) === text);
}
