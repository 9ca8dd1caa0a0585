import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/formats/format.ts';
import { isoDateFormat, isoDateOrRepetitionFormat, isoIntervalFormat } from '../../src/formats/iso-8601.ts';

/** The same as one pattern each, written after the schemas of Project Open Data. */
const day =
  '(?:-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])|-?(?:00[1-9]|0[1-9]\\d|[12]\\d{2}|3[0-5]\\d|36[0-6])|-W(?:0[1-9]|[1-4]\\d|5[0-3])-[1-7]|W(?:0[1-9]|[1-4]\\d|5[0-3])[1-7])';
const time =
  '(?:[T ](?:(?:[01]\\d|2[0-3])(?::?[0-5]\\d(?::?[0-5]\\d)?)?|24(?::?00){0,2})(?:[.,]\\d+)?(?:[Zz]|[+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?)?)?';
const point = `[+-]?\\d{4}(?:-(?:0[1-9]|1[0-2])|-?W(?:0[1-9]|[1-4]\\d|5[0-3])|${day}${time})?`;
const duration =
  'P(?=[\\dT])(?:\\d+(?:\\.\\d+)?Y)?(?:\\d+(?:\\.\\d+)?M)?(?:\\d+(?:\\.\\d+)?W)?(?:\\d+(?:\\.\\d+)?D)?(?:T(?=\\d)(?:\\d+(?:\\.\\d+)?H)?(?:\\d+(?:\\.\\d+)?M)?(?:\\d+(?:\\.\\d+)?S)?)?';
const patterns: readonly (readonly [Format, RegExp])[] = [
  [isoDateFormat, new RegExp(`^${point}$`)],
  [
    isoDateOrRepetitionFormat,
    new RegExp(`^(?:${point}|(?:R\\d*/)?${duration}|(?:R\\d*/)?${point}/${duration})$`),
  ],
  [
    isoIntervalFormat,
    new RegExp(`^(?:(?:R\\d*/)?(?:${point}/${point}|${point}/${duration}|${duration}/${point}))$`),
  ],
];

const written = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '2024',
        '-03',
        '-31',
        '0331',
        '-',
        'W12',
        '-W12',
        '-4',
        '-366',
        '091',
        'T',
        ' ',
        '24',
        ':00',
        'T08',
      ),
      fc.constantFrom(
        '08:00:00',
        '0800',
        '.5',
        ',25',
        'Z',
        'z',
        '+08',
        '-05:30',
        '/',
        'R',
        'R5/',
        'P',
        'P1Y',
        '3M',
        '1.5D',
        'PT',
      ),
      fc.constantFrom(
        '6H',
        '+2024',
        '2024-03-31',
        '2024-13-01',
        '31.03.2024',
        '\n',
        '2024-03-31/2025-01-01',
        'R/P1D',
        '2W',
      ),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

describe.each(patterns)('%#', (format, pattern) => {
  it('accepts what the pattern accepts', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect([text, format.check(text) === true]).toEqual([text, pattern.test(text)]);
      }),
      { numRuns: 30_000 },
    );
  });
});

describe('what is said of other texts', () => {
  it.each([
    [isoDateFormat, '', 'empty'],
    [isoDateFormat, '2024/03/31', 'slashes'],
    [isoDateFormat, '31.03.2024', 'dots'],
    [isoDateFormat, '2024-3-1', 'not-padded'],
    [isoDateFormat, '2024-13-01', 'month-out-of-range'],
    [isoDateFormat, '2024年3月', 'chinese-date'],
    [isoDateFormat, 'unknown', 'shape'],
    [isoDateOrRepetitionFormat, 'R/1Y', 'repetition'],
    [isoDateOrRepetitionFormat, 'R/P1|', 'repetition'],
    [isoDateOrRepetitionFormat, '2024-3-1', 'not-padded'],
    [isoIntervalFormat, '2024-01-01', 'no-slash'],
    [isoIntervalFormat, '2024-01-01 to 2025-01-01', 'no-slash'],
    [isoIntervalFormat, '2024-01-01/2024-02-01/2024-03-01', 'several-slashes'],
    [isoIntervalFormat, '1/2024', 'start'],
    [isoIntervalFormat, '2024/now', 'end'],
    [isoIntervalFormat, 'P1Y/P1M', 'two-durations'],
  ] as const)('%#: %s', (format, text, reason) => {
    expect(format.check(text)).toBe(reason);
  });
});
