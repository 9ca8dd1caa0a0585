#!/usr/bin/env node
/**
 * Proves the privacy check: invented identities are planted in a table that a record declares open to everyone; the built CLI must count
 * every one of them, say nothing of credit codes and order numbers, and print none of the values in any report, with `--show-values` or
 * without. Needs a build (`npm run build`).
 *
 *   node scripts/prove-privacy.js [ROWS] [SEED]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityHeadings, makeIdentities } from './support/identities.js';

const [rows = '200000', seed = '1'] = process.argv.slice(2);
const bin = new URL('../bin/concordat.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'prove-privacy-'));
const harmless = ['序号', '单位名称', '统一社会信用代码', '订单编号', '受理编号', '交易流水号', '更新时间戳'];
const faults = [];

const values = new Set();
const planted = plantAll();
const report = check(['--format', 'json']);
compareCounts(JSON.parse(report));
for (const format of ['json', 'terminal', 'summary'])
  for (const shown of [[], ['--show-values']]) {
    lookForValues(
      check(['--format', format, '--max-shown', '0', '--verbose', ...shown]),
      [format, ...shown].join(' '),
    );
  }
rmSync(folder, { recursive: true, force: true });
console.log(faults.length === 0 ? 'ok  all found, none printed, no false alarm' : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;

/** Writes the table and the record that declares it; the record says nothing of identities but the names of its items. */
function plantAll() {
  const table = makeIdentities({
    rows: Number(rows),
    seed: Number(seed),
    onValue: (value) => values.add(value),
  });
  const line = (cells) => `${cells.join(',')}\n`;
  const text = [line(table.headings)];
  for (const cells of table.rows) text.push(line(cells));
  writeFileSync(join(folder, '临时救助发放明细.csv'), text.join(''));
  const resource = {
    信息资源名称: '临时救助发放明细',
    信息资源代码: '3070011030/000099',
    共享类型: '无条件共享',
    是否向社会开放: '是',
    信息项: identityHeadings.map((信息项名称) => ({ 信息项名称, 数据类型: '字符型C', 数据长度: 200 })),
  };
  writeFileSync(join(folder, 'catalogue.json'), JSON.stringify({ resources: [resource] }));
  const written = table.planted().columns;
  console.log(`${rows} rows, ${values.size} different values that nobody may see`);
  return written;
}

function check(args) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [bin, 'check', '.', '--standard', 'cn-gov-catalogue@2017', '--today', '2026-01-01', ...args],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  if (status !== 1) throw new Error(`ended with ${status}, where errors belong: ${stderr}`);
  return stdout + stderr;
}

function compareCounts({ divergences }) {
  const told = new Map();
  for (const { check: id, facts } of divergences)
    if (id.startsWith('privacy/') && facts.column !== undefined)
      told.set(`${facts.column} ${facts.detector}`, { count: facts.count, masked: facts.masked });
  for (const { column, detector, count, masked } of planted) {
    const found = told.get(`${column} ${detector}`);
    const same = found?.count === count && found.masked === masked;
    console.log(
      `${same ? 'ok ' : 'NOT'} ${column} ${detector}: planted ${count} clear ${masked} masked, reported ${JSON.stringify(found)}`,
    );
    if (!same) faults.push(`${column} ${detector} is not counted right`);
    told.delete(`${column} ${detector}`);
  }
  for (const [key, found] of told) {
    const isAlarm = harmless.some((heading) => key.startsWith(heading));
    console.log(`${isAlarm ? 'NOT' : '   '} ${key}: not planted, reported ${JSON.stringify(found)}`);
    if (isAlarm) faults.push(`false alarm: ${key}`);
  }
}

/** Short names may stand in any text by chance: of values up to four characters only whole words count. */
function lookForValues(text, name) {
  const plain = text.replaceAll(/\s+/g, ' ');
  const words = new Set(plain.split(/[^\p{L}\p{N}]+/u));
  const runs = new Set(plain.match(/[\dXx]{7,}/g) ?? []);
  const long = [...values].filter((value) => value.length > 4);
  const seen = [
    ...[...values].filter((value) => value.length <= 4 && words.has(value)),
    ...long.filter((value) =>
      /^[\dXx]+$/.test(value) ? [...runs].some((run) => run.includes(value)) : plain.includes(value),
    ),
  ];
  console.log(
    `${seen.length === 0 ? 'ok ' : 'NOT'} ${name}: ${text.length} characters, ${seen.length} values in it`,
  );
  if (seen.length > 0) faults.push(`${name} prints ${seen.slice(0, 3).join(', ')}`);
}
