import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaskedClass } from '../../../src/samples/statistics/mask-value.ts';
import { maskValue } from '../../../src/samples/statistics/mask-value.ts';

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const classes: readonly MaskedClass[] = ['citizen-id', 'phone', 'bank-account', 'plate'];

describe('masked values', () => {
  it.each([
    ['11010519491231002X', 'citizen-id', '110105************'],
    ['13800138000', 'phone', '138****8000'],
    ['6222020200112233445', 'bank-account', '622202*************'],
    ['浙B12345', 'plate', '浙******'],
    ['浙AD12345', 'plate', '浙*******'],
    ['13800138000x', 'phone', '99999999999a'],
    ['电话13800138000', 'phone', '中中99999999999'],
  ] as const)('shows of %s as %s only %s', (text, shownAs, shown) => {
    expect(maskValue(text, shownAs)).toBe(shown);
  });

  it.each([
    ['2017-05-01', '9999-99-99'],
    ['2017年5月1日', '9999年9月9日'],
    ['２０１７年５月', '９９９９年９月'],
    ['欧阳建国', '中中中中'],
    ['李年月日', '中中中中'],
    ['张伟', '***'],
    ['男', '***'],
    ['', '***'],
    ['zhang.wei@example.cn', 'aaaaa.aaa@aaaaaaa.aa'],
    ['0574-87654321', '9999-99999999'],
    ['𠮷野家本店', '中中中中中'],
    ['Ünïcode', 'xaxaaaa'],
    ['a\u0000b\u202ec😀d', 'a?a?a?a'],
    ['浙江省宁波市海曙区灵桥路一百二十三号四幢五零六室东首', `${'中'.repeat(24)}…(26)`],
  ])('shows of %s the shape %s', (text, shown) => {
    expect(maskValue(text)).toBe(shown);
  });

  it('says nothing but the shape: other letters and digits look the same', () => {
    const kinds = ['0123456789', 'abcxyz', 'ABCXYZ', '中国年丨𠮷月', '０９', 'éßяあ', '😀\u0000\u202e'].map(
      (kind) => [...kind],
    );
    const place = fc.nat(kinds.length - 1).chain((kind) => {
      const one = fc.constantFrom(...(kinds[kind] ?? ['0']));
      return fc.tuple(one, one);
    });
    const separator = fc.constantFrom('-', '/', ' ', '：').map((sign) => [sign, sign] as const);
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 5, arbitrary: place }, separator), { maxLength: 40 }),
        (pairs) => {
          // 年 and 月 show behind digits only; there they say how a date is written.
          const one = pairs.map(([left]) => left).join('');
          const other = pairs.map(([, right]) => right).join('');
          fc.pre(!/[0-9０-９][年月]/.test(one + other));
          expect(maskValue(one)).toBe(maskValue(other));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never lets more than two thirds of a value of a class survive, and no letter or digit of any other', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          digits(11),
          digits(15),
          digits(17).map((text) => `${text}X`),
          digits(19),
          fc.string({ unit: 'binary' }),
        ),
        fc.constantFrom(...classes),
        (text, shownAs) => {
          const shown = maskValue(text, shownAs);
          const survivors =
            /^\*{3}$/.test(shown) || !shown.includes('*') ? 0 : shown.replaceAll('*', '').length;
          if (/^\d+X?$/.test(text) && shown.includes('*'))
            expect(survivors).toBeLessThanOrEqual((text.length * 2) / 3);
          expect(maskValue(text)).toMatch(
            /^[-9aA中９Ａx?*年月日时分秒 –—/.:,_()@+%·~，。、：；（）／．－\u3000]*(?:…\(\d+\))?$/,
          );
        },
      ),
    );
  });

  it('masks short values whole and bounds long ones', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 3 }),
        fc.constantFrom(...classes),
        (text, shownAs) => {
          expect(maskValue(text, shownAs)).toBe('***');
        },
      ),
    );
    expect(maskValue('秘'.repeat(1_000_000))).toBe(`${'中'.repeat(24)}…(1000000)`);
  });
});
