const zero = 0x30;
const nine = 0x39;
const lowerZ = 0x7a;
const tilde = 0x7e;
/** Characters besides digits that a number may start with. */
const signs: ReadonlySet<string> = new Set(['+', '-', '.']);
const longestWord = 5;

const words: ReadonlyMap<string, boolean | null> = new Map([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

/** What a plain scalar stands for by the core schema of YAML 1.2 (10.3.2): null, boolean, number, else its text. */
export function coreValue(text: string): string | number | boolean | null {
  const first = text.charCodeAt(0);
  if ((first >= zero && first <= nine) || signs.has(text[0] ?? '')) return numberOf(text) ?? text;
  if ((first > lowerZ && first !== tilde) || text.length > longestWord) return text;
  const word = words.get(text);
  return word === undefined ? text : word;
}

function numberOf(text: string): number | undefined {
  if (/^[-+]?[0-9]+$/.test(text)) return Number.parseInt(text, 10);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text))
    return Number.parseFloat(text);
  if (/^0x[0-9a-fA-F]+$/.test(text)) return Number.parseInt(text.slice(2), 16);
  if (/^0o[0-7]+$/.test(text)) return Number.parseInt(text.slice(2), 8);
  if (/^(?:\.nan|\.NaN|\.NAN)$/.test(text)) return Number.NaN;
  if (!/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return undefined;
  return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
