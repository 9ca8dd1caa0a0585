#!/usr/bin/env node
// One table, every cell checked, by concordat and by others, in turn. The others that are not npm packages of this project are measured where
// they are installed: --python PATH (with duckdb, and frictionless where it is there), qsv on the PATH.
//
//   node bench/samples.js [--megabytes 300] [--rounds 3] [--python python3] [--table T.csv]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inTurn, printTable } from './measure.js';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '3' },
    python: { type: 'string' },
    table: { type: 'string' },
    'no-peers': { type: 'boolean', default: false },
  },
});
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'concordat-bench-'));
try {
  const table = values.table ?? join(folder, 'table.csv');
  if (!existsSync(table)) run(process.execPath, [here('make-table.js'), table, values.megabytes]);
  const { planted, rows } = JSON.parse(readFileSync(`${table}.faults.json`, 'utf8'));
  const wanted = Object.values(planted).reduce((sum, count) => sum + count, 0);
  console.log(`${rows} rows × ${Object.keys(planted).length} columns, ${wanted} faults planted`);
  const contestants = contestantsFor(table);
  const results = await inTurn(contestants, Number(values.rounds));
  printTable(results);
  for (const { name, out } of results.slice(1))
    console.log(`${name}: ${faultsSeen(name, out)} of ${wanted} faults`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function contestantsFor(table) {
  const schema = `${table}.schema.json`;
  const node = (name, args) => ({ name, command: process.execPath, args });
  const concordat = (workers) => {
    const format = `json:${join(folder, `report-${workers}.json`)}`;
    const args = ['check', table, '--schema', schema, '--format', format, '--workers', String(workers)];
    return node(`concordat, ${workers} thread${workers === 1 ? '' : 's'}`, [
      here('../bin/concordat.js'),
      ...args,
    ]);
  };
  const own = [node('only reading', [here('peers/only-read.js'), table]), concordat(1), concordat(2)];
  if (values['no-peers']) return own;
  const peers = [node('csv-parse + Ajv', [here('peers/csv-parse-ajv.js'), table, schema])];
  const { python } = values;
  if (python !== undefined) {
    for (const threads of ['1', '2']) {
      const args = [here('peers/duckdb_check.py'), table, schema, threads];
      peers.push({ name: `DuckDB, ${threads} thread${threads === '1' ? '' : 's'}`, command: python, args });
    }
    if (spawnSync(python, ['-c', 'import frictionless']).status === 0 && Number(values.megabytes) <= 20)
      peers.push({
        name: 'frictionless-py',
        command: python,
        args: [here('peers/frictionless_check.py'), table, schema],
      });
  }
  return [...own, ...peers];
}

/** The number of diverging cells that a contestant found: printed by the peers, in the report of concordat. */
function faultsSeen(name, out) {
  const printed = /^\d+ (\d+)\b/.exec(out)?.[1];
  if (printed !== undefined) return printed;
  const report = join(folder, `report-${/\d+/.exec(name)?.[0]}.json`);
  return JSON.parse(readFileSync(report, 'utf8'))
    .divergences.filter(({ check }) => check.startsWith('cell/'))
    .reduce((sum, { facts }) => sum + facts.count, 0);
}

function run(command, args) {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
