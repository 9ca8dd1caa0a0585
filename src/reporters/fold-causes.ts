import type { Assessment } from '../model/assessment.ts';
import type { Cause, Divergence } from '../model/divergence.ts';
import type { Severity } from '../model/severity.ts';
import { severities } from '../model/severity.ts';

/** What a shown cause tells about itself. */
type ShownCause = Pick<
  Cause,
  'check' | 'severity' | 'message' | 'count' | 'records' | 'departments' | 'fixable'
>;

/** A cause that is shown once for all its places; or many small causes of one check, shown by their first one. */
export interface FoldedCause {
  readonly cause: ShownCause;
  /** The first few of its divergences in report order. */
  readonly first: readonly Divergence[];
  /** More than 1 when similar causes are shown together. */
  readonly causes: number;
}

/** What is shown in detail and what is shown once for many. */
export interface Folded {
  readonly causes: readonly FoldedCause[];
  readonly details: readonly Divergence[];
}

/** A cause with this many places is shown once. */
const foldFrom = 4;
/** When the details are more than may be shown, already two of a kind are folded … */
const foldHardFrom = 2;
/** … and then this many single divergences of one check. */
const foldSimilarFrom = 4;
const firstPlaces = 3;

/** Splits the divergences of an assessment into causes that repeat, heaviest and most frequent first, and single ones. */
export function foldCauses(assessment: Assessment, maxShown: number): Folded {
  const gentle = foldFromCount(assessment, foldFrom);
  if (gentle.details.length + gentle.causes.length <= maxShown) return gentle;
  const hard = foldFromCount(assessment, foldHardFrom);
  if (hard.details.length + hard.causes.length <= maxShown) return hard;
  return foldSimilar(assessment, hard);
}

function foldFromCount({ causes, causeOf, divergences }: Assessment, count: number): Folded {
  const folded = new Map<string, { cause: Cause; first: Divergence[]; causes: number }>();
  for (const cause of causes) if (cause.count >= count) folded.set(cause.id, { cause, first: [], causes: 1 });
  const details: Divergence[] = [];
  for (const divergence of divergences) {
    const group = folded.get(causeOf.get(divergence.causeKey) ?? '');
    if (group === undefined) details.push(divergence);
    else if (group.first.length < firstPlaces) group.first.push(divergence);
  }
  return { causes: sortedBy([...folded.values()], ({ cause }) => cause), details };
}

/** Single divergences of one check and severity become one entry. */
function foldSimilar({ causeOf }: Assessment, { causes, details }: Folded): Folded {
  const groups = new Map<string, Divergence[]>();
  for (const divergence of details) {
    const key = `${divergence.severity} ${divergence.check}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [divergence]);
    else group.push(divergence);
  }
  const similar = [...groups.values()].filter((group) => group.length >= foldSimilarFrom);
  const isFolded = new Set(similar.flat());
  const added = similar.flatMap((group): FoldedCause[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { check, severity, message, fixable } = first;
    const records = new Set(
      group.flatMap(({ path, record }) =>
        record === undefined ? [] : [JSON.stringify([path, record.id, record.title])],
      ),
    ).size;
    const departments = [...new Set(group.map(({ department }) => department))].sort();
    const ids = new Set(group.map(({ causeKey }) => causeOf.get(causeKey)));
    const cause = { check, severity, message, fixable, count: group.length, records, departments };
    return [{ cause, first: group.slice(0, firstPlaces), causes: ids.size }];
  });
  return {
    causes: sortedBy([...causes, ...added], ({ cause }) => cause),
    details: details.filter((divergence) => !isFolded.has(divergence)),
  };
}

/** Heaviest first, then the most frequent; equals in the order of the assessment. */
export function sortedCauses(causes: readonly Cause[]): Cause[] {
  return sortedBy(causes, (cause) => cause);
}

function sortedBy<Item>(
  items: readonly Item[],
  causeIn: (item: Item) => Pick<Cause, 'severity' | 'count'>,
): Item[] {
  const weight = (severity: Severity) => severities.indexOf(severity);
  return [...items].sort((left, right) => {
    const [one, other] = [causeIn(left), causeIn(right)];
    return weight(one.severity) - weight(other.severity) || other.count - one.count;
  });
}
