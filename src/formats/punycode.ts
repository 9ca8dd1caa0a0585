/** Parameters of RFC 3492 section 5. */
const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const firstBias = 72;
const firstCodePoint = 128;
/** Longer labels cannot stand in a host name; the cap keeps the insertions below cheap. */
const maxLength = 256;

/** Code points of a Punycode text (without `xn--`), or `undefined` where it is none. Accepts either case. */
export function decodePunycode(text: string): number[] | undefined {
  if (text.length > maxLength) return undefined;
  const delimiter = text.lastIndexOf('-');
  const output = Array.from(text.slice(0, Math.max(0, delimiter)), (character) => character.charCodeAt(0));
  if (output.some((unit) => unit >= firstCodePoint)) return undefined;
  const state = {
    position: delimiter < 0 ? 0 : delimiter + 1,
    index: 0,
    codePoint: firstCodePoint,
    bias: firstBias,
  };
  while (state.position < text.length) {
    const delta = readDelta(text, state);
    if (delta === undefined) return undefined;
    const count = output.length + 1;
    state.bias = adapt(delta, count, state.index === 0);
    const index = state.index + delta;
    state.codePoint += Math.floor(index / count);
    if (state.codePoint > 0x10ffff) return undefined;
    output.splice(index % count, 0, state.codePoint);
    state.index = (index % count) + 1;
  }
  return output;
}

/** One generalised variable-length integer; moves `state.position` behind it. */
function readDelta(text: string, state: { position: number; readonly bias: number }): number | undefined {
  let delta = 0;
  let weight = 1;
  for (let k = base; ; k += base) {
    const digit = digitOf(text.charCodeAt(state.position));
    state.position += 1;
    if (digit === undefined) return undefined;
    delta += digit * weight;
    if (delta > 0x7fffffff) return undefined;
    const threshold = Math.min(tMax, Math.max(tMin, k - state.bias));
    if (digit < threshold) return delta;
    weight *= base - threshold;
  }
}

function digitOf(unit: number): number | undefined {
  if (unit >= 48 && unit <= 57) return unit - 22;
  if (unit >= 65 && unit <= 90) return unit - 65;
  if (unit >= 97 && unit <= 122) return unit - 97;
  return undefined;
}

function digitText(digit: number): string {
  return String.fromCharCode(digit < 26 ? digit + 97 : digit + 22);
}

function adapt(delta: number, count: number, first: boolean): number {
  let rest = first ? Math.floor(delta / damp) : delta >> 1;
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((base - tMin) * tMax) >> 1; k += base) rest = Math.floor(rest / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}

/** Punycode of code points (without `xn--`), or `undefined` for a text too long for a label. */
export function encodePunycode(codePoints: readonly number[]): string | undefined {
  if (codePoints.length > maxLength) return undefined;
  const basic = codePoints.filter((codePoint) => codePoint < firstCodePoint);
  let output = String.fromCharCode(...basic) + (basic.length > 0 ? '-' : '');
  let bias = firstBias;
  let delta = 0;
  let done = basic.length;
  let next = firstCodePoint;
  while (done < codePoints.length) {
    const smallest = codePoints.reduce((least, one) => (one >= next && one < least ? one : least), 0x110000);
    delta += (smallest - next) * (done + 1);
    for (const codePoint of codePoints) {
      if (codePoint < smallest) delta += 1;
      if (codePoint !== smallest) continue;
      output += writeDelta(delta, bias);
      bias = adapt(delta, done + 1, done === basic.length);
      delta = 0;
      done += 1;
    }
    delta += 1;
    next = smallest + 1;
  }
  return output;
}

function writeDelta(delta: number, bias: number): string {
  let text = '';
  let rest = delta;
  for (let k = base; ; k += base) {
    const threshold = Math.min(tMax, Math.max(tMin, k - bias));
    if (rest < threshold) return text + digitText(rest);
    text += digitText(threshold + ((rest - threshold) % (base - threshold)));
    rest = Math.floor((rest - threshold) / (base - threshold));
  }
}
