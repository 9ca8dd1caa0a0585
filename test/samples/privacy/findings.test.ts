import { describe, expect, it } from 'vitest';
import { itemNamed, judgeTable } from './tally-table.ts';

type Options = Parameters<typeof judgeTable>[0];

/** `class column severity evidence count/masked lowered` */
function lines(options: Options): string[] {
  return judgeTable(options).map(({ severity, facts }) =>
    [
      facts['detector'] ?? facts['telling'],
      facts['column'] ?? '-',
      severity,
      facts['evidence'],
      `${facts['count'] ?? 0}/${facts['masked'] ?? 0}`,
      facts['lowered'],
    ]
      .join(' ')
      .trim(),
  );
}

const citizen = '11010519491231002X';
const people = {
  headings: ['姓名', '身份证号', '联系电话', '残疾等级'],
  rows: [
    ['张伟', citizen, '13812345678', '一级'],
    ['欧阳娜娜', '440524188001010014', '13912345678', '二级'],
  ],
};

describe('what is declared open', () => {
  it('is an error where it holds sensitive classes, a warning for personal ones', () => {
    expect(lines(people)).toEqual([
      'name 姓名 warning heading 2/0',
      'citizen-id 身份证号 error heading 2/0',
      'phone 联系电话 error heading 2/0',
      'health 残疾等级 error heading 2/0',
    ]);
  });

  it('follows the profile: GB/T 45574 no longer lists numbers, but special status', () => {
    expect(
      lines({ ...people, headings: ['姓名', '身份证号', '联系电话', '低保类别'], profile: 'gbt-45574' }),
    ).toEqual([
      'name 姓名 warning heading 2/0',
      'citizen-id 身份证号 warning heading 2/0',
      'phone 联系电话 warning heading 2/0',
      'special-status 低保类别 error heading 2/0',
    ]);
  });

  it('says nothing of what is shared on conditions, less of what is not declared', () => {
    expect(lines({ ...people, declaration: { access: 'limited' } })).toEqual([]);
    expect(lines({ ...people, declaration: { access: 'unknown' } }).slice(0, 2)).toEqual([
      'name 姓名 info heading 2/0',
      'citizen-id 身份证号 warning heading 2/0',
    ]);
  });

  it('gives the places and the pointer of the item', () => {
    const item = itemNamed('证件', { pointer: '/信息项/3' });
    const found = judgeTable({
      headings: ['内容'],
      items: [item],
      rows: [['无'], [`见${citizen}`], ['无']],
      declaration: { items: [item] },
    });
    expect(found).toMatchObject([
      { check: 'privacy/sensitive', column: 0, pointer: '/信息项/3', first: [{ row: 1, line: 1 }] },
    ]);
    expect(found[0]?.facts).toMatchObject({ evidence: 'scattered', count: 1, filled: 3, rows: 3 });
  });
});

describe('masked values', () => {
  it('are noted', () => {
    const rows = [
      ['张*', '330222************', '138****8000', '***********'],
      ['李某某', '3302221990****1234', '139XXXX8000', '******'],
    ];
    expect(lines({ ...people, rows })).toEqual([
      'name 姓名 info masked 0/2 masked',
      'citizen-id 身份证号 info masked 0/2 masked',
      'phone 联系电话 info masked 0/2 masked',
      'health 残疾等级 info masked 0/2 masked',
    ]);
  });

  it('do not hide a single value in the clear', () => {
    const rows = Array.from({ length: 500 }, (_, row) => [row === 300 ? citizen : '330222************']);
    expect(lines({ headings: ['身份证号'], rows })).toEqual(['citizen-id 身份证号 error heading 1/499']);
  });

  it('are counted under a heading that only hints at numbers', () => {
    const hidden = '330222************';
    const half = Array.from({ length: 100 }, (_, row) => [row % 2 === 0 ? citizen : hidden]);
    expect(lines({ headings: ['证件'], rows: half })).toEqual(['citizen-id 证件 error values 50/50']);
    const all = Array.from({ length: 10 }, () => [hidden]);
    expect(lines({ headings: ['证件'], rows: all })).toEqual(['citizen-id 证件 info masked 0/10 masked']);
  });

  it('say nothing where few stand under such a heading, and the heading says nothing alone', () => {
    const kinds = Array.from({ length: 10 }, (_, row) => [row === 0 ? '****' : '居民身份证']);
    expect(lines({ headings: ['证件'], rows: kinds })).toEqual([]);
    const item = itemNamed('证件');
    expect(lines({ headings: [], rows: [], declaration: { items: [item] } })).toEqual([]);
  });

  it('of e-mail and addresses are masked too', () => {
    const rows = [['z***@example.com', '重庆市渝北区********']];
    expect(lines({ headings: ['邮箱', '家庭住址'], rows })).toEqual(
      ['address 家庭住址 info masked 0/1 masked', 'email 邮箱 info masked 0/1 masked'].reverse(),
    );
  });
});

describe('contact data of organisations', () => {
  it('is noted with its reason', () => {
    const rows = [['某某公司', '张伟', '023-67890123', '13812345678', 'office@example.gov.cn', '渝A12345']];
    const headings = ['企业名称', '法定代表人', '联系电话', '单位联系电话', '电子邮箱', '出租车车牌号'];
    expect(lines({ headings, rows })).toEqual([
      'name 法定代表人 info heading 1/0 legal-representative',
      'landline 联系电话 info heading 1/0 landline',
      'phone 单位联系电话 info heading 1/0 office-phone',
      'office-email 电子邮箱 info heading 1/0 office-mailbox',
      'plate 出租车车牌号 info heading 1/0 commercial-vehicle',
    ]);
    expect(judgeTable({ headings, rows })[0]?.facts['reasonZh']).toContain('企业信息公示暂行条例');
  });

  it('does not let pass the number of the legal representative, nor a home telephone', () => {
    const rows = [[citizen, '023-67890123']];
    expect(lines({ headings: ['法定代表人身份证号', '家庭电话'], rows })).toEqual([
      'citizen-id 法定代表人身份证号 error heading 1/0',
      'landline 家庭电话 warning heading 1/0',
    ]);
  });

  it('does not take addresses and places of organisations for those of persons', () => {
    const rows = [['人民医院', '重庆市渝中区人民路1号', '106.55', '李强']];
    expect(lines({ headings: ['单位', '地址', '经度', '法定代表人'], rows, declaration: {} })).toEqual([
      'address 地址 info heading 1/0 no-person',
      'whereabouts 经度 info heading 1/0 no-person',
      'name 法定代表人 info heading 1/0 legal-representative',
    ]);
  });
});

describe('figures', () => {
  it('of groups are not those of persons', () => {
    const rows = [['一级', '120']];
    expect(lines({ headings: ['残疾等级', '人数'], rows })).toEqual([
      'health 残疾等级 info heading 1/0 aggregate',
    ]);
    expect(lines({ headings: ['街道', '残疾人数', '低保户数'], rows: [['A', '1', '2']] })).toEqual([]);
  });
});

describe('headings that may mean something else', () => {
  it('need most of their cells', () => {
    const names = [['张伟'], ['李娜'], ['王芳'], ['刘洋'], ['长江大桥']];
    expect(lines({ headings: ['xm'], rows: names })).toEqual(['name xm warning values 4/0']);
    const projects = [['道路改造'], ['高速公路'], ['张家大院'], ['水利'], ['李家沱大桥']];
    expect(lines({ headings: ['xm'], rows: projects })).toEqual([]);
    expect(lines({ headings: ['name'], rows: [['Blue Lagoon'], ['North Park']] })).toEqual([]);
    expect(lines({ headings: ['full name'], rows: [['Zhang Wei'], ['Mary-Jane O’Neil']] })).toEqual([
      'name full name warning heading 2/0',
    ]);
  });
});

describe('numbers that chance makes fit', () => {
  it('are left out where most of the column misses, unless there are more than chance gives', () => {
    const miss = Array.from({ length: 60 }, (_, row) => `11010519491231${String(1000 + row * 7)}`);
    const rows = miss.map((text) => [text]);
    expect(lines({ headings: ['编号'], rows })).toEqual([]);
    const leaked = Array.from({ length: 25 }, () => [citizen]);
    expect(lines({ headings: ['编号'], rows: [...rows, ...leaked] })[0]).toMatch(
      /^citizen-id 编号 error scattered \d+\/0$/,
    );
  });
});

describe('amounts', () => {
  const amounts = Array.from({ length: 20 }, (_, row) => [String(13_000_000_000 + row * 7_654_321)]);

  it('are no telephone numbers, however long they are', () => {
    for (const heading of ['注册资本', '合同金额（元）', 'total amount'])
      expect(lines({ headings: [heading], rows: amounts })).toEqual([]);
    expect(lines({ headings: ['x'], rows: amounts, items: [itemNamed('补贴总额')] })).toEqual([]);
  });

  it('have no single telephone number among them where they are declared as numbers', () => {
    const rows = [...Array.from({ length: 30 }, (_, row) => [String(row * 1000)]), ['13812345678']];
    const integer = [itemNamed('x', { type: 'integer' })];
    expect(lines({ headings: ['x'], rows, items: integer })).toEqual([]);
    expect(lines({ headings: ['x'], rows })).toEqual(['phone x error scattered 1/0']);
  });

  it('are telephone numbers where all of a column are, and citizen numbers anywhere', () => {
    const phones = Array.from({ length: 20 }, (_, row) => [`138123456${row + 10}`]);
    const items = [itemNamed('x', { type: 'integer' })];
    expect(lines({ headings: ['x'], rows: phones, items })).toEqual(['phone x error values 20/0']);
    const mixed = [...Array.from({ length: 30 }, (_, row) => [String(row * 1000)]), ['440524188001010014']];
    expect(lines({ headings: ['金额'], rows: mixed })).toEqual(['citizen-id 金额 error scattered 1/0']);
    expect(lines({ headings: ['联系电话'], rows: phones, items })).toEqual([
      'phone 联系电话 error heading 20/0',
    ]);
  });
});

describe('addresses of organisations', () => {
  it('are not those of the persons beside them', () => {
    const rows = [['张伟', '重庆市渝中区人民路1号', '重庆市渝中区人民路2号', '重庆市渝中区人民路3号']];
    expect(
      lines({ headings: ['姓名', '注册地址', '联系地址', '户籍登记地址'], rows, declaration: {} }),
    ).toEqual([
      'name 姓名 warning heading 1/0',
      'address 联系地址 warning heading 1/0',
      'address 户籍登记地址 warning heading 1/0',
    ]);
  });
});

describe('items that are declared', () => {
  const items = ['姓名', '身份证号', '机构名称', 'xm', '残疾'].map((name) => itemNamed(name));

  it('are told of without rows only where the data are to be open', () => {
    const table = { headings: ['身份证号'], items: [itemNamed('身份证号')], rows: [] };
    const items = [itemNamed('身份证号')];
    expect(lines({ ...table, declaration: { items, access: 'unknown' } })).toEqual([]);
    expect(lines({ ...table, declaration: { items } })).toHaveLength(1);
  });

  it('are judged without a sample', () => {
    expect(lines({ headings: [], rows: [], declaration: { items } })).toEqual([
      'name 姓名 warning item-list 0/0',
      'citizen-id 身份证号 error item-list 0/0',
      'name xm info item-list 0/0 unconfirmed',
      'health 残疾 error item-list 0/0',
    ]);
  });

  it('are judged by the values where there are some', () => {
    const rows = [['无', 'A01', '某中心', '1', '无']];
    expect(lines({ headings: items.map(({ name }) => name), items, rows, declaration: { items } })).toEqual(
      [],
    );
  });

  it('as not sensitive although they are: an error whoever may see them', () => {
    const item = itemNamed('号码', { isSensitive: false });
    const found = judgeTable({
      headings: ['号码'],
      items: [item],
      rows: [[citizen]],
      declaration: { items: [item], access: 'limited' },
      profile: 'gbt-45574',
    });
    expect(found).toMatchObject([{ severity: 'error', facts: { declared: 'not-sensitive' } }]);
  });
});

describe('minors', () => {
  it('are found by their numbers and dates of birth when the day of the data is known', () => {
    const rows = [
      ['110105201501010017', '2015-01-01'],
      [citizen, '1949年12月31日'],
    ];
    const found = lines({ headings: ['号码', '出生日期'], rows, asOf: '2024-06-30', profile: 'gbt-45574' });
    expect(found).toEqual([
      'citizen-id 号码 warning values 2/0',
      'minor 号码 error scattered 1/0',
      'minor 出生日期 error scattered 1/0',
      'birth-date 出生日期 warning heading 2/0',
    ]);
  });
});

describe('titles', () => {
  const clean = { headings: ['项目'], rows: [['道路']] };
  it.each([
    ['合川区2023年低保金发放公示表', 'special-group'],
    ['重度残疾人护理补贴发放数据信息', 'special-group'],
    ['根据身份证号获取残疾证信息', 'special-group'],
    ['困难残疾人生活补贴人员名单', 'special-group'],
    ['经开区农村低保数据', 'special-group'],
    ['社区工作人员信息', 'list-of-persons'],
    ['教师花名册', 'list-of-persons'],
    ['公租房申请人员名单', 'list-of-persons'],
    ['稳岗补贴发放信息', 'list-of-persons'],
  ])('%s', (title, telling) => {
    expect(lines({ headings: [], rows: [], title })).toEqual([`${telling} - warning title 0/0`]);
    expect(lines({ ...clean, title })).toEqual([`${telling} - info title 0/0 nothing-found`]);
    expect(lines({ ...clean, title, declaration: { access: 'limited' } })).toEqual([]);
  });

  it.each([
    '规模以上企业名单',
    'A级旅游景区名单',
    '残疾人数量统计',
    '道路运输经营许可证发放信息',
    '儿童福利机构名单',
    '省级智能工厂名单',
    '养老金发放银行网点信息',
    '残疾人盲人协会名录',
    '红黑名单明细',
    '',
  ])('%s is none', (title) => expect(lines({ headings: [], rows: [], title })).toEqual([]));
});

it('hides numbers in headings of a file without heading row', () => {
  const found = judgeTable({ headings: [`手机13812345678`], rows: [['13912345678']] });
  expect(JSON.stringify(found)).not.toMatch(/\d{11}/);
});
