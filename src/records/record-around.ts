import type { Pointer } from '../model/pointer.ts';
import { child, tokensOf } from '../model/pointer.ts';
import type { Standard } from '../model/standard.ts';

/** The record that something in a document lies in, by the places that the standard names; undefined where it lies in none. */
export function recordAround(pointer: Pointer, { kinds }: Standard): Pointer | undefined {
  const patterns = kinds.filter(({ envelope }) => !envelope).flatMap((kind) => kind.at);
  const tokens = tokensOf(pointer);
  const inner = patterns.filter((pattern) => pattern !== '').find((pattern) => startsAs(tokens, pattern));
  if (inner !== undefined) return tokens.slice(0, tokensOf(inner).length).reduce(child, '');
  return patterns.includes('') ? '' : undefined;
}

function startsAs(tokens: readonly string[], pattern: Pointer): boolean {
  return tokensOf(pattern).every((wanted, index) => {
    const token = tokens[index];
    return token !== undefined && (wanted === '*' ? /^\d+$/.test(token) : wanted === token);
  });
}
