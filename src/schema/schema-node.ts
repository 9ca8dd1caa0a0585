import type { Pointer } from '../model/pointer.ts';
import { actsAt } from './inspection.ts';
import type { Check, Kind, SchemaJudge, Workshop } from './judge.ts';
import { kindOf, kinds, Site } from './judge.ts';
import { compilerOf, keywordOrder } from './keywords/registry.ts';
import type { Location } from './location.ts';
import type { Run } from './run.ts';
import { Seen } from './run.ts';
import type { SchemaObject } from './subschemas.ts';

type ChecksByKind = Readonly<Record<Kind, readonly Check[]>>;

/** Compiles the schema at a place. Its keywords are compiled when it first meets a value. */
export function schemaNode(location: Location, workshop: Workshop): SchemaJudge {
  if (location.value === true) return { location, test: () => true, explain() {} };
  if (location.value === false) return falseSchema(location);
  return new SchemaNode(location, workshop);
}

/** Compiles one keyword of the schema at a place. `undefined` where it does not act or asserts nothing. */
export function compileKeyword(location: Location, keyword: string, workshop: Workshop): Check | undefined {
  const acts = (name: string): boolean => actsAt(location, name);
  const compile = acts(keyword) ? compilerOf(keyword) : undefined;
  return compile?.(new Site(keyword, { location, workshop, acts }));
}

function falseSchema(location: Location): SchemaJudge {
  const schemaPointer = `${location.source.path}#${location.pointer}`;
  return {
    location,
    test: () => false,
    explain(_value, run, at) {
      run.report({ keyword: 'false', pointer: at, schemaPointer, expected: false });
    },
  };
}

class SchemaNode implements SchemaJudge {
  readonly location: Location;
  readonly #workshop: Workshop;
  readonly #dynamic: boolean;
  #checks: ChecksByKind | undefined;
  /** Has `unevaluated*`, and so must know what its other keywords have looked at. */
  #watches = false;

  constructor(location: Location, workshop: Workshop) {
    this.location = location;
    this.#workshop = workshop;
    this.#dynamic = workshop.dynamic;
  }

  test(value: unknown, run: Run): boolean {
    this.#checks ??= this.#compile();
    run.enter();
    const { scope, seen } = run;
    if (this.#dynamic) this.#extendScope(run);
    if (this.#watches) run.seen = new Seen();
    let verdict = true;
    for (const check of this.#checks[kindOf(value)]) {
      verdict = check.test(value, run);
      if (!verdict) break;
    }
    if (this.#watches) {
      if (verdict && seen !== undefined && run.seen !== undefined) seen.merge(run.seen);
      run.seen = seen;
    }
    run.scope = scope;
    run.leave();
    return verdict;
  }

  explain(value: unknown, run: Run, at: Pointer): void {
    this.#checks ??= this.#compile();
    run.enter();
    const { scope, seen } = run;
    if (this.#dynamic) this.#extendScope(run);
    if (this.#watches) run.seen = new Seen();
    explainAll(this.#checks[kindOf(value)], { value, run, at });
    if (this.#watches) {
      if (seen !== undefined && run.seen !== undefined) seen.merge(run.seen);
      run.seen = seen;
    }
    run.scope = scope;
    run.leave();
  }

  #extendScope(run: Run): void {
    const { resource } = this.location;
    if (run.scope?.resource !== resource) run.scope = { resource, outer: run.scope };
  }

  #compile(): ChecksByKind {
    const keywords = Object.keys(this.location.value as SchemaObject);
    const compiled = keywords.map((keyword) => compileKeyword(this.location, keyword, this.#workshop));
    const checks = compiled.filter((check) => check !== undefined);
    checks.sort((a, b) => keywordOrder(a.keyword) - keywordOrder(b.keyword));
    this.#watches = checks.some((check) => check.keyword.startsWith('unevaluated'));
    const forKind = (kind: Kind): readonly Check[] =>
      checks.filter((check) => check.kind === undefined || check.kind === kind);
    return Object.fromEntries(kinds.map((kind) => [kind, forKind(kind)])) as unknown as ChecksByKind;
  }
}

/** Explains keyword by keyword. Where the type is wrong nothing else is worth saying; a wrong enum value is no wrong code as well. */
function explainAll(
  checks: readonly Check[],
  about: { readonly value: unknown; readonly run: Run; readonly at: Pointer },
): void {
  const { value, run, at } = about;
  let notInEnum = false;
  for (const check of checks) {
    if (notInEnum && check.keyword === 'codelist') continue;
    const before = run.out.length;
    check.explain(value, run, at);
    if (run.out.length === before) continue;
    if (check.keyword === 'type') return;
    if (check.keyword === 'enum' || check.keyword === 'const') notInEnum = true;
  }
}
