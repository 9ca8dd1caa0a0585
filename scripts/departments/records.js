import { departments } from './resources.js';

/** Each department's catalogue as it should be: conforming records of `cn-gov-catalogue@2017`. */
export function conformingCatalogues() {
  return departments.map((department) => {
    const code = creditCode(department.creditCodeBody);
    const records = department.resources
      .trim()
      .split('\n')
      .map((line, index) => resource(department, { line, index, code }));
    return { ...department, code, records };
  });
}

const classOf = {
  oracle: '数据库',
  mysql: '数据库',
  xlsx: '电子表格',
  html: '电子文件',
  pdf: '电子文件',
  jpg: '图形图像',
};
const modeOf = { 数据库: '数据库', 电子表格: '文件', 电子文件: '文件', 图形图像: '文件' };
const typeOf = { C: '字符型C', N: '数值型N', D: '日期型D', I: '整型I' };
const sources = ['业务系统', '年度统计', '窗口受理', '现场检查', '自动监测'];

function resource(department, { line, index, code }) {
  const [name, cycle, format, share, open, items = ''] = line.split('|');
  const formatClass = classOf[format];
  const list = items === '' ? [] : items.split(',').map((item) => item.split(':'));
  const named = list
    .map(([item]) => item)
    .slice(0, 3)
    .join('、');
  const refused = share === '不予共享';
  return {
    信息资源分类: department.className,
    信息资源名称: name,
    信息资源代码: `${department.classCode}/${String(index + 1).padStart(6, '0')}`,
    信息资源提供方: department.name,
    提供方内部部门: department.unit,
    信息资源提供方代码: code,
    信息资源摘要: `由${department.name}${department.unit}汇集${sources[index % sources.length]}形成${named === '' ? '' : `，主要包括${named}等内容`}，供各部门履职核验使用。`,
    信息资源格式分类: formatClass,
    信息资源格式类型: format,
    ...(list.length === 0
      ? {}
      : {
          信息项: list.map(([item, type, length]) => ({
            信息项名称: item,
            数据类型: typeOf[type],
            数据长度: Number(length),
          })),
        }),
    共享类型: share,
    ...(share === '无条件共享'
      ? {}
      : {
          共享条件: refused
            ? '《中华人民共和国个人信息保护法》第二十八条'
            : '作为行政依据，用于业务协同，不得用于其他用途',
        }),
    ...(refused ? {} : { 共享方式分类: '共享平台方式', 共享方式类型: modeOf[formatClass] }),
    是否向社会开放: open,
    ...(open === '是' ? { 开放条件: '无条件开放' } : {}),
    更新周期: cycle,
    发布日期: `20${18 + (index % 6)}-${String(1 + ((index * 5) % 12)).padStart(2, '0')}-${String(1 + ((index * 7) % 28)).padStart(2, '0')}`,
  };
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100: 8 leading characters and an 8-character organisation body, completed with both check characters. */
export function creditCode(body) {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body.slice(8)].reduce((total, char, index) => total + Number(char) * weights[index], 0);
  const check = 11 - (sum % 11);
  const first = body + '0123456789X0'.charAt(check);
  let total = 0;
  let weight = 1;
  for (const char of first) {
    total += alphabet.indexOf(char) * weight;
    weight = (weight * 3) % 31;
  }
  return first + alphabet[(31 - (total % 31)) % 31];
}
