import { child } from '../../model/pointer.ts';
import type { Check, KeywordCompiler, Site } from '../judge.ts';
import { assertion } from '../judge.ts';
import { isSchema } from '../subschemas.ts';

type Members = Readonly<Record<string, unknown>>;

/** One fault for each name that an object lacks. */
function namesPresent(site: Site, names: readonly string[]): Check {
  return {
    keyword: site.keyword,
    kind: 'object',
    test: (value) => names.every((name) => Object.hasOwn(value as Members, name)),
    explain(value, run, at) {
      for (const name of new Set(names)) {
        if (!Object.hasOwn(value as Members, name)) run.report(site.fault(at, { name }));
      }
    },
  };
}

/** `required`, and `recommended` with the same meaning at a lower rank. */
export function required(site: Site): Check {
  return namesPresent(site, site.value as string[]);
}

/** One fault for each name that a present property demands in vain. */
function demandedNames(site: Site, demands: readonly (readonly [string, readonly string[]])[]): Check {
  return {
    keyword: site.keyword,
    kind: 'object',
    test: (value) =>
      demands.every(
        ([name, demanded]) =>
          !Object.hasOwn(value as Members, name) ||
          demanded.every((one) => Object.hasOwn(value as Members, one)),
      ),
    explain(value, run, at) {
      for (const [because, demanded] of demands) {
        if (!Object.hasOwn(value as Members, because)) continue;
        for (const name of demanded) {
          if (Object.hasOwn(value as Members, name)) continue;
          run.report(site.fault(at, { name, detail: { because } }));
        }
      }
    },
  };
}

function dependentRequired(site: Site): Check {
  return demandedNames(site, Object.entries(site.value as Record<string, string[]>));
}

/** In-place schemas that apply when a property is present. */
function dependentSchemas(site: Site, names: readonly string[]): Check {
  const schemas = names.map((name) => [name, site.inner(name)] as const);
  return {
    keyword: site.keyword,
    kind: 'object',
    test: (value, run) =>
      schemas.every(([name, schema]) => !Object.hasOwn(value as Members, name) || schema.test(value, run)),
    explain(value, run, at) {
      for (const [name, schema] of schemas) {
        if (Object.hasOwn(value as Members, name)) schema.explain(value, run, at);
      }
    },
  };
}

/** Before 2019-09 one keyword held both kinds of dependency. */
function dependencies(site: Site): Check {
  const entries = Object.entries(site.value as Members);
  const names = demandedNames(
    site,
    entries.flatMap(([name, value]) => (Array.isArray(value) ? [[name, value as string[]] as const] : [])),
  );
  const schemas = dependentSchemas(
    site,
    entries.filter(([, value]) => isSchema(value)).map(([name]) => name),
  );
  return {
    keyword: site.keyword,
    kind: 'object',
    test: (value, run) => names.test(value, run) && schemas.test(value, run),
    explain(value, run, at) {
      names.explain(value, run, at);
      schemas.explain(value, run, at);
    },
  };
}

function memberCount(holds: (count: number, limit: number) => boolean): KeywordCompiler {
  return (site) => {
    const limit = Number(site.value);
    return assertion<Members>(site, 'object', {
      holds: (value) => holds(Object.keys(value).length, limit),
      more: (value) => ({ detail: { count: Object.keys(value).length } }),
    });
  };
}

function propertyNames(site: Site): Check {
  const schema = site.inner();
  return {
    keyword: site.keyword,
    kind: 'object',
    test(value, run) {
      const { seen } = run;
      run.seen = undefined;
      const verdict = Object.keys(value as Members).every((name) => schema.test(name, run));
      run.seen = seen;
      return verdict;
    },
    explain(value, run, at) {
      const { seen, out } = run;
      run.seen = undefined;
      for (const name of Object.keys(value as Members)) {
        run.out = [];
        schema.explain(name, run, '');
        const [inner] = run.out;
        run.out = out;
        if (inner === undefined) continue;
        run.report(site.fault(child(at, name), { name, detail: { keyword: inner.keyword } }));
      }
      run.seen = seen;
    },
  };
}

/** Keywords about which properties an object has. */
export const objectKeywords: readonly (readonly [string, KeywordCompiler])[] = [
  ['required', required],
  ['dependentRequired', dependentRequired],
  ['maxProperties', memberCount((count, limit) => count <= limit)],
  ['minProperties', memberCount((count, limit) => count >= limit)],
  ['propertyNames', propertyNames],
  ['dependencies', dependencies],
  ['dependentSchemas', (site) => dependentSchemas(site, Object.keys(site.value as Members))],
];
