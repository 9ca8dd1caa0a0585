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
 * A value as it may be shown in a report: how it is written, not what it says. Every letter, digit and character becomes one that stands for
 * its kind (`9999-99-99`, `中中中中`, `aaa@aaa.aaa`); separators stay, and 年, 月, 日 behind a digit. All values of the same shape look the same.
 * Up to three characters become `***`; of more than 24 the length is told in place of the rest.
 */
export function maskValue(text: string): string {
  return shapeOf(text.trim());
}

/** What of a long number may be seen in a text that is shown: the county of a citizen number, the network of a mobile number. */
const shownStarts = /^(?:\d{6}(?=\d{11}[\dXx]$)|1\d{2}(?=\d{8}$))/;
const mostStars = 20;

/** A text as it may be shown where values are asked for: all numbers of eleven digits or more are hidden, `见110105************`. */
export function maskLongNumbers(text: string): string {
  return text.replaceAll(/\d{11,}[Xx]?/g, (digits) => {
    const start = shownStarts.exec(digits)?.[0] ?? '';
    return start + '*'.repeat(Math.min(digits.length - start.length, mostStars));
  });
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
