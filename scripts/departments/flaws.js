/**
 * What the departments really hand in: the faults that catalogues of this kind were found to have
 * (other names, other spellings of codes, dates in the sheet's own style, empty or copied abstracts, …).
 * Each takes the conforming records and returns what the department wrote. 生态环境局 has no entry: it conforms.
 */
export const flaws = {
  交通局: (records) =>
    records.map((record, index) => {
      const written = rename(record, '更新周期', '更新频率');
      if (index % 5 === 1) written.发布日期 = unpadded(written.发布日期);
      if (index === 2) written.更新频率 = '每天';
      if (index === 8 || index === 14) written.更新频率 = '年';
      if (index === 10) return rename(written, '信息资源摘要', '信息资源摘耍');
      // The commonest fault of all: an abstract that only repeats the name.
      if (index % 4 === 1) written.信息资源摘要 = written.信息资源名称;
      if (index === 4) written.联系电话 = '13900000000';
      if (index === 7) written.信息资源格式类型 = 'oracle';
      if (index === 12) written.更新日期 = '2017-01-09';
      if (index === 15) written.信息资源代码 = records[14].信息资源代码;
      return written;
    }),
  卫生健康委: (records) =>
    records.map((record, index) => {
      const written = { ...record };
      if (index === 1) delete written.共享条件;
      if (index === 2) written.共享类型 = 2;
      if (index === 3) written.信息资源名称 = `${record.信息资源名称}\u00a0`;
      if (index === 4) delete written.发布日期;
      if (index === 5) written.信息资源摘要 = '暂无';
      if (index === 7)
        written.信息项 = record.信息项.map((item) => ({ ...item, 数据长度: `${item.数据长度}字节` }));
      if (index === 8) written.是否向社会开放 = true;
      if (index === 9) written.信息资源代码 = record.信息资源代码.replace('/', '');
      if (index === 10) delete written.信息项;
      return written;
    }),
  民政局: (records) => [
    ...records.map((record, index) => {
      const written = { ...record };
      if (index % 4 === 0)
        written.更新周期 =
          { 每日: '按日更新', 每月: '按月', 每年: '年', 每季度: '季度' }[record.更新周期] ?? record.更新周期;
      if (index === 2) written.信息资源提供方代码 = `${record.信息资源提供方代码.slice(0, 17)}A`;
      if (index === 3) written.信息资源提供方代码 = record.信息资源提供方代码.toLowerCase();
      if (index === 6)
        Object.assign(written, {
          共享类型: '无条件共享',
          是否向社会开放: '无条件共享',
          开放条件: '无条件开放',
        });
      if (index === 7) written.关联资源代码 = ['3070011099/000001'];
      // The name typed into the wrong column; the null word of a database export.
      if (index === 10) written.更新周期 = record.信息资源名称;
      if (index === 12) written.开放条件 = '\\N';
      if (index === 9) written.信息资源名称 = '行政区划代码表（２０２３版）';
      if (index === 13) written.信息资源格式分类 = '文档';
      return written;
    }),
    { ...records[7], 信息资源名称: '养老机构备案  信息', 信息资源代码: '3070011030/000015' },
  ],
  市场监管局: (records) =>
    records.map((record, index) => {
      const written = { ...record };
      written.发布日期 = index % 3 === 0 ? record.发布日期.replaceAll('-', '/') : record.发布日期;
      if (index === 4) written.更新周期 = '每天';
      if (index === 6) written.开放条件 = '';
      if (index === 7) written.共享类型 = '无条件开放';
      if (index === 9) written.信息资源格式类型 = 'xls';
      if (index === 11) written.信息资源名称 = '计量标准器具核准信息 ';
      if (index === 12) written.信息资源提供方代码 = '';
      if (index === 13) written.信息资源摘要 = '无';
      return written;
    }),
  教育局: (records) =>
    records.map((record, index) => {
      const written = { ...record };
      if (index === 1) written.发布日期 = '2021年9月1日';
      if (index === 3) written.数据存储总量 = '0.5G';
      if (index === 4) written.信息资源名称 = '教师资格认定管理系统';
      if (index === 5) written.更新周期 = '按月更新';
      if (index === 6) written.信息资源摘要 = '';
      if (index === 8)
        written.信息项 = record.信息项.map((item) => ({
          ...item,
          数据类型: item.数据类型 === '字符型C' ? '字符' : item.数据类型,
        }));
      if (index === 9) written.共享方式类型 = '数据库';
      return written;
    }),
};

/** The same record with one property under another name, in its old position. */
function rename(record, from, to) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]));
}

function unpadded(date) {
  return date.split('-').map(Number).join('-');
}
