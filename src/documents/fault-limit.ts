/** Faults of one reason that are told one by one; how many more there are is told in one. */
export const toldOneByOne = 100;

interface MoreFaults {
  readonly check: 'document/syntax';
  readonly reason: 'more-faults';
  readonly facts: { readonly of: string; readonly told: number; readonly more: number };
}

/** Says, at the last fault of a reason that is told, how many of that reason are not. */
export function moreFaults<Fault extends { readonly reason: string }>(
  last: Fault,
  more: number,
): Fault & MoreFaults {
  const facts = { of: last.reason, told: toldOneByOne, more };
  return { ...last, check: 'document/syntax', reason: 'more-faults', facts };
}
