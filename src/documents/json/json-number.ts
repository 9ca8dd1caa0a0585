/**
 * Whether a double keeps the number that a JSON text says. False for integers beyond 2^53 that fall between two doubles,
 * for more decimal digits than a double has, and for exponents beyond its range (`1e400`, `1e-400`).
 * The double is written with as many digits as the text has: what comes out must be the same number.
 */
export function doubleKeeps(text: string): boolean {
  const written = digitsOf(text);
  if (written.digits.length <= 15 && Math.abs(written.point) < 280) return true;
  const value = Number(text);
  if (written.digits === '') return value === 0;
  // Number.prototype.toPrecision ends at 100 digits; no text needs more to say what a double is.
  if (!Number.isFinite(value) || value === 0 || written.digits.length > 100) return false;
  const kept = digitsOf(value.toPrecision(written.digits.length));
  return kept.digits === written.digits && kept.point === written.point;
}

/** A number as its significant digits (no zeros at either end) and where the decimal point stands before them. */
function digitsOf(text: string): { digits: string; point: number } {
  const exponentAt = text.search(/[eE]/);
  const mantissa = exponentAt < 0 ? text : text.slice(0, exponentAt);
  const exponent = exponentAt < 0 ? 0 : Number(text.slice(exponentAt + 1));
  const unsigned = mantissa.replace(/^[-+]/, '');
  const dot = unsigned.indexOf('.');
  const all = dot < 0 ? unsigned : unsigned.slice(0, dot) + unsigned.slice(dot + 1);
  let from = 0;
  while (all.charCodeAt(from) === 48) from += 1;
  let to = all.length;
  while (to > from && all.charCodeAt(to - 1) === 48) to -= 1;
  const point = (dot < 0 ? unsigned.length : dot) - from + exponent;
  return to === from ? { digits: '', point: 0 } : { digits: all.slice(from, to), point };
}
