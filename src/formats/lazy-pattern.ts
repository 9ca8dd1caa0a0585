/** A regular expression, as far as it is asked whether it matches. */
export type LazyPattern = Pick<RegExp, 'test'>;

/**
 * A pattern that is made when it is first used. Reading one with properties of Unicode takes a good part of a millisecond, which every
 * start of the tool would pay for formats that it hardly ever meets.
 */
export function lazyPattern(make: () => RegExp): LazyPattern {
  let pattern: RegExp | undefined;
  return {
    test: (text) => {
      pattern ??= make();
      return pattern.test(text);
    },
  };
}
