import type { Assessment } from '../model/assessment.ts';

/** Faults of the text behind which every value was read all the same. */
const harmless: ReadonlySet<unknown> = new Set([
  'beyond-2^53',
  'byte-order-mark-inside',
  'empty-key',
  'lone-surrogate',
  'merge-key',
  'mixed-line-ends',
  // The faults that are told one by one decide.
  'more-faults',
  'not-finite',
  'nul-character',
  'stray-quote',
  'unknown-directive',
  'unknown-tag',
  'yaml-1.1',
]);

/**
 * Documents of which something was not read, as the divergences tell: unreadable ones, and those whose text breaks off or
 * breaks the rules of its format. They count whatever weight a standard or a flag gives to divergences.
 */
export function unreadPaths({ divergences }: Pick<Assessment, 'divergences'>): string[] {
  const unread = divergences.filter(
    ({ check, facts }) =>
      check === 'document/unreadable' || (check === 'document/syntax' && !harmless.has(facts['reason'])),
  );
  return [...new Set(unread.map(({ path }) => path))];
}
