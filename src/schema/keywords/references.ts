import type { Check, KeywordCompiler, SchemaJudge, Site } from '../judge.ts';
import type { Location } from '../location.ts';
import type { Run } from '../run.ts';
import { splitUri } from '../uri.ts';

function reference(site: Site): Check {
  const target = site.workshop.judgeAt(site.workshop.target(site.location, String(site.value)));
  const { location } = target;
  return {
    keyword: site.keyword,
    kind: undefined,
    test(value, run) {
      const known = run.recall(location, value);
      if (known !== undefined) return known;
      const verdict = target.test(value, run);
      run.remember(location, value, verdict);
      return verdict;
    },
    explain(value, run, at) {
      if (run.recall(location, value) === true || run.isFull) return;
      const before = run.out.length;
      target.explain(value, run, at);
      if (run.out.length === before) run.remember(location, value, true);
    },
  };
}

/** A reference whose target is found anew for each way by which it is reached. */
function scoped(site: Site, targetIn: (run: Run) => SchemaJudge): Check {
  return {
    keyword: site.keyword,
    kind: undefined,
    test(value, run) {
      const target = targetIn(run);
      run.recall(target.location, value);
      return target.test(value, run);
    },
    explain(value, run, at) {
      const target = targetIn(run);
      run.recall(target.location, value);
      target.explain(value, run, at);
    },
  };
}

function dynamicReference(site: Site): Check {
  const { workshop, location } = site;
  const initial = workshop.target(location, String(site.value));
  const anchor = splitUri(String(site.value))[1];
  if (anchor === '' || anchor.startsWith('/') || initial.resource.dynamicAnchors.get(anchor) !== initial) {
    return reference(site);
  }
  return scoped(site, (run) => {
    let target: Location = initial;
    for (let { scope } = run; scope !== undefined; scope = scope.outer) {
      target = scope.resource.dynamicAnchors.get(anchor) ?? target;
    }
    return workshop.judgeAt(target);
  });
}

function recursiveReference(site: Site): Check {
  const { workshop, location } = site;
  const initial = workshop.target(location, String(site.value));
  if (!initial.resource.recursive || initial !== initial.resource.root) return reference(site);
  return scoped(site, (run) => {
    let target: Location = initial;
    for (let { scope } = run; scope !== undefined; scope = scope.outer) {
      if (scope.resource.recursive) target = scope.resource.root;
    }
    return workshop.judgeAt(target);
  });
}

/** Keywords that hand the value on to a schema elsewhere. */
export const referenceKeywords: readonly (readonly [string, KeywordCompiler])[] = [
  ['$ref', reference],
  ['$dynamicRef', dynamicReference],
  ['$recursiveRef', recursiveReference],
];
