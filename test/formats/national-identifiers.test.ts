import { describe, expect, it } from 'vitest';
import { createFormatPolicy, findFormat } from '../../src/formats/index.ts';

const { check } = createFormatPolicy();

const conforming: Readonly<Record<string, readonly string[]>> = {
  uscc: [
    '91110000600037341L',
    '121200004013590816',
    '91310112087994932F',
    '91310115MA1K3BTP2B',
    '91340600MA2PBM9HXD',
    '914403001922038216',
    '9144030071526726XG',
    '91440300708461136T',
    '91350100M000100Y43',
    '12320100671322000Q',
    '11100000000013338W',
  ],
  'organisation-code': ['00247017X', '00247017-X', 'MA1K3BTP2', '600037341', 'M000100Y4'],
  'citizen-id': ['11010519491231002X', '11010519491231002x', '440524188001010014'],
  'division-code': ['500000', '500100', '500103', '500243', '110000', '469001', '820000'],
  'division-code-extended': ['310114111001', '500103001', '500103000000', '500103001000'],
  'cn-resource-code': [
    '303084122704/000001',
    '303021070100/000003',
    '307021022100/000009',
    '3070010370/000066',
    '30300101/06001',
    '101001/1',
  ],
  'cn-phone': [
    '13812345678',
    '+8613812345678',
    '+86 13812345678',
    '19912345678',
    '023-67890123',
    '02367890123',
    '0731-88888888',
    '010-12345678-801',
    '400-812-3456',
    '+86-23-67890123',
  ],
  'cn-postcode': ['400010', '010000'],
  'bank-card': ['6222020000000000000', '4111111111111111'],
  'cn-plate': ['渝A12345', '渝AD12345', '京AF0236', '粤Z1234港', '使A12345'],
  'cn-passport': ['E12345678', 'G12345678', 'EA1234567', 'DE1234567', 'P12345678'],
};

const diverging: readonly (readonly [string, string, string])[] = [
  ['uscc', '91110000600037341N', 'check-character'],
  ['uscc', '9111000060003IOZSV', 'letter-not-allowed'],
  ['uscc', 'A1110000600037341L', 'check-character'],
  ['uscc', '12345', 'length'],
  ['uscc', '911100001011240280', 'check-character'],
  ['uscc', '115000000092764641', 'check-character'],
  ['uscc', '91110000600037341l', 'lower-case'],
  ['uscc', '９１１１００００600037341L', 'full-width'],
  ['uscc', '91110000 600037341L', 'white-space'],
  ['uscc', '91110000-600037341L', 'character'],
  ['uscc', '9.13102E+17', 'spreadsheet-number'],
  ['uscc', 'B1110000600037341L', 'authority'],
  ['uscc', '94110000600037341L', 'kind-of-body'],
  ['uscc', '91990000600037341L', 'division'],
  ['uscc', '911100A0600037341L', 'division'],
  ['uscc', '', 'empty'],
  ['uscc', '暂无', 'character'],
  ['organisation-code', '002470170', 'check-character'],
  ['organisation-code', '0024701-7X', 'hyphen'],
  ['organisation-code', '00247017x', 'lower-case'],
  ['organisation-code', '00247017A', 'character'],
  ['organisation-code', '0024701', 'length'],
  ['organisation-code', '组织机构代码', 'character'],
  ['citizen-id', '110105194912310021', 'check-character'],
  ['citizen-id', '110105491231002', 'fifteen-digits'],
  ['citizen-id', '11010519490230002X', 'birth-date'],
  ['citizen-id', '11010519491331002X', 'birth-date'],
  ['citizen-id', '99010519491231002X', 'division'],
  ['citizen-id', '330222************', 'masked'],
  ['citizen-id', '1101051949123100', 'length'],
  ['citizen-id', '1101051949123100YX', 'character'],
  ['citizen-id', '1.10105E+17', 'spreadsheet-number'],
  ['division-code', '50010', 'length'],
  ['division-code', '160000', 'province'],
  ['division-code', '500003', 'structure'],
  ['division-code', '重庆市', 'character'],
  ['division-code', '500103001', 'length'],
  ['division-code-extended', '500103', 'length'],
  ['division-code-extended', '500103000001', 'structure'],
  ['cn-resource-code', 'BA6006/000218', 'class-character'],
  ['cn-resource-code', 'AB8008/000001', 'class-character'],
  ['cn-resource-code', '00247017X/000709', 'organisation-code-as-class'],
  ['cn-resource-code', '303084122704', 'separator-missing'],
  ['cn-resource-code', '303084/122704/1', 'several-separators'],
  ['cn-resource-code', '/000001', 'class-missing'],
  ['cn-resource-code', '403084/000001', 'class-kind'],
  ['cn-resource-code', '30308/000001', 'class-length'],
  ['cn-resource-code', '303084/', 'serial'],
  ['cn-resource-code', '303084／000001', 'full-width'],
  ['cn-phone', '暂无', 'placeholder'],
  ['cn-phone', '9999—9999999', 'dash'],
  ['cn-phone', '67890123', 'area-code-missing'],
  ['cn-phone', '138****8000', 'masked'],
  ['cn-phone', '1381234567', 'mobile-length'],
  ['cn-phone', '023-67890123、023-67890124', 'several-numbers'],
  ['cn-phone', '０２３６７８９０１２３', 'full-width'],
  ['cn-phone', '138 1234 5678', 'white-space'],
  ['cn-phone', '', 'empty'],
  ['cn-phone', '局办公室', 'shape'],
  ['cn-postcode', '40001', 'length'],
  ['cn-postcode', '4OOO10', 'character'],
  ['bank-card', '6222020000000000001', 'check-character'],
  ['bank-card', '0000000000000000', 'check-character'],
  ['bank-card', '6222 0200 0000 0000', 'white-space'],
  ['bank-card', '622202', 'length'],
  ['bank-card', '6222************004', 'masked'],
  ['cn-plate', '渝A·12345', 'separator'],
  ['cn-plate', '渝a12345', 'lower-case'],
  ['cn-plate', '中A12345', 'province'],
  ['cn-plate', '渝A1234', 'length'],
  ['cn-plate', '渝AO1234I', 'letter-not-allowed'],
  ['cn-plate', '渝112345', 'shape'],
  ['cn-passport', 'E1234567', 'length'],
  ['cn-passport', 'e12345678', 'lower-case'],
  ['cn-passport', 'X12345678', 'kind'],
  ['cn-passport', 'EI1234567', 'character'],
  ['cn-passport', 'E1234****', 'masked'],
  ['cn-passport', 'E1234 567', 'white-space'],
];

describe.each(Object.entries(conforming))('%s', (format, texts) => {
  it.each(texts.map((text) => [text]))('accepts %s', (text) => expect(check(format, text)).toBe(true));
});

describe('says what is wrong', () => {
  it.each(diverging)('%s %j: %s', (format, text, reason) => expect(check(format, text)).toBe(reason));
});

describe('check characters', () => {
  it.each([
    ['uscc', '91440300708461136T', '0123456789ABCDEFGHJKLMNPQRTUWXY'],
    ['citizen-id', '440524188001010014', '0123456789'],
    ['organisation-code', '600037341', '0123456789'],
  ])('%s: no single wrong character passes', (format, good, alphabet) => {
    for (let at = 0; at < good.length; at += 1) {
      for (const other of alphabet) {
        if (other === good.charAt(at)) continue;
        expect(check(format, good.slice(0, at) + other + good.slice(at + 1))).not.toBe(true);
      }
    }
  });
});

describe('identifiers typed otherwise', () => {
  it.each([
    ['uscc', '91110000600037341l', '91110000600037341L'],
    ['uscc', '９１１１００００６０００３７３４１ｌ', '91110000600037341L'],
    ['uscc', '9111 0000 6000 3734 1L', '91110000600037341L'],
    ['citizen-id', '１１０１０５１９４９１２３１００２ｘ', '11010519491231002X'],
    ['organisation-code', '00247017-x', '00247017-X'],
    ['bank-card', '6222 0200 0000 0000 000', '6222020000000000000'],
  ])('%s %s is certainly %s', (name, text, mended) => {
    expect(findFormat(name)?.mend?.(text)).toBe(mended);
  });

  it.each([
    ['uscc', '91110000600037342l'],
    ['uscc', '91110000600037341L'],
    ['citizen-id', '110105194912310021'],
    ['bank-card', `6222 ${' '.repeat(100)}`],
  ])('%s %s is left as it is', (name, text) => {
    expect(findFormat(name)?.mend?.(text)).toBeUndefined();
  });
});
