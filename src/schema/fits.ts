import type { Pointer } from '../model/pointer.ts';
import { tokensOf } from '../model/pointer.ts';
import { actsAt } from './inspection.ts';
import type { SchemaJudge, Workshop } from './judge.ts';
import type { Location } from './location.ts';
import { member } from './location.ts';
import { compilePattern } from './pattern/pattern.ts';
import type { Run } from './run.ts';
import { isObject, subschemasOf } from './subschemas.ts';

/** A schema that speaks of a field; `sure` where it always does, not only in some branch. */
interface Speaking {
  readonly at: Location;
  readonly sure: boolean;
}

/** How many schemas are looked at before the search is given up. */
const maxVisited = 2_000;

/** A schema and all that judge the same value with it or in its stead. */
function withInPlace(start: readonly Speaking[], workshop: Workshop): Speaking[] {
  const found: Speaking[] = [...start];
  const visited = new Set<unknown>(start.map(({ at }) => at.value));
  for (let index = 0; index < found.length && index < maxVisited; index += 1) {
    const current = found[index];
    if (current === undefined) continue;
    for (const next of besides(current, workshop)) {
      if (visited.has(next.at.value)) continue;
      visited.add(next.at.value);
      found.push(next);
    }
  }
  return found;
}

function* besides({ at, sure }: Speaking, workshop: Workshop): Generator<Speaking> {
  const reference = member(at.value, '$ref');
  if (typeof reference === 'string') yield { at: workshop.target(at, reference), sure };
  if (!isObject(at.value)) return;
  for (const { keyword, tokens } of subschemasOf(at.value, at.resource.dialect)) {
    if (branching.has(keyword)) yield { at: workshop.below(at, tokens), sure: sure && keyword === 'allOf' };
  }
}

/** Keywords whose schemas may speak of the same value. */
const branching = new Set(['allOf', 'anyOf', 'oneOf', 'then', 'else']);

/** Schemas by position speak of some items only. */
function* listedItems({ at }: Speaking, workshop: Workshop): Generator<Speaking> {
  if (!isObject(at.value)) return;
  for (const { keyword, tokens } of subschemasOf(at.value, at.resource.dialect)) {
    if (keyword === 'items' || keyword === 'prefixItems')
      yield { at: workshop.below(at, tokens), sure: false };
  }
}

/** The schemas for one member: a property, or any item for `*`. */
function* forMember({ at, sure }: Speaking, token: string, workshop: Workshop): Generator<Speaking> {
  const down = (...tokens: string[]): Speaking => ({ at: workshop.below(at, tokens), sure });
  const acting = (keyword: string): unknown => (actsAt(at, keyword) ? member(at.value, keyword) : undefined);
  if (token === '*') {
    if (isObject(acting('items'))) yield down('items');
    else yield* listedItems({ at, sure }, workshop);
    return;
  }
  const properties = acting('properties');
  if (isObject(properties) && Object.hasOwn(properties, token)) yield down('properties', token);
  const patterns = acting('patternProperties');
  for (const source of isObject(patterns) ? Object.keys(patterns) : []) {
    if (compilePattern(source).test(token) === true) yield down('patternProperties', source);
  }
}

/**
 * Whether a value would be accepted at a field pattern such as `/distribution/*` + `/format`: by every schema that always speaks of
 * the field, and by one of those that speak of it in some branch. `undefined` where no schema does.
 */
export function fitsAt(
  judges: readonly SchemaJudge[],
  field: Pointer,
  about: { readonly value: unknown; readonly workshop: Workshop; readonly run: Run },
): boolean | undefined {
  const { value, workshop, run } = about;
  let speaking = judges.map(({ location }): Speaking => ({ at: location, sure: true }));
  for (const token of tokensOf(field)) {
    const around = withInPlace(speaking, workshop);
    speaking = around.flatMap((schema) => [...forMember(schema, token, workshop)]);
    if (speaking.length === 0) return undefined;
  }
  const accepts = ({ at }: Speaking): boolean => workshop.judgeAt(at).test(value, run);
  const sometimes = speaking.filter(({ sure }) => !sure);
  return (
    speaking.filter(({ sure }) => sure).every(accepts) && (sometimes.length === 0 || sometimes.some(accepts))
  );
}
