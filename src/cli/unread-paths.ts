import type { Assessment } from '../model/assessment.ts';

/** Faults of the text behind which every value was read all the same. */
const harmless: ReadonlySet<unknown> = new Set([
  'beyond-2^53',
  'byte-order-mark-inside',
  'empty-key',
  'empty-lines-above-headings',
  'header-only',
  'lines-above-headings',
  'lone-surrogate',
  'merge-key',
  'mixed-line-ends',
  // The faults that are told one by one decide.
  'more-faults',
  'no-heading-row',
  'not-finite',
  'nul-bytes',
  'nul-character',
  'stray-quote',
  'unknown-directive',
  'unknown-tag',
  'yaml-1.1',
]);

/** Files that nobody looked into: nothing can be read, or nothing says what they should hold. */
const unchecked: ReadonlySet<string> = new Set(['document/unreadable', 'sample/undeclared']);

/**
 * Documents of which something was not read, as the divergences tell: unreadable ones, data that no record declares, and those whose text
 * breaks off or breaks the rules of its format. They count whatever weight a standard or a flag gives to divergences.
 */
export function unreadPaths({ divergences }: Pick<Assessment, 'divergences'>): string[] {
  const unread = divergences.filter(
    ({ check, facts }) =>
      unchecked.has(check) || (check === 'document/syntax' && !harmless.has(facts['reason'])),
  );
  return [...new Set(unread.map(({ path }) => path))];
}
