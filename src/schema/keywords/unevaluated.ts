import { child } from '../../model/pointer.ts';
import type { Check, KeywordCompiler, Site } from '../judge.ts';
import type { Run } from '../run.ts';

type Members = Readonly<Record<string, unknown>>;

function unseenNames(value: Members, run: Run): string[] {
  const { seen } = run;
  if (seen?.allNames === true) return [];
  return Object.keys(value).filter((name) => seen?.names.has(name) !== true);
}

function unevaluatedProperties(site: Site): Check {
  const schema = site.inner();
  const forbids = site.value === false;
  return {
    keyword: site.keyword,
    kind: 'object',
    test(value, run) {
      const { seen } = run;
      const names = unseenNames(value as Members, run);
      run.seen = undefined;
      const verdict = names.every((name) => schema.test((value as Members)[name], run));
      run.seen = seen;
      if (seen !== undefined) seen.allNames = true;
      return verdict;
    },
    explain(value, run, at) {
      const { seen } = run;
      const names = unseenNames(value as Members, run);
      run.seen = undefined;
      for (const name of names) {
        if (forbids) run.report(site.fault(child(at, name), { name }));
        else schema.explain((value as Members)[name], run, child(at, name));
      }
      run.seen = seen;
      if (seen !== undefined) seen.allNames = true;
    },
  };
}

function unseenIndices(items: readonly unknown[], run: Run): number[] {
  const { seen } = run;
  const indices: number[] = [];
  for (let index = seen?.prefix ?? 0; index < items.length; index += 1) {
    if (seen?.indices.has(index) !== true) indices.push(index);
  }
  return indices;
}

function unevaluatedItems(site: Site): Check {
  const schema = site.inner();
  const forbids = site.value === false;
  return {
    keyword: site.keyword,
    kind: 'array',
    test(value, run) {
      const items = value as readonly unknown[];
      const { seen } = run;
      const indices = unseenIndices(items, run);
      run.seen = undefined;
      const verdict = indices.every((index) => schema.test(items[index], run));
      run.seen = seen;
      if (seen !== undefined) seen.prefix = Infinity;
      return verdict;
    },
    explain(value, run, at) {
      const items = value as readonly unknown[];
      const { seen } = run;
      const indices = unseenIndices(items, run);
      run.seen = undefined;
      const [first] = indices;
      if (forbids && first !== undefined) {
        run.report(site.fault(child(at, first), { detail: { extra: indices.length } }));
      } else {
        for (const index of indices) schema.explain(items[index], run, child(at, index));
      }
      run.seen = seen;
      if (seen !== undefined) seen.prefix = Infinity;
    },
  };
}

/** Keywords about what no other keyword has looked at. They judge last. */
export const unevaluatedKeywords: readonly (readonly [string, KeywordCompiler])[] = [
  ['unevaluatedItems', unevaluatedItems],
  ['unevaluatedProperties', unevaluatedProperties],
];
