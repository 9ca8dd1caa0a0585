/** Classes of which a part may be shown. */
export type MaskedClass = 'citizen-id' | 'phone' | 'bank-account' | 'plate';

interface Kept {
  readonly pattern: RegExp;
  readonly head: number;
  readonly tail: number;
}

/**
 * What may be seen of a value that is written as its class wants: the county of a citizen number, the network and the last digits of a
 * mobile number as it is usual, the issuer of a card, the province of a plate. Never more than two thirds.
 */
const kept: Readonly<Record<MaskedClass, Kept>> = {
  'citizen-id': { pattern: /^(?:\d{15}|\d{17}[\dXx])$/, head: 6, tail: 0 },
  phone: { pattern: /^1\d{10}$/, head: 3, tail: 4 },
  'bank-account': { pattern: /^\d{16,19}$/, head: 6, tail: 0 },
  plate: { pattern: /^\p{Script=Han}[A-Z][A-Z0-9]{5,6}$/u, head: 1, tail: 0 },
};

/** Up to this many characters even the shape would say too much. */
const shortest = 3;
/** Characters whose shape is shown. */
const shapeLength = 24;

/** What stands for characters of a class, in the order in which they are tried. */
const classes: readonly (readonly [RegExp, string])[] = [
  [/[0-9]/, '9'],
  [/[a-z]/, 'a'],
  [/[A-Z]/, 'A'],
  [/\p{Script=Han}/u, '中'],
  [/[０-９]/, '９'],
  [/[ａ-ｚＡ-Ｚ]/, 'Ａ'],
  [/[\p{L}\p{M}\p{N}]/u, 'x'],
];
/** Characters that are shown as they are: they tell how a value is written, not what it says. */
const separators = new Set(' -–—/.:,_()@+%·~，。、：；（）／．－　');
const partsOfDates = new Set('年月日时分秒');

/**
 * A value as it may be shown in a report: how it is written, not what it says. Without a class every letter, digit and character becomes one
 * that stands for its kind (`9999-99-99`, `中中中中`, `aaa@aaa.aaa`); separators stay, and 年, 月, 日 behind a digit. All values of the same
 * shape look the same. Up to three characters become `***`; of more than 24 the length is told in place of the rest.
 *
 * With a class the part that the class allows is shown (`330222************`, `138****8000`); a value that is not written as the class wants
 * is treated as one without.
 */
export function maskValue(text: string, shownAs?: MaskedClass): string {
  const plain = text.trim();
  if (shownAs !== undefined) {
    const { pattern, head, tail } = kept[shownAs];
    // Longer texts are none of the classes, and need not be tried.
    if (plain.length <= 20 && pattern.test(plain)) {
      const end = plain.length - tail;
      return plain.slice(0, head) + '*'.repeat(end - head) + plain.slice(end);
    }
  }
  return shapeOf(plain);
}

function shapeOf(text: string): string {
  let shape = '';
  let count = 0;
  let before = '';
  for (const character of text) {
    count += 1;
    if (count > shapeLength) continue;
    const sign = signOf(character, before);
    shape += sign;
    before = sign;
  }
  if (count <= shortest) return '***';
  return count <= shapeLength ? shape : `${shape}…(${count})`;
}

function signOf(character: string, before: string): string {
  if (partsOfDates.has(character)) return before === '9' || before === '９' ? character : '中';
  if (separators.has(character)) return character;
  for (const [pattern, sign] of classes) if (pattern.test(character)) return sign;
  return '?';
}
