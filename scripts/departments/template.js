/** The columns of the national fill-in template: group heading (or null), leaf heading, property of the record. */
const columns = [
  [null, '信息资源分类', '信息资源分类'],
  [null, '信息资源名称', '信息资源名称'],
  [null, '信息资源代码', '信息资源代码'],
  [null, '信息资源提供方', '信息资源提供方'],
  [null, '提供方内部部门', '提供方内部部门'],
  [null, '资源提供方代码', '信息资源提供方代码'],
  [null, '信息资源摘要', '信息资源摘要'],
  ['信息资源格式', '信息资源格式分类', '信息资源格式分类'],
  ['信息资源格式', '信息资源格式类型', '信息资源格式类型'],
  ['信息资源格式', '其他类型资源格式描述', '其他类型资源格式描述'],
  ['信息资源大普查', '数据存储总量（G）', '数据存储总量'],
  ['信息资源大普查', '结构化信息记录总数（万）', '结构化信息记录总数'],
  ['信息项信息', '信息项名称', '信息项名称'],
  ['信息项信息', '数据类型', '数据类型'],
  ['信息项信息', '数据长度', '数据长度'],
  ['共享属性', '共享类型', '共享类型'],
  ['共享属性', '共享条件', '共享条件'],
  ['共享属性', '共享方式分类', '共享方式分类'],
  ['共享属性', '共享方式类型', '共享方式类型'],
  ['开放属性', '是否向社会开放', '是否向社会开放'],
  ['开放属性', '开放条件', '开放条件'],
  [null, '更新周期', '更新周期'],
  [null, '发布日期', '发布日期'],
  [null, '关联及类目名称', '关联资源代码'],
];
const itemLeaves = new Set(['信息项名称', '数据类型', '数据长度']);

/** One row per data item, the record's own cells repeated. */
export function templateRows(records) {
  const rows = records.flatMap((record) => (record.信息项 ?? [undefined]).map((item) => row(record, item)));
  return { headings: columns.map(([, leaf]) => leaf), rows };
}

function row(record, item) {
  return columns.map(([, leaf, property]) => {
    const value = itemLeaves.has(leaf) ? item?.[leaf] : record[property];
    return Array.isArray(value) ? value.join('、') : (value ?? null);
  });
}

/** The template as a sheet: a title row, two heading rows with merged cells, the record's own cells merged over its items. */
export function nationalTemplate(name, records, { codesAsNumbers = false }) {
  const rows = [
    ['政务信息资源目录'],
    columns.map(([group, leaf], index) => (group === null ? leaf : firstOfGroup(group, index))),
    columns.map(([group, leaf]) => (group === null ? null : leaf)),
  ];
  const merges = [`A1:${letters(columns.length)}1`, ...headingMerges()];
  for (const record of records) {
    const first = rows.length + 1;
    const items = record.信息项 ?? [undefined];
    for (const [index, item] of items.entries()) {
      const cells = row(record, item).map((cell, column) =>
        index > 0 && !itemLeaves.has(columns[column][1]) ? null : cell,
      );
      rows.push(cells.map((cell, column) => typed(cell, columns[column][1], codesAsNumbers)));
    }
    if (items.length > 1) merges.push(...recordMerges(first, first + items.length - 1));
  }
  return { name, rows, merges };
}

/** A group heading stands in the first of its cells; the others are merged into it. */
function firstOfGroup(group, index) {
  return columns[index - 1]?.[0] === group ? null : group;
}

/** Dates are date cells, and a careless export stores all-digit codes as numbers. */
function typed(cell, leaf, codesAsNumbers) {
  if (leaf === '发布日期' && /^\d{4}-\d{2}-\d{2}$/.test(cell ?? '')) return { date: serial(cell) };
  if (codesAsNumbers && leaf === '资源提供方代码' && /^\d{18}$/.test(cell ?? ''))
    return Number(`${cell.slice(0, 15)}000`);
  return cell;
}

function serial(date) {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 25_569;
}

function headingMerges() {
  const merges = [];
  for (const [index, [group]] of columns.entries()) {
    if (group === null) merges.push(`${letters(index + 1)}2:${letters(index + 1)}3`);
    else if (columns[index - 1]?.[0] !== group) {
      const last = columns.findLastIndex(([other]) => other === group);
      merges.push(`${letters(index + 1)}2:${letters(last + 1)}2`);
    }
  }
  return merges;
}

function recordMerges(top, bottom) {
  return columns.flatMap(([, leaf], index) =>
    itemLeaves.has(leaf) ? [] : [`${letters(index + 1)}${top}:${letters(index + 1)}${bottom}`],
  );
}

function letters(column) {
  return column > 26 ? `A${String.fromCharCode(64 + column - 26)}` : String.fromCharCode(64 + column);
}
