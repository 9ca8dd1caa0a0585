/** An invented register of enterprises, row by row, with the faults that such tables were found to have. */
import { creditCode } from '../departments/identifiers.js';

const divisions = ['500103', '500105', '500108', '500106', '500107', '500104', '500112', '500113'];
const brands = ['永辉', '鼎盛', '嘉陵', '巴渝', '长江', '朝天', '南滨', '缙云'];
const trades = ['商贸', '科技', '物流', '餐饮', '建材', '农业'];
const scopes = ['食品销售', '软件开发', '道路货物运输', '餐饮服务', '建筑材料销售', '谷物种植'];
const states = [
  { value: '1', label: '存续' },
  { value: '2', label: '在业' },
  { value: '3', label: '注销' },
  { value: '4', label: '吊销' },
];

/** What the owner declares of the table. */
export const registerSchema = {
  title: '企业登记基本信息',
  primaryKey: ['统一社会信用代码'],
  fields: [
    { name: '企业名称', type: 'string', constraints: { required: true, maxLength: 30 } },
    { name: '统一社会信用代码', type: 'string', constraints: { required: true } },
    { name: '成立日期', type: 'date' },
    { name: '登记状态', type: 'string', categories: states },
    { name: '注册资本万元', type: 'number', constraints: { minimum: 0 } },
    { name: '从业人数', type: 'integer', constraints: { minimum: 0 } },
    { name: '行政区划代码', type: 'string', constraints: { pattern: '[0-9]{6}' } },
    { name: '联系电话', type: 'string' },
    { name: '经营范围', type: 'string' },
    { name: '核准时间', type: 'datetime', format: '%Y-%m-%d %H:%M:%S' },
  ],
};

const items = [
  ['企业名称', '字符型C', 60],
  ['统一社会信用代码', '字符型C', 18],
  ['成立日期', '日期型D', 8],
  ['登记状态', '字符型C', 1],
  ['注册资本万元', '数值型N', 12],
  ['从业人数', '整型I', 8],
  ['行政区划代码', '字符型C', 6],
  ['联系电话', '字符型C', 20],
  ['经营范围', '字符型C', 1000],
  ['核准时间', '字符型C', 19],
];

/** The same as a record of the government catalogue has it, where items have no keys, no codes and no formats. */
export function registerRecord(title) {
  return {
    信息资源分类: '3070011040',
    信息资源名称: title,
    信息资源代码: '3070011040/000001',
    信息资源格式类型: 'csv',
    共享类型: '无条件共享',
    是否向社会开放: '是',
    信息项: items.map(([信息项名称, 数据类型, 数据长度]) => ({ 信息项名称, 数据类型, 数据长度 })),
  };
}

const two = (number) => String(number).padStart(2, '0');
const wide = (text) =>
  [...text]
    .map((char) => (/[!-~]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char))
    .join('');

/** Kinds of faults by column: name → what becomes of the cell. */
const faults = {
  企业名称: { 'name-empty': () => '', 'name-edge-space': (text) => `${text}　` },
  统一社会信用代码: {
    'code-wrong-check': wrongCheck,
    'code-lower-case': (text) => text.toLowerCase(),
    'code-spreadsheet': () => '9.15E+17',
    'code-duplicate': (_, { state }) => state.before,
    'code-empty': () => '',
  },
  成立日期: {
    'date-epoch-ms': (_, { day }) => String(Date.UTC(...day)),
    'date-unpadded': (_, { day: [y, m, d] }) => `${y}-${(m % 9) + 1}-${(d % 9) + 1}`,
    'date-full-width': (text) => wide(text),
    'date-full-width-han': (_, { day: [y, m, d] }) =>
      `${wide(String(y))}年${wide(String(m + 1))}月${wide(String(d))}日`,
    'date-basic': (text) => text.replaceAll('-', ''),
    'date-serial': (_, { random }) => String(30000 + random.below(15000)),
    'date-no-such-day': (_, { day: [y] }) => `${y}-02-30`,
    'date-null-word': () => '暂无',
  },
  登记状态: {
    'state-label': (_, { random }) => random.pick(states).label,
    'state-unknown': () => '9',
  },
  注册资本万元: { 'capital-unit': (text) => `${text}万元`, 'capital-thousands': () => '1,234.5' },
  从业人数: {
    'staff-decimals': (text) => `${text}.5`,
    'staff-words': () => '约五十',
    'staff-full-width': (text) => wide(text),
    'staff-null-word': () => 'NULL',
  },
  行政区划代码: { 'division-short': (text) => text.slice(1), 'division-name': () => '渝中区' },
  联系电话: { 'phone-dash': (text) => text.replace('-', '—'), 'phone-null-word': () => '暂无' },
  经营范围: { 'scope-edge-space': (text) => ` ${text}` },
  核准时间: { 'time-slashes': (text) => text.replaceAll('-', '/') },
};
const columns = Object.keys(faults);

function wrongCheck(text) {
  return text.slice(0, -1) + (text.endsWith('1') ? '2' : '1');
}

/** The cells of a row; every twentieth or so has a fault, one at most. */
export function drawRow({ row, random, plant, state }) {
  const day = [2000 + random.below(20), random.below(12), 1 + random.below(28)];
  const cells = soundRow(row, random, day);
  if (random.below(20) === 0) {
    const column = random.below(columns.length);
    const kinds = faults[columns[column]];
    const kind = random.pick(Object.keys(kinds));
    cells[column] = kinds[kind](cells[column], { day, random, state });
    plant(kind);
  } else if (random.below(500) === 0) {
    const isLong = random.below(2) === 0;
    plant(isLong ? 'row-long' : 'row-short');
    return isLong ? [...cells, '备注：迁出'] : cells.slice(0, -1);
  } else state.before = cells[1];
  return cells;
}

function soundRow(row, random, day) {
  const [year, month, date] = day;
  const division = random.pick(divisions);
  const written = `${year}-${two(month + 1)}-${two(date)}`;
  // No two rows have the same number of the body, so that every duplicate is a planted one.
  const body = `MA${String(row).padStart(6, '0')}`;
  const scope = Array.from({ length: 1 + random.below(4) }, () => random.pick(scopes));
  return [
    `山城${random.pick(brands)}${random.pick(trades)}有限公司`,
    creditCode(`91${division}`, body.length === 8 ? body : `MB${String(row).slice(-6)}`),
    written,
    random.pick(states).value,
    `${1 + random.below(5000)}.${random.below(10)}`,
    String(1 + random.below(900)),
    division,
    `023-6${random.digits(7)}`,
    scope.join(random.pick(['；', ',', '\n'])),
    `${written} ${two(random.below(24))}:${two(random.below(60))}:${two(random.below(60))}`,
  ];
}

/** Which causes a count must find for the planted kinds, under each declaration: [kinds, causes, number]. */
export const registerPlants = {
  bySchema: (planted) =>
    expected(planted, {
      ...common,
      'name-empty': [['cell/blank', '企业名称', 'empty']],
      'code-empty': [['cell/blank', '统一社会信用代码', 'empty']],
      'state-unknown': [['cell/code', '登记状态', 'unknown']],
      'state-label': states.map(({ value }) => ['cell/code', '登记状态', `label ${value}`]),
      'division-short division-name': [['cell/pattern', '行政区划代码', 'pattern']],
      'time-slashes': [['cell/type', '核准时间', 'CCYY/M/D hh:mm:ss']],
    }),
  byRecord: (planted) =>
    expected(planted, {
      ...common,
      'code-wrong-check': [['cell/format', '统一社会信用代码', 'check-character']],
      'code-lower-case': [['cell/format', '统一社会信用代码', 'lower-case']],
      'code-spreadsheet': [['cell/format', '统一社会信用代码', 'spreadsheet-number']],
      'division-short': [['cell/format', '行政区划代码', 'length']],
      'division-name': [['cell/format', '行政区划代码', 'character']],
      'phone-dash': [['cell/format', '联系电话', 'dash']],
    }),
};

const common = {
  'name-edge-space': [['cell/text-quality', '企业名称', 'edge-space']],
  'date-epoch-ms': [['cell/type', '成立日期', 'epoch-milliseconds']],
  'date-unpadded': [['cell/type', '成立日期', 'CCYY-M-D']],
  'date-full-width': [['cell/text-quality', '成立日期', 'full-width']],
  'date-full-width-han': [['cell/type', '成立日期', 'CCYY年M月D日']],
  'date-basic': [['cell/type', '成立日期', 'CCYYMMDD']],
  'date-serial': [['cell/type', '成立日期', 'excel-serial']],
  'date-no-such-day': [['cell/type', '成立日期', 'no-such-day']],
  'date-null-word': [['cell/blank', '成立日期', 'null-word']],
  'capital-unit': [['cell/type', '注册资本万元', 'unit']],
  'capital-thousands': [['cell/type', '注册资本万元', 'thousands']],
  'staff-decimals': [['cell/type', '从业人数', 'decimals']],
  'staff-words': [['cell/type', '从业人数', 'not-integer']],
  'staff-full-width': [['cell/text-quality', '从业人数', 'full-width']],
  'staff-null-word': [['cell/blank', '从业人数', 'null-word']],
  'phone-null-word': [['cell/blank', '联系电话', 'null-word']],
  'scope-edge-space': [['cell/text-quality', '经营范围', 'edge-space']],
  'row-long': [['row/ragged', '', '11']],
  'row-short': [['row/ragged', '', '9']],
};

function expected(planted, causes) {
  return Object.entries(causes).map(([kinds, keys]) => {
    const number = kinds.split(' ').reduce((sum, kind) => sum + (planted[kind] ?? 0), 0);
    return [kinds, keys, number];
  });
}
