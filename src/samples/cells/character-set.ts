/** Code points as pairs of first and last, in order, apart from each other. Surrogates are never meant. */
export type CharacterSet = readonly (readonly [number, number])[];

const last = 0x10ffff;
const namedSets: Readonly<Record<string, CharacterSet>> = {
  d: [[0x30, 0x39]],
  w: [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x5f, 0x5f],
    [0x61, 0x7a],
  ],
  n: [[10, 10]],
  r: [[13, 13]],
  t: [[9, 9]],
  s: [
    [9, 13],
    [0x20, 0x20],
    [0xa0, 0xa0],
    [0x1680, 0x1680],
    [0x2000, 0x200a],
    [0x2028, 0x2029],
    [0x202f, 0x202f],
    [0x205f, 0x205f],
    [0x3000, 0x3000],
    [0xfeff, 0xfeff],
  ],
};
const lineEnds: CharacterSet = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
];

/**
 * The characters that one atom or class of a regular expression stands for. The usual ones are read here; all others are found by asking
 * `RegExp` about every character of the planes 0 to 3, so that what lies beyond counts as not meant. Without the flag `u` only the BMP is.
 */
export function characterSet(source: string, unicode: boolean): CharacterSet {
  const set = readAtom(source) ?? remembered(source, unicode);
  return unicode
    ? set
    : set.flatMap(([from, to]) => (from > 0xffff ? [] : [[from, Math.min(to, 0xffff)] as const]));
}

/** What `RegExp` was asked before: columns share classes, and an answer takes milliseconds. */
const answers = new Map<string, CharacterSet>();
const maxAnswers = 50;

function remembered(source: string, unicode: boolean): CharacterSet {
  const key = `${unicode}${source}`;
  const answer = answers.get(key) ?? askRegExp(source, unicode);
  if (answers.size >= maxAnswers) answers.clear();
  answers.set(key, answer);
  return answer;
}

function readAtom(source: string): CharacterSet | undefined {
  if (source === '.') return complement(lineEnds);
  if (source.startsWith('[')) return readClass(source);
  return readEscape(source);
}

/** A character that stands for itself, or an escape that is known here. */
function readEscape(source: string): CharacterSet | undefined {
  if (!source.startsWith('\\')) return oneCharacter(source);
  const rest = source.slice(1);
  if (Object.hasOwn(namedSets, rest)) return namedSets[rest];
  if (rest === 'D' || rest === 'W' || rest === 'S') return complement(namedSets[rest.toLowerCase()] ?? []);
  const hex = /^(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]{1,5})\})$/.exec(rest);
  const code = hex === null ? undefined : Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16);
  if (code !== undefined && (code & 0x1ff800) !== 0xd800 && !rest.startsWith('u{')) return [[code, code]];
  return /^[!-/:-@[-^`{-~]$/.test(rest) ? oneCharacter(rest) : undefined;
}

function oneCharacter(text: string): CharacterSet | undefined {
  const code = text.codePointAt(0);
  if (code === undefined || (code & 0x1ff800) === 0xd800) return undefined;
  return text.length === (code > 0xffff ? 2 : 1) ? [[code, code]] : undefined;
}

function readClass(source: string): CharacterSet | undefined {
  const negated = source.startsWith('[^');
  const body = source.slice(negated ? 2 : 1, -1);
  if (/[\ud800-\udfff]/.test(body)) return undefined;
  const atoms = body.match(/\\(?:u\{[^}]*\}|u.{4}|x.{2}|[pP]\{[^}]*\}|.)|[^\\]/gsu) ?? [];
  const sets = readMembers(atoms);
  if (sets === undefined) return undefined;
  return negated ? complement(joined(sets)) : joined(sets);
}

/** The single characters, sets and ranges of a class. */
function readMembers(atoms: readonly string[]): CharacterSet | undefined {
  const sets: (readonly [number, number])[] = [];
  for (let at = 0; at < atoms.length; at += 1) {
    const isRange = atoms[at + 1] === '-' && at + 2 < atoms.length;
    const set = readEscape(atoms[at] ?? '');
    const range = isRange ? rangeOf(set, readEscape(atoms[at + 2] ?? '')) : set;
    if (range === undefined) return undefined;
    sets.push(...range);
    if (isRange) at += 2;
  }
  return sets;
}

function rangeOf(from: CharacterSet | undefined, to: CharacterSet | undefined): CharacterSet | undefined {
  const [first, end] = [onlyOf(from), onlyOf(to)];
  return first === undefined || end === undefined || end < first ? undefined : [[first, end]];
}

/** The one character of a set that has no other. */
function onlyOf(set: CharacterSet | undefined): number | undefined {
  const [stretch, ...others] = set ?? [];
  return others.length === 0 && stretch?.[0] === stretch?.[1] ? stretch?.[0] : undefined;
}

/** The same characters in order, with nothing twice. */
function joined(sets: CharacterSet): CharacterSet {
  const out: [number, number][] = [];
  for (const [from, to] of [...sets].sort((a, b) => a[0] - b[0])) {
    const before = out.at(-1);
    if (before !== undefined && from <= before[1] + 1) before[1] = Math.max(before[1], to);
    else out.push([from, to]);
  }
  return out;
}

function complement(set: CharacterSet): CharacterSet {
  const out: [number, number][] = [];
  let next = 0;
  for (const [from, to] of set) {
    if (from > next) out.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= last) out.push([next, last]);
  return out;
}

/** All characters of the BMP but surrogates, then those of the planes 1 to 3: found in one text, an expression is asked once, not 260,000 times. */
function allCharacters(unicode: boolean): string {
  const chunks: string[] = [];
  for (let from = 0; from < (unicode ? 0x40000 : 0x10000); from += 0x800) {
    if (from === 0xd800) continue;
    chunks.push(String.fromCodePoint(...Array.from({ length: 0x800 }, (_, at) => from + at)));
  }
  return chunks.join('');
}

function askRegExp(source: string, unicode: boolean): CharacterSet {
  const out: (readonly [number, number])[] = [];
  for (const match of allCharacters(unicode).matchAll(new RegExp(`(?:${source})+`, unicode ? 'gu' : 'g'))) {
    const end = match.index + match[0].length;
    out.push([codeAt(match.index), codeAt(end) - 1]);
  }
  // Runs that touch the gap of the surrogates reach over it; nobody asks for those.
  return joined(out);
}

/** The code point at an offset of `allCharacters`. */
function codeAt(offset: number): number {
  if (offset <= 0xd800) return offset;
  return offset < 0xf800 ? offset + 0x800 : 0x10000 + ((offset - 0xf800) >> 1);
}
