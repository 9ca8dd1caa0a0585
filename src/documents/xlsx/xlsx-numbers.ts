import type { Cell } from '../../model/document.ts';

/** A double, and so a spreadsheet, keeps 15 significant decimal digits whatever the number. */
const keptDigits = 15;
const firstLossy = 1e15;
/** Longer numbers are left in exponent form: they are quantities, not codes. */
const longestPlain = 40;

const pattern = /^[+-]?(\d*)(?:\.(\d*))?(?:[eE][+-]?\d{1,4})?$/;

/**
 * A number cell. Its text is what is written in the file where that has no exponent and at most 15 significant digits;
 * otherwise the digits that a spreadsheet shows: `0.30000000000000004` → `0.3`, `9.1310115E+17` → `913101150000000000`.
 * From 1e15 on digits may have been lost before the file was saved (`digitsLost`). `undefined` when it is not a number.
 */
export function numberCell(text: string): Cell | undefined {
  const parts = pattern.exec(text);
  const [, whole = '', fraction = ''] = parts ?? [];
  const value = Number(text);
  if (parts === null || whole + fraction === '' || !Number.isFinite(value)) return undefined;
  const plain = !/[eE]/.test(text);
  if (Math.abs(value) >= firstLossy) {
    const written = plain && fraction === '';
    return { text: written ? text : (shownDigits(value) ?? text), kind: 'number', digitsLost: true };
  }
  const digits = (whole + fraction).replace(/^0+/, '').length;
  if (plain && digits <= keptDigits) return { text, kind: 'number' };
  return { text: shownDigits(value) ?? text, kind: 'number' };
}

/** The value at 15 significant digits, written out; `undefined` where that would be very long. */
function shownDigits(value: number): string | undefined {
  const [mantissa = '', exponentText = '0'] = Math.abs(value)
    .toExponential(keptDigits - 1)
    .split('e');
  const exponent = Number(exponentText);
  if (Math.abs(exponent) > longestPlain) return undefined;
  const digits = mantissa.replace('.', '').replace(/0+$/, '') || '0';
  const sign = value < 0 ? '-' : '';
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}
