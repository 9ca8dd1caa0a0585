import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskLongNumbers, maskValue } from '../../../src/samples/statistics/mask-value.ts';

describe('masked values', () => {
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

  it('shows no letter or digit of a value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(maskValue(text)).toMatch(
          /^[-9aA中９Ａx?*年月日时分秒 –—/.:,_()@+%·~，。、：；（）／．－\u3000]*(?:…\(\d+\))?$/,
        );
      }),
    );
  });

  it('masks short values whole and bounds long ones', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3 }), (text) => {
        expect(maskValue(text)).toBe('***');
      }),
    );
    expect(maskValue('秘'.repeat(1_000_000))).toBe(`${'中'.repeat(24)}…(1000000)`);
  });
});

describe('texts that are shown', () => {
  it.each([
    ['330222199001011234', '330222************'],
    ['见11010519491231002X', '见110105************'],
    ['电话13812345678、13912345678', '电话138********、139********'],
    ['6222020200112233445', '*******************'],
    ['8'.repeat(40), '*'.repeat(20)],
    ['A01', 'A01'],
    ['2017-05-01', '2017-05-01'],
  ])('hide the long numbers in %s: %s', (text, shown) => {
    expect(maskLongNumbers(text)).toBe(shown);
  });

  it('keep less than half of any long number', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 11, maxLength: 40 });
    fc.assert(
      fc.property(digits, (text) => {
        expect(maskLongNumbers(text).replaceAll('*', '').length).toBeLessThan(text.length / 2);
      }),
    );
  });
});
