#!/usr/bin/env node
// Writes a table of 20 mixed columns (ids, codes, dates, decimals, Chinese text, quoted line breaks) with one fault in a hundred rows; beside it
// NAME.schema.json (a Table Schema) and NAME.faults.json (planted faults by column). Same bytes at every run.
// Usage: node bench/make-table.js OUT.csv [MEGABYTES]
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { randomFrom } from '../scripts/departments/random.js';

const [out, megabytes = '300'] = process.argv.slice(2);
if (out === undefined) throw new Error('Usage: node bench/make-table.js OUT.csv [MEGABYTES]');

const random = randomFrom(20170501);
const english =
  'annual report of industrial output with quarterly breakdown by region sector provisional figures revised later'.split(
    ' ',
  );
const chinese = [...'统计数据目录元信息标准规范企业名称地址经济社会发展城市农村工业服务业交通卫生'];
const cities = [
  '北京市',
  '上海市',
  '广州市',
  '深圳市',
  '成都市',
  '重庆市',
  '天津市',
  '武汉市',
  '西安市',
  '南京市',
];
const statuses = ['active', 'closed', 'pending', 'draft', 'archived', 'unknown'];
const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

const han = (count) => Array.from({ length: count }, () => random.pick(chinese)).join('');
const text = (count) => Array.from({ length: count }, () => random.pick(alphabet)).join('');
const letter = () => String.fromCharCode(65 + random.below(26));
const two = (number) => String(number).padStart(2, '0');

const string = (name, constraints) => ({
  name,
  type: 'string',
  constraints: { required: true, ...constraints },
});
const number = (name, type, minimum, maximum) => ({
  name,
  type,
  constraints: { required: true, minimum, maximum },
});

const fields = [
  { name: 'record_id', type: 'integer', constraints: { required: true, minimum: 0 } },
  string('code', { pattern: '[A-Z]{2}-[0-9]{5}' }),
  string('status', { enum: statuses }),
  { name: 'date', type: 'date', constraints: { required: true } },
  { name: 'updated_at', type: 'datetime', constraints: { required: true } },
  number('amount', 'number', 0, 1_000_000),
  number('qty', 'integer', 0, 10_000),
  number('lat', 'number', -90, 90),
  number('lon', 'number', -180, 180),
  string('name_zh', { minLength: 1, maxLength: 20 }),
  string('city_zh', { enum: cities }),
  string('address_zh', { minLength: 5, maxLength: 100 }),
  { name: 'note', type: 'string', constraints: { maxLength: 200 } },
  string('email', { pattern: '[a-z0-9]+@[a-z0-9]+(\\.[a-z0-9]+)+' }),
  string('credit_code', { pattern: '[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}' }),
  { name: 'flag', type: 'boolean', constraints: { required: true } },
  string('category', { pattern: '[A-Z](0[1-9]|[1-9][0-9])' }),
  number('share', 'number', 0, 1),
  { name: 'households', type: 'integer' },
  string('url', { pattern: 'https?://[^\\s]+' }),
];

/** What one column may hold that it should not. */
const faults = [
  (row) => [0, `x${row[0]}`],
  (row) => [1, row[1].toLowerCase()],
  () => [2, 'Active'],
  () => [3, '2023-02-30'],
  () => [4, '2023/01/01 10:00'],
  () => [5, '12元'],
  () => [6, '10002'],
  () => [7, '91.5'],
  () => [8, 'abc'],
  () => [9, han(40)],
  () => [10, '纽约'],
  () => [11, han(3)],
  () => [12, han(201)],
  () => [13, 'not an email'],
  (row) => [14, `I${row[14].slice(1)}`],
  () => [15, 'maybe'],
  () => [16, 'A00'],
  () => [17, '1.5'],
  () => [18, '12.5'],
  () => [19, 'ftp//x'],
];

function note() {
  const kind = random.next();
  if (kind < 0.6) return Array.from({ length: 3 + random.below(8) }, () => random.pick(english)).join(' ');
  if (kind < 0.85) return `"${random.pick(english)}, ${han(6)}，${random.pick(english)}"`;
  if (kind < 0.95) return `"line one ${han(4)}\nline two ${random.pick(english)}, end"`;
  return `"said ""${random.pick(english)}"" twice"`;
}

function row(index) {
  const date = `${1990 + random.below(35)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
  const time = `${two(random.below(24))}:${two(random.below(60))}:${two(random.below(60))}`;
  return [
    String(1_000_000_000 + index),
    `${letter()}${letter()}-${random.digits(5)}`,
    random.pick(statuses),
    date,
    `${date}T${time}Z`,
    (random.next() * 1e6).toFixed(2),
    String(random.below(10_001)),
    (random.next() * 180 - 90).toFixed(6),
    (random.next() * 360 - 180).toFixed(6),
    han(2 + random.below(7)),
    random.pick(cities),
    han(10 + random.below(20)),
    note(),
    `user${random.below(1e6)}@example.org`,
    text(2) + random.digits(6) + text(10),
    random.next() < 0.5 ? 'true' : 'false',
    letter() + two(1 + random.below(99)),
    random.next().toFixed(4),
    random.next() < 0.3 ? '' : String(random.below(1e5)),
    `https://data.example.org/d/${text(8).toLowerCase()}`,
  ];
}

const planted = Object.fromEntries(fields.map(({ name }) => [name, 0]));
const handle = openSync(out, 'w');
const wanted = Number(megabytes) * 1e6;
let written = writeSync(handle, `${fields.map(({ name }) => name).join(',')}\n`);
let rows = 0;
while (written < wanted) {
  let block = '';
  for (let index = 0; index < 5000; index += 1) {
    const cells = row(rows);
    if (random.next() < 0.01) {
      const [column, cell] = random.pick(faults)(cells);
      cells[column] = cell;
      planted[fields[column].name] += 1;
    }
    block += `${cells.join(',')}\n`;
    rows += 1;
  }
  written += writeSync(handle, block);
}
closeSync(handle);
writeFileSync(`${out}.schema.json`, `${JSON.stringify({ fields, primaryKey: 'record_id' }, null, 2)}\n`);
writeFileSync(`${out}.faults.json`, `${JSON.stringify({ rows, bytes: written, planted }, null, 2)}\n`);
console.log(
  `${rows} rows, ${(written / 1e6).toFixed(0)} MB, ${Object.values(planted).reduce((a, b) => a + b)} faults`,
);
