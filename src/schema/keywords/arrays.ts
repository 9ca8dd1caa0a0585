import type { Fault } from '../../model/fault.ts';
import type { Pointer } from '../../model/pointer.ts';
import { child } from '../../model/pointer.ts';
import { firstRepetition } from '../canonical.ts';
import type { Check, KeywordCompiler, SchemaJudge, Site } from '../judge.ts';
import { assertion } from '../judge.ts';
import type { Run, Seen } from '../run.ts';

type Items = readonly unknown[];

/** Runs a judgement of members, which have nothing to do with what has been seen of the array itself. */
function apart<T>(run: Run, judge: (seen: Seen | undefined) => T): T {
  const { seen } = run;
  run.seen = undefined;
  const result = judge(seen);
  run.seen = seen;
  return result;
}

/** Schemas by position. */
function positional(site: Site): Check {
  const schemas = (site.value as Items).map((_, index) => site.inner(String(index)));
  return {
    keyword: site.keyword,
    kind: 'array',
    test: (value, run) =>
      apart(run, (seen) => {
        const items = value as Items;
        if (seen !== undefined) seen.prefix = Math.max(seen.prefix, schemas.length);
        return schemas.every((schema, index) => index >= items.length || schema.test(items[index], run));
      }),
    explain: (value, run, at) =>
      apart(run, (seen) => {
        const items = value as Items;
        if (seen !== undefined) seen.prefix = Math.max(seen.prefix, schemas.length);
        for (const [index, schema] of schemas.entries()) {
          if (index < items.length) schema.explain(items[index], run, child(at, index));
        }
      }),
  };
}

/** One schema for every item from an index on. Where it is `false`, the first item too many gets the fault. */
function uniform(site: Site, schema: SchemaJudge, from: number): Check {
  const forbids = schema.location.value === false;
  const accepts = (items: Items, run: Run): boolean => {
    for (let index = from; index < items.length; index += 1) {
      if (!schema.test(items[index], run)) return false;
    }
    return true;
  };
  const reasons = (items: Items, run: Run, at: Pointer): void => {
    const extra = items.length - from;
    if (forbids && extra > 0) run.report(site.fault(child(at, from), { detail: { extra } }));
    for (let index = from; index < items.length && !forbids; index += 1) {
      schema.explain(items[index], run, child(at, index));
    }
  };
  return {
    keyword: site.keyword,
    kind: 'array',
    test: (value, run) =>
      apart(run, (seen) => {
        if (seen !== undefined) seen.prefix = Infinity;
        return accepts(value as Items, run);
      }),
    explain: (value, run, at) =>
      apart(run, (seen) => {
        if (seen !== undefined) seen.prefix = Infinity;
        reasons(value as Items, run, at);
      }),
  };
}

function items(site: Site): Check {
  if (Array.isArray(site.value)) return positional(site);
  const prefix = site.beside('prefixItems');
  return uniform(site, site.inner(), Array.isArray(prefix) ? prefix.length : 0);
}

function additionalItems(site: Site): Check | undefined {
  const before = site.beside('items');
  return Array.isArray(before) ? uniform(site, site.inner(), before.length) : undefined;
}

function contains(site: Site): Check {
  const schema = site.inner();
  const least = (site.beside('minContains') ?? 1) as number;
  const most = (site.beside('maxContains') ?? Infinity) as number;
  const countsAsSeen = site.draft === '2020-12';

  function matches(value: Items, run: Run): number {
    return apart(run, (seen) => {
      const found = [...value.keys()].filter((index) => schema.test(value[index], run));
      if (countsAsSeen) for (const index of found) seen?.indices.add(index);
      return found.length;
    });
  }

  return {
    keyword: site.keyword,
    kind: 'array',
    test(value, run) {
      const count = matches(value as Items, run);
      return count >= least && count <= most;
    },
    explain(value, run, at) {
      const count = matches(value as Items, run);
      if (count >= least && count <= most) return;
      run.report(containsFault(site, count > most, { at, count }));
    },
  };
}

/** The keyword to blame is the limit that is broken, or `contains` itself where one match is asked for. */
function containsFault(
  site: Site,
  tooMany: boolean,
  found: { readonly at: Pointer; readonly count: number },
): Fault {
  const tooFew = site.beside('minContains') === undefined ? 'contains' : 'minContains';
  const keyword = tooMany ? 'maxContains' : tooFew;
  const schemaPointer = site.schemaPointer.replace(/contains$/, keyword);
  const expected = site.beside(keyword);
  return site.fault(found.at, { keyword, schemaPointer, expected, detail: { matches: found.count } });
}

function itemCount(holds: (count: number, limit: number) => boolean): KeywordCompiler {
  return (site) => {
    const limit = Number(site.value);
    return assertion<Items>(site, 'array', {
      holds: (value) => holds(value.length, limit),
      more: (value) => ({ detail: { count: value.length } }),
    });
  };
}

function uniqueItems(site: Site): Check | undefined {
  if (site.value !== true) return undefined;
  return assertion<Items>(site, 'array', {
    holds: (value) => firstRepetition(value) === undefined,
    more: (value) => {
      const [first, second] = firstRepetition(value) ?? [0, 0];
      return { detail: { first, second } };
    },
  });
}

/** Keywords about arrays. */
export const arrayKeywords: readonly (readonly [string, KeywordCompiler])[] = [
  ['maxItems', itemCount((count, limit) => count <= limit)],
  ['minItems', itemCount((count, limit) => count >= limit)],
  ['uniqueItems', uniqueItems],
  ['prefixItems', positional],
  ['items', items],
  ['additionalItems', additionalItems],
  ['contains', contains],
];
