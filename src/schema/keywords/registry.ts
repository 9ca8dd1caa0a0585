import type { KeywordCompiler } from '../judge.ts';
import { arrayKeywords } from './arrays.ts';
import { branchKeywords } from './branches.ts';
import { extensionCompilers } from './extensions.ts';
import { logicKeywords } from './logic.ts';
import { objectKeywords } from './objects.ts';
import { propertyKeywords } from './properties.ts';
import { referenceKeywords } from './references.ts';
import { scalarKeywords } from './scalars.ts';
import { unevaluatedKeywords } from './unevaluated.ts';

/** Every keyword that judges a value, in the order of judgement: cheap and telling ones first, `unevaluated*` after all others. */
const compilers: ReadonlyMap<string, KeywordCompiler> = new Map<string, KeywordCompiler>([
  ...scalarKeywords,
  ...extensionCompilers,
  ...objectKeywords,
  ...propertyKeywords,
  ...arrayKeywords,
  ...referenceKeywords,
  ...logicKeywords,
  ...branchKeywords,
  ...unevaluatedKeywords,
]);

const order: ReadonlyMap<string, number> = new Map([...compilers.keys()].map((name, index) => [name, index]));

/** The compiler of a keyword that judges values. */
export function compilerOf(keyword: string): KeywordCompiler | undefined {
  return compilers.get(keyword);
}

/** The place of a keyword in the order of judgement. */
export function keywordOrder(keyword: string): number {
  return order.get(keyword) ?? order.size;
}
