import type { Pointer } from '../../model/pointer.ts';
import { child } from '../../model/pointer.ts';
import type { Check, KeywordCompiler, SchemaJudge, Site } from '../judge.ts';
import type { Pattern } from '../pattern/pattern.ts';
import { compilePattern } from '../pattern/pattern.ts';
import type { Run } from '../run.ts';

type Members = Readonly<Record<string, unknown>>;

/** Judges one property with a schema of its own; what is inside it is nobody else's business. */
function testMember(schema: SchemaJudge, value: unknown, run: Run): boolean {
  const { seen } = run;
  if (seen === undefined) return schema.test(value, run);
  run.seen = undefined;
  const verdict = schema.test(value, run);
  run.seen = seen;
  return verdict;
}

function explainMember(
  schema: SchemaJudge,
  value: unknown,
  place: { readonly run: Run; readonly at: Pointer },
): void {
  const { run, at } = place;
  const { seen } = run;
  run.seen = undefined;
  schema.explain(value, run, at);
  run.seen = seen;
}

function properties(site: Site): Check {
  const schemas = Object.keys(site.value as Members).map((name) => [name, site.inner(name)] as const);
  return {
    keyword: site.keyword,
    kind: 'object',
    test(value, run) {
      const members = value as Members;
      for (const [name, schema] of schemas) {
        if (!Object.hasOwn(members, name)) continue;
        if (!testMember(schema, members[name], run)) return false;
        run.seen?.names.add(name);
      }
      return true;
    },
    explain(value, run, at) {
      const members = value as Members;
      for (const [name, schema] of schemas) {
        if (!Object.hasOwn(members, name)) continue;
        explainMember(schema, members[name], { run, at: child(at, name) });
        run.seen?.names.add(name);
      }
    },
  };
}

/** Where a pattern is too costly for a name, its schema is taken to apply: better one fault too many than a silent pass. */
function applies(pattern: Pattern, name: string): boolean {
  return pattern.test(name) !== false;
}

function patternProperties(site: Site): Check {
  const schemas = Object.keys(site.value as Members).map(
    (source) => [compilePattern(source), site.inner(source)] as const,
  );
  /** Names with each schema that applies to them. */
  function* pairs(members: Members): Generator<readonly [string, SchemaJudge]> {
    for (const name of Object.keys(members)) {
      for (const [pattern, schema] of schemas) if (applies(pattern, name)) yield [name, schema];
    }
  }
  return {
    keyword: site.keyword,
    kind: 'object',
    test(value, run) {
      const members = value as Members;
      for (const [name, schema] of pairs(members)) {
        if (!testMember(schema, members[name], run)) return false;
        run.seen?.names.add(name);
      }
      return true;
    },
    explain(value, run, at) {
      const members = value as Members;
      for (const [name, schema] of pairs(members)) {
        explainMember(schema, members[name], { run, at: child(at, name) });
        run.seen?.names.add(name);
      }
    },
  };
}

/** The names that neither `properties` nor `patternProperties` of the same schema speak of. */
function additionalNames(site: Site): (members: Members) => string[] {
  const named = new Set(Object.keys((site.beside('properties') ?? {}) as Members));
  const patterns = Object.keys((site.beside('patternProperties') ?? {}) as Members).map(compilePattern);
  const matchesNone = (name: string): boolean => !patterns.some((pattern) => pattern.test(name) === true);
  return (members) => Object.keys(members).filter((name) => !named.has(name) && matchesNone(name));
}

function additionalProperties(site: Site): Check {
  const additional = additionalNames(site);
  const schema = site.inner();
  const forbids = site.value === false;
  return {
    keyword: site.keyword,
    kind: 'object',
    test(value, run) {
      const names = additional(value as Members);
      if (forbids) return names.length === 0;
      for (const name of names) {
        if (!testMember(schema, (value as Members)[name], run)) return false;
        run.seen?.names.add(name);
      }
      return true;
    },
    explain(value, run, at) {
      for (const name of additional(value as Members)) {
        if (forbids) run.report(site.fault(child(at, name), { name }));
        else explainMember(schema, (value as Members)[name], { run, at: child(at, name) });
        run.seen?.names.add(name);
      }
    },
  };
}

/** Keywords that give schemas to properties. */
export const propertyKeywords: readonly (readonly [string, KeywordCompiler])[] = [
  ['properties', properties],
  ['patternProperties', patternProperties],
  ['additionalProperties', additionalProperties],
];
