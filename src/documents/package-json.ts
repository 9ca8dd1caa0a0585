import type { Pointer } from '../model/pointer.ts';
import { LineIndex } from './excerpt.ts';
import type { JsonFault } from './json/json-parser.ts';
import { parseJson } from './json/json-parser.ts';
import { SpanIndex } from './json/json-spans.ts';
import type { PackageText } from './package-text.ts';
import { packageSentence } from './package-text.ts';

const maxDepth = 300;

/** Reads a JSON file of a standard package (RFC 8259), strictly: repeated names are errors. Never throws. */
export function parsePackageJson(text: string): PackageText {
  const { value, faults, spans } = parseJson(text, { depth: maxDepth });
  const lines = new LineIndex(text);
  const index = new SpanIndex(text, spans);
  const placeAt = (offset: number) => {
    const { line, column } = lines.place(offset);
    return { line, column };
  };
  return {
    value,
    errors: faults
      .filter(isError)
      .map(({ reason, facts, start }) => ({ message: packageSentence(reason, facts), ...placeAt(start) })),
    placeOf(pointer: Pointer, offset = 0) {
      const { span, exact } = index.find(pointer);
      const inside = exact && offset > 0 && offset < span.end - span.start ? offset + 1 : 0;
      return placeAt(span.start + inside);
    },
    keyPlaceOf(pointer: Pointer) {
      const { span, exact } = index.find(pointer);
      return placeAt(exact && span.keyStart >= 0 ? span.keyStart : span.start);
    },
  };
}

/** Patterns may name NUL and surrogates by escapes; that is no mistake in a schema. */
function isError({ reason, facts }: JsonFault): boolean {
  return reason !== 'lone-surrogate' && !(reason === 'nul-character' && facts?.['escaped'] === 1);
}
