/** Values are shown in messages up to this many characters. */
const maxShown = 80;

/** A value as a message shows it: text in quotation marks, anything else as JSON, long ones cut. */
export function shown(value: unknown): string {
  if (value === undefined) return '—';
  if (typeof value === 'string') return `"${cut(value)}"`;
  if (Array.isArray(value))
    return `[${value.slice(0, 3).map(brief).join(', ')}${value.length > 3 ? ', …' : ''}]`;
  return brief(value);
}

/** Cuts a text to what a message shows, never through a surrogate pair. */
export function cut(text: string, length = maxShown): string {
  if (text.length <= length) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length;
  return `${text.slice(0, end)}…`;
}

/** A text as a message shows it, cut so that what stands at `at` can be seen. */
export function shownAround(text: string, at: number): string {
  if (at <= maxShown - 20) return shown(text);
  const from = at - 30;
  const start = /[\uDC00-\uDFFF]/.test(text.charAt(from)) ? from + 1 : from;
  return `"…${cut(text.slice(start))}"`;
}

function brief(value: unknown): string {
  if (typeof value === 'string') return `"${cut(value, 40)}"`;
  if (Array.isArray(value)) return `[… ${value.length}]`;
  if (typeof value === 'object' && value !== null) return '{…}';
  return String(value);
}

/** Codes for a message: the first few, and how many more there are. */
export function listed(values: readonly string[], { limit = 12, separator = ', ' } = {}): string {
  const shownValues = values
    .slice(0, limit)
    .map((value) => cut(value, 80))
    .join(separator);
  return values.length > limit ? `${shownValues}${separator}… (${values.length})` : shownValues;
}

/** `1 row`, `2 rows`: a count with its English noun. */
export function counted(count: unknown, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** What kind of JSON value this is, in the schema's words. */
export function typeName(value: unknown): 'null' | 'array' | 'object' | 'string' | 'number' | 'boolean' {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as 'object' | 'string' | 'number' | 'boolean';
}

/**
 * The shape of a text: digits as 9, Latin letters as a, Chinese as 中, everything else kept.
 * Texts of one shape usually share one cause (`2022-4-21` and `2022-4-1` are `9999-9-9+`).
 */
export function shapeOf(text: string): string {
  return text
    .slice(0, 64)
    .replaceAll(/\d+/g, shapeOfDigits)
    .replaceAll(/[A-Za-z]+/g, 'a')
    .replaceAll(/\p{Script=Han}+/gu, (han) => (/^[年月日时分秒]$/u.test(han) ? han : '中'));
}

/** Years keep their length, days and months do not, long numbers show theirs. */
function shapeOfDigits(digits: string): string {
  if (digits.length === 4) return '9999';
  return digits.length > 2 ? `9{${digits.length}}` : '9+';
}
