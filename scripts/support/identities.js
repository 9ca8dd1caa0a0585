/** Invented persons: valid check characters, no real people. The check characters are computed here, apart from the product's own code. */

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const compounds = ['欧阳', '上官', '诸葛', '司马'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰'];
const divisions = ['500103', '500112', '110105', '330222', '131102', '620102', '440524', '510104'];
const streets = ['人民路', '建设街', '解放大道', '中山路', '滨江街'];
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export const identityHeadings = [
  '序号',
  '姓名',
  '身份证号',
  '联系电话',
  '家庭住址',
  '银行卡号',
  '领取人姓名（脱敏）',
  '手机号码（脱敏）',
  '证件号码（脱敏）',
  '单位名称',
  '统一社会信用代码',
  '订单编号',
  '受理编号',
  '交易流水号',
  '更新时间戳',
  '备注',
];

/**
 * Rows of a table with identities in it, the same for the same seed. `planted` is complete once the rows are drawn: the exact number of cells
 * in the clear and masked, by heading and class. `onValue` hears every value that no report may show.
 */
export function makeIdentities({ rows, seed, onValue = () => {} }) {
  const random = generator(seed);
  const counts = new Map();
  const plant = (heading, detector, value, isMasked = false) => {
    const key = `${heading}\n${detector}`;
    const count = counts.get(key) ?? { column: heading, detector, count: 0, masked: 0 };
    count[isMasked ? 'masked' : 'count'] += 1;
    counts.set(key, count);
    if (!isMasked) onValue(value);
    return value;
  };
  return {
    headings: identityHeadings,
    rows: drawRows(rows, random, plant),
    planted: () => ({ rows, seed, columns: [...counts.values()] }),
  };
}

function* drawRows(rows, random, plant) {
  for (let row = 0; row < rows; row += 1) yield drawRow(row, random, plant);
}

function drawRow(row, random, plant) {
  const name = personName(random);
  const citizen = citizenNumber(random);
  const card = bankCard(random);
  const cells = {
    序号: String(row + 1),
    姓名: random() < 0.02 ? '' : plant('姓名', 'name', name),
    身份证号: citizenCell(random, citizen, plant),
    联系电话:
      random() < 0.3
        ? plant('联系电话', 'landline', landline(random))
        : plant('联系电话', 'phone', mobile(random)),
    家庭住址: plant(
      '家庭住址',
      'address',
      `重庆市江北区${pick(random, streets)}${1 + digitsBelow(random, 200)}号`,
    ),
    银行卡号: plant('银行卡号', 'bank-account', card),
    '领取人姓名（脱敏）': plant('领取人姓名（脱敏）', 'name', `${name.charAt(0)}*`, true),
    '手机号码（脱敏）': plant(
      '手机号码（脱敏）',
      'phone',
      mobile(random).replace(/^(...)....(....)$/, '$1****$2'),
      true,
    ),
    '证件号码（脱敏）': plant('证件号码（脱敏）', 'citizen-id', `${citizen.slice(0, 6)}************`, true),
    单位名称: `重庆${pick(random, surnames)}氏商贸有限公司`,
    统一社会信用代码: creditCode(random),
    // Division, date and serial number: built like a citizen number, and its check character fits by chance.
    订单编号: pick(random, divisions) + day(random, 2015, 2024) + digits(random, 4),
    受理编号: digits(random, 18),
    // Length and first digits of bank cards; the check digit fits by chance.
    交易流水号: random() < 0.5 ? `4${digits(random, 15)}` : `62${digits(random, 17)}`,
    更新时间戳: `16${digits(random, 11)}`,
    备注: remark(random, plant),
  };
  return identityHeadings.map((heading) => cells[heading]);
}

function citizenCell(random, citizen, plant) {
  const style = random();
  if (style < 0.01) return '';
  if (style < 0.02) return plant('身份证号', 'citizen-id', `${citizen.slice(0, 6)}${citizen.slice(8, 17)}`);
  return plant('身份证号', 'citizen-id', style < 0.03 ? citizen.toLowerCase() : citizen);
}

/** Mostly harmless texts; in a few someone wrote down what does not belong there. */
function remark(random, plant) {
  const style = random();
  if (style < 0.001) {
    const text = `代领人身份证${plant('备注', 'citizen-id', citizenNumber(random))}，已核`;
    return text;
  }
  if (style < 0.003) return `请联系${plant('备注', 'phone', mobile(random))}。`;
  if (style < 0.0035) return `改发至卡${plant('备注', 'bank-account', bankCard(random))}`;
  if (style < 0.2) return `企业代码${creditCode(random)}`;
  if (style < 0.4) return `见20240101${digits(random, 14)}号文`;
  return style < 0.7 ? '' : '材料齐全';
}

function personName(random) {
  const surname = random() < 0.05 ? pick(random, compounds) : pick(random, surnames);
  return surname + pick(random, given) + (random() < 0.7 ? pick(random, given) : '');
}

function citizenNumber(random) {
  const number = pick(random, divisions) + day(random, 1940, 2022) + digits(random, 3);
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return number + '10X98765432'[sum % 11];
}

function creditCode(random) {
  // Of division 500119 with an organisation code that starts like the rest of a year: the worst that a credit code can look like.
  const division = random() < 0.3 ? '500119' : pick(random, divisions);
  const body =
    division === '500119' ? `0${1 + digitsBelow(random, 9)}12${digits(random, 4)}` : digits(random, 8);
  const check = [3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  const text = `91${division}${body}${'0X987654321'[check % 11]}`;
  let sum = 0;
  let weight = 1;
  for (const character of text) {
    sum += creditAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return text + creditAlphabet[(31 - (sum % 31)) % 31];
}

function bankCard(random) {
  const body = `622202${digits(random, 12)}`;
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const doubled = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

function mobile(random) {
  return `1${3 + digitsBelow(random, 7)}${digits(random, 9)}`;
}

function landline(random) {
  return `023-6${digits(random, 7)}`;
}

function day(random, from, to) {
  const year = from + digitsBelow(random, to - from + 1);
  const month = 1 + digitsBelow(random, 12);
  return `${year}${String(month).padStart(2, '0')}${String(1 + digitsBelow(random, 28)).padStart(2, '0')}`;
}

function digits(random, count) {
  let text = '';
  while (text.length < count) text += digitsBelow(random, 10);
  return text;
}

function digitsBelow(random, bound) {
  return Math.floor(random() * bound);
}

function pick(random, list) {
  return list[digitsBelow(random, list.length)];
}

/** mulberry32: numbers from 0 to 1, the same for the same seed. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
