import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citizenIdFormat } from '../../../src/formats/citizen-id.ts';
import { digitSight, sightDigits } from '../../../src/samples/privacy/digit-runs.ts';
import { privacyWatch } from '../../../src/samples/privacy/privacy-watch.ts';

const { citizen, citizenMiss, citizenOrCredit, mobile, mobileMiss, card, cardMiss, minor } = digitSight;

describe('long numbers in a text', () => {
  it.each<[string, number]>([
    ['11010519491231002X', citizen],
    ['11010519491231002x', citizen],
    ['440524188001010014', citizen],
    ['身份证11010519491231002X，电话13812345678', citizen | mobile],
    ['"11010519491231002X"', citizen],
    ['110105194912310021', citizenMiss],
    ['11010519491231002X1', 0],
    ['A11010519491231002X', citizen],
    ['110105491231002', 0],
    ['13812345678', mobile],
    ['+8613812345678', mobile],
    ['8613812345678', 0],
    ['+8612812345678', 0],
    ['+86 13812345678', mobile],
    ['13812345678、13912345678', mobile],
    ['tel:13812345678', mobile],
    ['SO13812345678', 0],
    ['13812345678a', 0],
    ['0.13812345678', 0],
    ['13812345678.50', 0],
    ['13812345678.00', 0],
    ['6222020000000000000.25', 0],
    // A telephone number that went through a column of floating-point numbers, or stands before other text.
    ['13812345678.0', mobile],
    ['电话13812345678.5号楼', mobile],
    ['电话13812345678.', mobile],
    ['12812345678', mobileMiss],
    ['02367890123', 0],
    ['1510816757000', 0],
    ['20230101123045', 0],
    ['6222020000000000000', card],
    ['6222020000000000001', cardMiss],
    ['4111111111111111', card],
    ['5500000000000004', card],
    ['卡号 6222020000000000000。', card],
    ['8888888888888888', 0],
    ['91110000600037341L', 0],
    ['121200004013590816', 0],
    ['914403001922038216', 0],
    ['20240101000000000001', 0],
    ['202401010000000000', 0],
    ['', 0],
    ['1381234567', 0],
  ])('%s: %i', (text, seen) => expect(sightDigits(text)).toBe(seen));

  it('tells minors by the day they were born', () => {
    expect(sightDigits('11010519491231002X', 19491230)).toBe(citizen | minor);
    expect(sightDigits('11010519491231002X', 19491231)).toBe(citizen);
  });

  it('sees nothing without eleven digits in a row, so that an engine may pass such cells', () => {
    const piece = fc.constantFrom('1', '3', '8', '62', '4', 'X', '-', ' ', '*', '张', '１', '110105', '1949');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const seen = sightDigits(text);
        if (!/[0-9]{11}/.test(text)) expect(seen).toBe(0);
        expect(seen & citizenOrCredit ? seen & citizen : 0).toBe(0);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes for a citizen number what the format takes for one, of persons that can live', () => {
    const digits = fc.stringMatching(/^(?:11|50|83|91|16)\d{4}(?:19|20)[0-4]\d[01]\d[0-3]\d\d{3}[\dX]$/);
    fc.assert(
      fc.property(digits, (text) => {
        const isNumber = citizenIdFormat.check(text) === true;
        expect((sightDigits(text) & (citizen | citizenOrCredit)) !== 0).toBe(isNumber);
      }),
      { numRuns: 5000 },
    );
  });

  it('sees what it is given, whatever other text stands around', () => {
    const around = fc.string({ unit: fc.constantFrom('见', '，', ' ', '/', '：', '\n', '"', '王') });
    fc.assert(
      fc.property(around, around, fc.integer({ min: 0, max: 999_999_999 }), (before, after, rest) => {
        const text = `1${3 + (rest % 7)}${String(rest).padStart(9, '0')}`;
        expect(sightDigits(before + text + after)).toBe(mobile);
      }),
    );
  });
});

describe('a watch', () => {
  const watch = privacyWatch({
    headings: ['编号', '姓名', '联系电话', '证件号码', '银行账号', '邮箱', '出生年月'],
    items: [],
    profile: 'gbt-45574',
  });

  it.each<[number, string, readonly string[]]>([
    [0, '张伟', []],
    [0, '023-67890123', []],
    [0, 'zhang@example.com', []],
    [0, '13812345678', ['phone']],
    [1, '张伟', ['name']],
    [1, ' 张  伟 ', ['name']],
    [1, '阿依古丽·买买提', ['name']],
    [1, '暂无', []],
    [1, '张*', ['name masked']],
    [1, '张某', ['name masked']],
    [1, '张伟13812345678', ['phone']],
    [2, '138 1234 5678', ['phone']],
    [2, '１３８１２３４５６７８', ['phone']],
    [2, '86-13812345678', ['phone']],
    [2, '023-67890123-801', ['landline']],
    [2, '67890123', ['landline']],
    [2, '400-812-3456', []],
    [2, '12345', []],
    [2, '138****8000', ['phone masked']],
    [2, '暂无', []],
    [3, '110105 19491231 002X', ['citizen-id']],
    [3, '110105491231002', ['citizen-id']],
    [3, '110105194912310021', []],
    [3, '91110000600037341L', []],
    [3, '330222************', ['citizen-id masked']],
    [3, 'd41d8cd98f00b204e9800998ecf8427e', ['citizen-id masked']],
    [4, '6222 0200 0000 0000 000', ['bank-account']],
    [4, '31050161364000000123', ['bank-account']],
    [4, '13812345678', ['bank-account']],
    [4, '6222************004', ['bank-account masked']],
    [5, 'zhang.wei@example.com', ['email']],
    [5, 'info@example.com', ['office-email']],
    [5, 'zhangwei@cq.gov.cn', ['office-email']],
    [5, '无', []],
    [6, '1990-05', ['birth-date']],
    [6, '19900501', ['birth-date']],
    [6, '1990年5月', ['birth-date']],
    [6, '32', []],
  ])('column %i, %s', (column, text, expected) => {
    const hits = watch.look(column, text);
    expect(hits.map(({ detector, masked }) => (masked ? `${detector} masked` : detector))).toEqual(expected);
  });

  it('answers hostile cells in time and gives at most one hit a class', () => {
    const pieces = ['1', '13812345678 ', '*', '张', '·', 'a@', '1990-', ' ', '\u3000', '某', '6222', 'Ａ'];
    const started = performance.now();
    for (const piece of pieces)
      for (let column = 0; column < 7; column += 1) {
        const ids = watch.look(column, piece.repeat(200_000)).map(({ detector }) => detector);
        expect(new Set(ids).size).toBe(ids.length);
      }
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
