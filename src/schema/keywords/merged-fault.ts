import type { Fault } from '../../model/fault.ts';
import { canonicalText } from '../canonical.ts';
import { faultKey } from '../fault-list.ts';
import type { Site } from '../judge.ts';

/** Keywords about one value that can be said in one breath: `a date or a date-time`. */
const simple = new Set(['enum', 'const', 'pattern', 'format', 'type', 'required']);

/** What one branch wants at the place: `format date`, `required name`. */
function wish(faults: readonly Fault[]): string {
  return faults.map((fault) => `${fault.keyword} ${wanted(fault)}`).join(' and ');
}

function wanted(fault: Fault): string {
  if (fault.name !== undefined) return fault.name;
  return typeof fault.expected === 'string' ? fault.expected : canonicalText(fault.expected);
}

/**
 * Where all branches refuse one and the same place for simple reasons, there is one fault: `enum` over all their values, or
 * the choice itself with `detail.wants` naming what each branch wants (and `detail.keyword` where they agree on the keyword).
 * `undefined` where the branches say different things.
 */
export function mergedFault(site: Site, branches: readonly (readonly Fault[])[]): Fault | undefined {
  const telling = withoutStricter(branches);
  const all = telling.flat();
  const [first] = all;
  if (first === undefined) return undefined;
  if (all.some((fault) => fault.pointer !== first.pointer || !simple.has(fault.keyword))) return undefined;
  if (telling.some((faults) => faults.length > 1 && faults.some(isMissing))) return undefined;
  const { pointer } = first;
  if (all.every(({ keyword }) => keyword === 'enum' || keyword === 'const')) {
    return site.fault(pointer, { keyword: 'enum', expected: unionOf(all) });
  }
  if (new Set(all.map(faultKey)).size === 1) return first;
  const keywords = new Set(all.map(({ keyword }) => keyword));
  const wants = [...new Set(telling.map(wish))].join(' | ');
  return site.fault(pointer, { detail: keywords.size === 1 ? { wants, keyword: first.keyword } : { wants } });
}

function isMissing(fault: Fault): boolean {
  return fault.keyword === 'required';
}

/** Without branches that want all that another one wants, and more. */
function withoutStricter(branches: readonly (readonly Fault[])[]): readonly (readonly Fault[])[] {
  const keys = branches.map((faults) => new Set(faults.map(faultKey)));
  return branches.filter((_, index) => {
    const own = keys[index] ?? new Set();
    return !keys.some((other) => other.size < own.size && [...other].every((key) => own.has(key)));
  });
}

function unionOf(faults: readonly Fault[]): readonly unknown[] {
  const values = faults.flatMap(({ keyword, expected }) =>
    keyword === 'enum' && Array.isArray(expected) ? (expected as unknown[]) : [expected],
  );
  const texts = new Set<string>();
  return values.filter((value) => {
    const text = canonicalText(value);
    if (texts.has(text)) return false;
    texts.add(text);
    return true;
  });
}
