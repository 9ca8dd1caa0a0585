import type { Fault } from '../../model/fault.ts';
import type { Pointer } from '../../model/pointer.ts';
import { child, lastToken, parentOf } from '../../model/pointer.ts';
import type { Branch, Choice } from '../branch-choice.ts';
import { narrow } from '../branch-choice.ts';
import { branchName, discriminatorsOf, rootTypesOf } from '../discriminators.ts';
import { faultKey } from '../fault-list.ts';
import type { Check, KeywordCompiler, SchemaJudge, Site } from '../judge.ts';
import type { Run } from '../run.ts';
import { Seen } from '../run.ts';
import { isObject } from '../subschemas.ts';
import { tryOut } from './logic.ts';
import { mergedFault } from './merged-fault.ts';

/** A branch with its reasons for refusing the value. */
interface Refusal {
  readonly branch: Branch;
  readonly faults: readonly Fault[];
  readonly seen: Seen | undefined;
}

interface Refused {
  readonly site: Site;
  readonly branches: () => readonly Branch[];
}

function branchesOf(site: Site): Refused & { readonly schemas: readonly SchemaJudge[] } {
  const schemas = (site.value as readonly unknown[]).map((_, index) => site.inner(String(index)));
  let described: readonly Branch[] | undefined;
  const branches = (): readonly Branch[] => {
    described ??= schemas.map((schema, index) => ({
      index,
      schema,
      types: rootTypesOf(schema.location, site.workshop),
      discriminators: discriminatorsOf(schema.location, site.workshop),
    }));
    return described;
  };
  return { site, branches, schemas };
}

function refusals(
  branches: readonly Branch[],
  value: unknown,
  place: { readonly run: Run; readonly at: Pointer },
): Refusal[] {
  const { run, at } = place;
  const { out, seen } = run;
  const all = branches.map((branch) => {
    run.out = [];
    run.seen = seen === undefined ? undefined : new Seen();
    branch.schema.explain(value, run, at);
    return { branch, faults: run.out, seen: run.seen };
  });
  run.out = out;
  run.seen = seen;
  return all;
}

/** Reports why no branch accepts the value, as if only the branch that was meant stood there. */
function explainRefusal(
  refused: Refused,
  value: unknown,
  place: { readonly run: Run; readonly at: Pointer },
): void {
  const { site } = refused;
  const { run, at } = place;
  if (!run.mayExplainBranch()) {
    run.report(site.fault(at));
    return;
  }
  const choice = narrow(refused.branches(), value);
  const all = refusals(choice.branches, value, place);
  for (const { seen } of all) if (seen !== undefined) run.seen?.merge(seen);
  const wrongKind = contradiction({ refused, choice, all }, value, place);
  const faults = wrongKind === undefined ? chosenFaults(site, choice, { all, at, value }) : [wrongKind];
  for (const fault of faults) run.report(fault);
}

const extraKeywords = new Set(['additionalProperties', 'unevaluatedProperties']);

/**
 * Where the kind that a value names fits nothing else in it: some of what that kind demands is missing, some of what is there
 * it forbids, and another kind lacks nothing but its name. Then the name is what is wrong.
 */
function contradiction(
  { refused, choice, all }: { refused: Refused; choice: Choice; all: readonly Refusal[] },
  value: unknown,
  { run, at }: { readonly run: Run; readonly at: Pointer },
): Fault | undefined {
  const [only] = all;
  if (choice.assumed === undefined || only === undefined || all.length > 1) return undefined;
  const lacks = only.faults.some(({ keyword, pointer }) => keyword === 'required' && pointer === at);
  const forbids = only.faults.some(
    ({ keyword, pointer }) => extraKeywords.has(keyword) && parentOf(pointer) === at,
  );
  if (!lacks || !forbids) return undefined;
  const others = refused.branches().filter((branch) => branch !== only.branch);
  const misnamed = refusals(others, value, { run, at }).filter(({ branch, faults }) => {
    const [fault] = faults;
    const isKind = fault !== undefined && (fault.keyword === 'const' || fault.keyword === 'enum');
    return faults.length === 1 && isKind && branch.discriminators.has(lastToken(fault.pointer));
  });
  const fault = misnamed.length === 1 ? misnamed[0]?.faults[0] : undefined;
  if (fault === undefined || parentOf(fault.pointer) !== at) return undefined;
  const [meant] =
    fault.keyword === 'enum' && Array.isArray(fault.expected) ? fault.expected : [fault.expected];
  return refused.site.fault(fault.pointer, {
    detail: { kind: `${lastToken(fault.pointer)} = ${String(meant)}` },
  });
}

function chosenFaults(
  site: Site,
  choice: Choice,
  refused: { readonly all: readonly Refusal[]; readonly at: Pointer; readonly value: unknown },
): readonly Fault[] {
  const { all, at, value } = refused;
  const { unknownKind } = choice;
  if (unknownKind !== undefined) {
    const pointer = child(at, unknownKind.name);
    const fault = site.fault(pointer, { keyword: 'enum', expected: unknownKind.values });
    return [fault, ...sharedFaults(all).filter((shared) => shared.pointer !== pointer)];
  }
  const meant = meantByNames(all, value, at);
  const merged =
    meant === undefined && all.length > 1
      ? mergedFault(
          site,
          all.map(({ faults }) => faults),
        )
      : undefined;
  if (merged !== undefined) return [merged];
  const best =
    meant ?? all.reduce((least, next) => (next.faults.length < least.faults.length ? next : least));
  const assumed = choice.assumed ?? (all.length > 1 ? branchName(best.branch.schema.location) : undefined);
  return assumed === undefined ? best.faults : best.faults.map((fault) => assuming(fault, assumed));
}

/** Where every branch only misses properties of the object: the one that has most of what it demands, if it is alone in that. */
function meantByNames(all: readonly Refusal[], value: unknown, at: Pointer): Refusal | undefined {
  if (!isObject(value)) return undefined;
  const onlyMissing = all.every(({ faults }) =>
    faults.every(({ keyword, pointer }) => keyword === 'required' && pointer === at),
  );
  if (!onlyMissing) return undefined;
  const has = all.map(({ faults }) => {
    const demanded = faults.flatMap(({ expected }) =>
      Array.isArray(expected) ? (expected as unknown[]) : [],
    );
    return new Set(demanded.filter((name) => typeof name === 'string' && Object.hasOwn(value, name))).size;
  });
  const most = Math.max(...has);
  const nearest = all.filter((_, index) => has[index] === most);
  return most > 0 && nearest.length === 1 ? nearest[0] : undefined;
}

function assuming(fault: Fault, assumed: string): Fault {
  return { ...fault, assumed: [assumed, ...(fault.assumed ?? [])] };
}

/** The faults that every branch finds. */
function sharedFaults(all: readonly Refusal[]): readonly Fault[] {
  const [first, ...others] = all.map(({ faults }) => faults);
  const keys = others.map((faults) => new Set(faults.map(faultKey)));
  return (first ?? []).filter((fault) => keys.every((known) => known.has(faultKey(fault))));
}

function anyOf(site: Site): Check {
  const { branches, schemas } = branchesOf(site);
  const accepted = (value: unknown, run: Run): boolean => {
    if (run.seen === undefined) return schemas.some((schema) => schema.test(value, run));
    return schemas.filter((schema) => tryOut(schema, value, run)).length > 0;
  };
  return {
    keyword: site.keyword,
    kind: undefined,
    test: accepted,
    explain(value, run, at) {
      if (!accepted(value, run)) explainRefusal({ site, branches }, value, { run, at });
    },
  };
}

function oneOf(site: Site): Check {
  const { branches, schemas } = branchesOf(site);
  const matches = (value: unknown, run: Run, enough: number): number => {
    let count = 0;
    for (const schema of schemas) {
      if (tryOut(schema, value, run)) count += 1;
      if (count === enough) break;
    }
    return count;
  };
  return {
    keyword: site.keyword,
    kind: undefined,
    test: (value, run) => matches(value, run, 2) === 1,
    explain(value, run, at) {
      const count = matches(value, run, schemas.length + 1);
      if (count === 0) explainRefusal({ site, branches }, value, { run, at });
      else if (count > 1) run.report(site.fault(at, { detail: { matches: count } }));
    },
  };
}

/** Keywords that offer a choice between schemas. */
export const branchKeywords: readonly (readonly [string, KeywordCompiler])[] = [
  ['anyOf', anyOf],
  ['oneOf', oneOf],
];
