import { describe, expect, it } from 'vitest';
import { daysInMonth } from '../../src/formats/calendar.ts';
import { createFormatPolicy, findFormat } from '../../src/formats/index.ts';

const { check } = createFormatPolicy();

describe('dates', () => {
  it.each(['2024-02-29', '2000-02-29', '2017-05-01', '9999-09-09', '0000-01-01'])('accepts %s', (text) => {
    expect(check('date', text)).toBe(true);
    expect(check('cn-date', text)).toBe(true);
  });

  it.each([
    ['2024-02-30', 'no-such-day'],
    ['2023-02-29', 'no-such-day'],
    ['1900-02-29', 'no-such-day'],
    ['2024-13-01', 'month-out-of-range'],
    ['2024-00-10', 'month-out-of-range'],
    ['2024-01-32', 'day-out-of-range'],
    ['2022-4-21', 'not-padded'],
    ['2022-04-1', 'not-padded'],
    ['2017/09/10', 'slashes'],
    ['06/19/1963', 'slashes'],
    ['2017.9.10', 'dots'],
    ['2017年11月10日', 'chinese-date'],
    ['２０１７年５月１日', 'full-width'],
    ['20170910', 'no-separators'],
    ['2020-06-18 00:00:00', 'time-attached'],
    ['2099-12-31 00:00;00', 'time-attached'],
    ['2020-06-18T00:00:00Z', 'time-attached'],
    ['2025/04/27-2026/01/01', 'several-dates'],
    ['2025-04-27、2026-01-01', 'several-dates'],
    ['1510816757000', 'shape'],
    ['2017-05-01 ', 'white-space'],
    ['2024-02-2৪', 'shape'],
    ['暂无', 'shape'],
    ['', 'empty'],
    ['2024-02-29\n', 'white-space'],
  ])('%j: %s', (text, reason) => {
    expect(check('date', text)).toBe(reason);
    expect(check('cn-date', text)).toBe(reason);
  });

  it.each([
    ['2022-4-1', '2022-04-01'],
    ['2017/09/10', '2017-09-10'],
    ['2017.9.10', '2017-09-10'],
    ['2017年11月10日', '2017-11-10'],
    ['２０１７年５月１日', '2017-05-01'],
    ['20170910', '2017-09-10'],
    ['2020-06-18 00:00:00', '2020-06-18'],
    ['2020-6-18T00:00:00.000', '2020-06-18'],
    [' 2017-05-01 ', '2017-05-01'],
  ])('mends %j: %s', (text, mended) => {
    expect(findFormat('date')?.mend?.(text)).toBe(mended);
    expect(findFormat('cn-date')?.mend?.(text)).toBe(mended);
  });

  it.each([
    '06/19/1963',
    '1.5.2017',
    '17年5月1日',
    '2017-02-30',
    '2017/13/01',
    '2017-05/01',
    '2020-06-18 09:30:00',
    '2020-06-18T00:00:00Z',
    '2025-04-27、2026-01-01',
    '1510816757000',
    '20171332',
    '2017',
    '2017-05-01',
    '暂无',
    '',
    '2'.repeat(1_000_000),
  ])('guesses nothing from %.30j', (text) => expect(findFormat('date')?.mend?.(text)).toBeUndefined());

  it('knows every month of four centuries', () => {
    for (let year = 1800; year < 2200; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
      }
    }
    expect(daysInMonth(2024, 13)).toBe(0);
  });
});

describe('times', () => {
  it.each([
    ['time', '08:30:06Z'],
    ['time', '08:30:06.283185+08:00'],
    ['time', '23:59:60Z'],
    ['time', '07:59:60+08:00'],
    ['time', '01:29:60+01:30'],
    ['date-time', '2016-12-31T23:59:60Z'],
    ['date-time', '2017-01-01T07:59:60+08:00'],
    ['date-time', '2016-12-31T15:59:60-08:00'],
    ['date-time', '2015-06-30T23:59:60.5+00:00'],
    ['date-time', '2024-02-29t09:30:00.5z'],
  ])('%s accepts %s', (format, text) => expect(check(format, text)).toBe(true));

  it.each([
    ['time', '24:00:00Z', 'hour-out-of-range'],
    ['time', '12:60:00Z', 'minute-out-of-range'],
    ['time', '12:00:61Z', 'second-out-of-range'],
    ['time', '12:00:60Z', 'no-such-leap-second'],
    ['time', '23:59:60+08:00', 'no-such-leap-second'],
    ['time', '12:00:00+24:00', 'offset-out-of-range'],
    ['time', '12:00:00', 'offset-missing'],
    ['time', '12:00', 'time-shape'],
    ['date-time', '2024-02-30T00:00:00Z', 'no-such-day'],
    ['date-time', '2024-2-3T00:00:00Z', 'not-padded'],
    ['date-time', '2020-06-18 00:00:00', 'space-for-t'],
    ['date-time', '2024-02-29', 'time-missing'],
    ['date-time', '2017/09/10 08:00:00', 'slashes'],
    ['date-time', '2024-02-29T25:00:00Z', 'hour-out-of-range'],
    ['date-time', '+11963-06-19T08:30:06Z', 'shape'],
    ['date-time', '', 'empty'],
    ['date-time', '2016-12-30T23:59:60Z', 'no-such-leap-second'],
    ['date-time', '2016-12-31T07:59:60+08:00', 'no-such-leap-second'],
    ['date-time', '2016-12-31T22:59:60Z', 'no-such-leap-second'],
  ])('%s %j: %s', (format, text, reason) => expect(check(format, text)).toBe(reason));

  it.each([
    ['P1Y', true],
    ['P1Y6M', true],
    ['PT1H30M', true],
    ['P2W', true],
    ['P10Y10M10DT10H10M10S', true],
    ['P1Y2D', 'units-out-of-order'],
    ['PT1H5S', 'units-out-of-order'],
    ['P2D1Y', 'units-out-of-order'],
    ['P1Y2W', 'weeks'],
    ['P1YT', 'no-units'],
    ['P', 'no-units'],
    ['R/P1Y', 'p-missing'],
    ['PT0.5S', 'units-out-of-order'],
    ['', 'empty'],
  ])('duration %j: %s', (text, verdict) => expect(check('duration', text)).toBe(verdict));
});
