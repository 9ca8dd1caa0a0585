/** mantissa × 10^exponent, exactly what the shortest decimal form of the number says. */
interface Decimal {
  readonly mantissa: bigint;
  readonly exponent: number;
}

function decimalOf(value: number | bigint): Decimal {
  const [digits = '0', power = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = digits.split('.');
  return { mantissa: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

/**
 * Whether `value` is a whole multiple of `divisor`, in decimal arithmetic: 19.99 is a multiple of 0.01.
 * Numbers that are not finite are multiples of nothing.
 */
export function isMultipleOf(value: number | bigint, divisor: number): boolean {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return false;
    if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0;
  }
  const a = decimalOf(value);
  const b = decimalOf(divisor);
  const exponent = Math.min(a.exponent, b.exponent);
  const scaled = a.mantissa * 10n ** BigInt(a.exponent - exponent);
  return scaled % (b.mantissa * 10n ** BigInt(b.exponent - exponent)) === 0n;
}
