/**
 * Data tables that the invented departments hand in beside their catalogues, with the faults that such tables were found to have: dates in
 * the style of the system they come from, words for “nothing”, numbers that a spreadsheet changed, headings of one's own, personal numbers
 * in a table declared open. 生态环境局 only hands in other file formats than it
 * declares.
 */
import { gzipSync } from 'node:zlib';
import { writeWorkbook } from '../support/workbook.js';
import { gb18030 } from './gb18030.js';
import { citizenId, creditCode } from './identifiers.js';
import { randomFrom } from './random.js';

const districts = ['渝中区', '江北区', '南岸区', '沙坪坝区', '九龙坡区', '大渡口区', '渝北区', '巴南区'];
const divisions = ['500103', '500105', '500108', '500106', '500107', '500104', '500112', '500113'];
const bom = '\ufeff';

function csv(rows, { delimiter = ',', lineEnd = '\r\n' } = {}) {
  const quoted = (cell) => {
    const text = String(cell ?? '');
    return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(quoted).join(delimiter) + lineEnd).join('');
}

function day(random, style = '-') {
  const [year, month, date] = [2015 + random.below(9), 1 + random.below(12), 1 + random.below(28)];
  const two = (number) => String(number).padStart(2, '0');
  if (style === '') return `${year}${two(month)}${two(date)}`;
  if (style === '年') return `${year}年${month}月${date}日`;
  if (style === 'short') return `${year}-${month}-${date}`;
  return [year, two(month), two(date)].join(style);
}

const list = (count, row) => Array.from({ length: count }, (_, index) => row(index));

function roads() {
  const random = randomFrom(1);
  const rows = list(60, (index) => [
    `${random.pick(['G', 'S', 'X'])}${100 + random.below(400)}`,
    `K${random.below(90)}+${random.digits(3)}`,
    index % 20 === 7 ? `${(80 + random.next() * 20).toFixed(1)}分` : (80 + random.next() * 20).toFixed(1),
    day(random, index % 3 === 0 ? '-' : ''),
  ]);
  rows[41] = rows[41].slice(0, 3);
  return bom + csv([['路线编号', '起点桩号', '技术状况指数', '检测日期'], ...rows]);
}

function carParks() {
  const random = randomFrom(2);
  const rows = list(40, (index) => [
    `${random.pick(districts)}${random.pick(['人民', '解放', '朝阳', '滨江', '民生'])}路${index + 1}号停车场`,
    index === 9 ? '约300' : 50 + random.below(400),
    index % 8 === 3 ? '面议' : `首小时${5 + random.below(6)}元，其后每小时${2 + random.below(3)}元`,
    random.pick(['00:00-24:00', '07:00-22:00', '暂无']),
  ]);
  rows[25] = rows[24];
  return writeWorkbook([{ name: '停车场', rows: [['停车场名', '泊位数', '收费标准', '开放时间'], ...rows] }]);
}

function beds() {
  const random = randomFrom(3);
  const rows = list(48, (index) => {
    const beds = 200 + random.below(1500);
    return [
      `山城市${random.pick(districts)}${random.pick(['人民医院', '中医院', '妇幼保健院'])}`,
      beds > 999 ? `${Math.floor(beds / 1000)},${String(beds % 1000).padStart(3, '0')}` : beds,
      index % 10 === 4 ? '暂无' : Math.floor(beds * random.next()),
      day(random, '年'),
    ];
  });
  return gb18030(csv([['机构名称', '实有床位', '占用床位', '统计日期'], ...rows]));
}

function diseases() {
  const random = randomFrom(4);
  const names = ['流行性感冒', '手足口病', '肺结核', '病毒性肝炎', '其他感染性腹泻病', '梅毒'];
  const rows = list(36, (index) => [
    names[index % 6],
    random.below(900),
    index % 9 === 2 ? '—' : random.below(3),
    `2023-${String(1 + Math.floor(index / 6)).padStart(2, '0')}`,
  ]);
  return csv([['病种', '发病数', '死亡数', '统计月份'], ...rows], { lineEnd: '\n' });
}

function subsidies() {
  const random = randomFrom(5);
  const rows = list(50, (index) => {
    const id = citizenId(
      `${random.pick(divisions)}${1950 + random.below(60)}${String(1 + random.below(12)).padStart(2, '0')}${String(1 + random.below(28)).padStart(2, '0')}${random.digits(3)}`,
    );
    return [
      index % 12 === 5
        ? `${id.slice(0, 6)}${'*'.repeat(12)}`
        : `${id}${1 + random.below(6)}${1 + random.below(4)}`,
      random.pick(['困难残疾人生活补贴', '重度残疾人护理补贴']),
      random.pick(['80', '90', '100.00', '80元']),
      random.pick(['2023-04', '2023-05', '2023-06']),
    ];
  });
  return gb18030(csv([['残疾证号', '补贴类别', '发放金额', '发放月份'], ...rows]));
}

function associations() {
  const random = randomFrom(6);
  const rows = list(40, (index) => {
    const code = creditCode(`5150${divisions[index % 8].slice(2)}`, `MJ${random.digits(6)}`);
    return [
      `山城市${random.pick(['养老', '物流', '餐饮', '志愿', '科普', '花卉', '摄影'])}${random.pick(['协会', '学会', '联合会'])}`,
      index % 10 === 3 ? code.toLowerCase() : code,
      random.pick(['山城市民政局', '山城市科学技术协会', ' 山城市商务委员会']),
      day(random, index % 4 === 0 ? 'short' : '-'),
    ];
  });
  // What a spreadsheet makes of eighteen digits.
  rows[17][1] = '5.15E+17';
  return csv([['社会组织名称', '统一社会信用代码', '业务主管单位', '成立登记日期'], ...rows]);
}

function enterprises() {
  const random = randomFrom(7);
  const rows = list(80, (index) => {
    const code = creditCode(`9150${divisions[index % 8].slice(2)}`, `MA${random.digits(6)}`);
    return [
      `山城${random.pick(['永辉', '鼎盛', '嘉陵', '巴渝', '长江'])}${random.pick(['商贸', '科技', '物流', '餐饮'])}有限公司`,
      code,
      index % 7 === 2
        ? String(Date.UTC(2010 + random.below(10), random.below(12), 1 + random.below(28)))
        : day(random),
      index % 16 === 6 ? '' : random.pick(['存续', '在业', '注销', '吊销']),
    ];
  });
  rows[50] = [...rows[50].slice(0, 1), rows[49][1], ...rows[50].slice(2)];
  rows[63] = [...rows[63], '备注：迁出'];
  return gb18030(csv([['企业名称', '统一社会信用代码', '成立日期', '登记状态'], ...rows]));
}

function inspections() {
  const random = randomFrom(8);
  const rows = list(45, (index) => [
    random.pick(['电热水壶', '儿童安全座椅', '电动自行车充电器', '食品接触用纸']),
    index === 12 ? '山城嘉陵电器\n有限公司' : `山城${random.pick(['嘉陵', '巴渝'])}电器有限公司`,
    random.pick(['合格', '合格', '不合格']),
    index % 11 === 5 ? '２０２２' : 2020 + random.below(4),
  ]);
  return csv([['产品名称', '生产企业', '抽查结果', '抽查年度'], ...rows], { delimiter: '\t', lineEnd: '\n' });
}

function schools() {
  const random = randomFrom(9);
  const rows = list(40, (index) => [
    `山城市${random.pick(districts)}第${index + 1}${random.pick(['小学', '中学'])}`,
    index % 5 === 1 ? Number(random.digits(9)) + 1e8 : `${random.pick(['2', '3'])}150${random.digits(6)}`,
    random.pick(['小学', '初级中学', '完全中学', '九年一贯制学校']),
    `山城市${random.pick(districts)}${random.pick(['中山', '学府', '文化'])}路${1 + random.below(200)}号`,
  ]);
  return writeWorkbook([
    {
      name: '学校',
      rows: [['中小学校基本信息', null, null, null], ['学校名称', '学校标识码', '办学类型', '地址'], ...rows],
      merges: ['A1:D1'],
    },
  ]);
}

function schoolBuses() {
  const random = randomFrom(10);
  const rows = list(40, (index) => [
    `山城市${random.pick(districts)}实验小学`,
    index % 9 === 4 ? `渝A·${random.digits(5)}` : `渝${random.pick(['A', 'B', 'D'])}${random.digits(5)}`,
    20 + random.below(36),
    index % 2 === 0 ? String(44927 + random.below(900)) : day(random, '/'),
  ]);
  return csv([['学校名称', '车牌号码', '核载人数', '有效期止'], ...rows]);
}

function polluters() {
  const random = randomFrom(11);
  const rows = list(40, (index) => [
    `山城${random.pick(['化工', '造纸', '水泥', '电镀', '制药'])}${random.pick(['一', '二', '三', '四'])}厂有限公司`,
    creditCode(`9150${divisions[index % 8].slice(2)}`, `MA5${random.digits(5)}`),
    random.pick(['水环境', '大气环境', '土壤环境', '声环境']),
  ]);
  return csv([['单位名称', '统一社会信用代码', '单位类别'], ...rows], { lineEnd: '\n' });
}

function reserves() {
  const random = randomFrom(12);
  const rows = list(25, (index) => [
    `${random.pick(['缙云山', '金佛山', '四面山', '阴条岭', '雪宝山'])}${random.pick(['自然保护区', '森林公园', '湿地公园'])}（${index + 1}）`,
    random.pick(['国家级', '市级', '区县级']),
    (500 + random.next() * 20000).toFixed(2),
  ]);
  return gzipSync(csv([['保护地名称', '级别', '面积公顷'], ...rows], { lineEnd: '\n' }), { level: 9 });
}

/** Folder of the department → file → bytes or text. */
export const samples = {
  交通局: { '普通公路路况检测结果.csv': roads(), '公共停车场基础信息.xlsx': carParks() },
  卫生健康委: { '二级以上医院床位使用情况.csv': beds(), '3070011020_000005.csv': diseases() },
  民政局: { '残疾人两项补贴发放名单.csv': subsidies(), '社会团体法人登记信息.csv': associations() },
  市场监管局: { '企业登记基本信息.csv': enterprises(), '产品质量监督抽查结果.tsv': inspections() },
  教育局: { '中小学校基本信息.xlsx': schools(), '校车使用许可信息.csv': schoolBuses() },
  生态环境局: { '重点排污单位名录.csv': polluters(), '自然保护地名录.csv.gz': reserves() },
};
