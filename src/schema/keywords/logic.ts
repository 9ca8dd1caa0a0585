import { discriminatorsOf } from '../discriminators.ts';
import { actsAt } from '../inspection.ts';
import type { Check, KeywordCompiler, SchemaJudge, Site, Workshop } from '../judge.ts';
import type { Location } from '../location.ts';
import { member } from '../location.ts';
import type { Run } from '../run.ts';
import { Seen } from '../run.ts';
import { isObject } from '../subschemas.ts';

/** Tests a schema that may fail without the whole failing: what it has seen counts only if it accepts. */
export function tryOut(schema: SchemaJudge, value: unknown, run: Run): boolean {
  const { seen } = run;
  if (seen === undefined) return schema.test(value, run);
  const own = new Seen();
  run.seen = own;
  const verdict = schema.test(value, run);
  run.seen = seen;
  if (verdict) seen.merge(own);
  return verdict;
}

function allOf(site: Site): Check {
  const schemas = (site.value as readonly unknown[]).map((_, index) => site.inner(String(index)));
  return {
    keyword: site.keyword,
    kind: undefined,
    test: (value, run) => schemas.every((schema) => schema.test(value, run)),
    explain(value, run, at) {
      for (const schema of schemas) schema.explain(value, run, at);
    },
  };
}

function not(site: Site): Check {
  const schema = site.inner();
  const refuses = (value: unknown, run: Run): boolean => {
    const { seen } = run;
    run.seen = undefined;
    const verdict = schema.test(value, run);
    run.seen = seen;
    return !verdict;
  };
  return {
    keyword: site.keyword,
    kind: undefined,
    test: refuses,
    explain(value, run, at) {
      if (!refuses(value, run)) run.report(site.fault(at));
    },
  };
}

/** The properties that a condition ties to values. */
function conditionNames(condition: Location, workshop: Workshop): readonly string[] {
  const negated = actsAt(condition, 'not') && isObject(member(condition.value, 'not'));
  const inverse = negated ? discriminatorsOf(workshop.below(condition, ['not']), workshop).keys() : [];
  return [...discriminatorsOf(condition, workshop).keys(), ...inverse];
}

/** What a condition that held says of the value: `type = plan`; undefined where it says more, or other, than that. */
function heldCondition(condition: Location, workshop: Workshop, value: unknown): string | undefined {
  if (Object.keys(isObject(condition.value) ? condition.value : {}).some((keyword) => !tellable.has(keyword)))
    return undefined;
  const ties = [...discriminatorsOf(condition, workshop)].filter(
    ([name]) => member(value, name) !== undefined,
  );
  const texts = ties.map(([name]) => `${name} = ${String(member(value, name))}`);
  return texts.length === 0 ? undefined : texts.join(', ');
}

/** The keywords of a condition that `name = value` tells in full. */
const tellable = new Set(['properties', 'required', 'type', 'title', 'description', '$comment']);

function conditional(site: Site): Check | undefined {
  const condition = site.inner();
  const branch = (keyword: string): SchemaJudge | undefined =>
    site.beside(keyword) === undefined
      ? undefined
      : site.workshop.judgeAt(site.workshop.below(site.location, [keyword]));
  const accepted = branch('then');
  const refused = branch('else');
  /** The properties that the condition looks at, found when first needed. */
  let names: readonly string[] | undefined;
  return {
    keyword: site.keyword,
    kind: undefined,
    test(value, run) {
      const next = tryOut(condition, value, run) ? accepted : refused;
      return next === undefined || next.test(value, run);
    },
    explain(value, run, at) {
      const next = tryOut(condition, value, run) ? accepted : refused;
      const before = run.out.length;
      next?.explain(value, run, at);
      if (run.out.length === before) return;
      names ??= conditionNames(condition.location, site.workshop);
      if (names.length > 0) run.doubt(run.out.slice(before), { pointer: at, names });
      if (next === accepted) run.assume(before, at, heldCondition(condition.location, site.workshop, value));
    },
  };
}

/** Keywords that combine the verdicts of schemas on the same value; `anyOf` and `oneOf` live in `branches.ts`. */
export const logicKeywords: readonly (readonly [string, KeywordCompiler])[] = [
  ['allOf', allOf],
  ['not', not],
  ['if', conditional],
];
