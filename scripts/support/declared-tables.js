/** What the invented departments declare of their samples, written down by hand from their catalogues, for a count apart from the product. */

const departments = {
  交通局: {
    '普通公路路况检测结果.csv': '路线编号:C:10,起点桩号:C:20,技术状况指数:N,检测日期:D',
    '公共停车场基础信息.xlsx': '停车场名称=停车场名:C:100,泊位数:I,收费标准:C:200,开放时间:C:60',
  },
  卫生健康委: {
    '二级以上医院床位使用情况.csv': '机构名称:C:200,实有床位:I,占用床位:I,统计日期:D',
    '3070011020_000005.csv': '病种:C:60,发病数:I,死亡数:I,统计月份:C:7',
  },
  民政局: {
    '社会团体法人登记信息.csv':
      '社会组织名称:C:200,统一社会信用代码:C:18:uscc,业务主管单位:C:200,登记日期=成立登记日期:D',
    '残疾人两项补贴发放名单.csv': '残疾证号:C:20,补贴类别:C:20,发放金额:N,发放月份:C:7',
  },
  市场监管局: {
    '企业登记基本信息.csv': '企业名称:C:200,统一社会信用代码:C:18:uscc,成立日期:D,登记状态:C:20',
    '产品质量监督抽查结果.tsv': '产品名称:C:200,生产企业:C:200,抽查结果:C:20,抽查年度:I',
  },
  教育局: {
    '中小学校基本信息.xlsx': '学校名称:C:200,学校标识码:C:10,办学类型:C:40,地址:C:300',
    '校车使用许可信息.csv': '学校名称:A,车牌号码:A:0:cn-plate,核载人数:I,有效期止:D',
  },
  生态环境局: {
    '重点排污单位名录.csv': '单位名称:C:200,统一社会信用代码:C:18:uscc,单位类别:C:60',
    '自然保护地名录.csv.gz': '保护地名称:C:100,级别:C:20,面积公顷:N',
  },
};

const types = { A: 'any', C: 'string', N: 'number', I: 'integer', D: 'date' };

/** The words that the standard takes for nothing. */
export const nullWordsOfCatalogue = (
  '暂无 无 空 未知 不详 待定 待补充 暂无数据 无数据 未填写 NULL null N/A n/a NA None none - -- — —— / ' +
  String.raw`\N`
).split(' ');

/** The words that stand for nothing in a Table Schema that names none. */
export const nullWordsOfSchemas =
  `NULL null Null (null) <null> ${String.raw`\N`} N/A n/a #N/A NaN 暂无 暂无数据 未填写`.split(' ');

/** Path, columns and null words of each sample. */
export const departmentTables = Object.entries(departments).flatMap(([department, tables]) =>
  Object.entries(tables).map(([file, items]) => ({
    path: `fixtures/departments/${department}/样本/${file}`,
    columns: items.split(',').map((item) => {
      const [names, letter, max, format] = item.split(':');
      const [name, ...aliases] = names.split('=');
      return column({ name, aliases, type: types[letter], max: Number(max ?? 0), format });
    }),
    nullWords: nullWordsOfCatalogue,
  })),
);

function column({ name, aliases = [], type, max, format }) {
  return {
    name,
    aliases,
    type,
    required: false,
    ...(format === undefined ? {} : { format }),
    ...(max > 0 && type === 'string' ? { max, unit: 'bytes' } : {}),
  };
}

const formats = { 统一社会信用代码: 'uscc', 行政区划代码: 'division-code', 联系电话: 'cn-phone' };
const typesOfItems = { 字符型C: 'string', 数值型N: 'number', 整型I: 'integer', 日期型D: 'date' };

/** Columns of the data items of a record. */
export function ofItems(items) {
  return items.map(({ 信息项名称: name, 数据类型: type, 数据长度: max }) =>
    column({ name, type: typesOfItems[type], max, format: formats[name] }),
  );
}
