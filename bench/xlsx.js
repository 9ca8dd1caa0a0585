/**
 * Reads a workbook of 100,000 rows × 20 columns with concordat's reader and with exceljs (streaming), each in a process of
 * its own, and prints time, processor time (steadier on a busy machine), peak memory and the number of cells seen.
 *
 *   node bench/xlsx.js [--rows 100000] [--runs 5] [--without-exceljs]
 *
 * Needs no build: the reader is bundled from `src/` with rolldown. exceljs is installed with npm into the temporary folder,
 * never into the project. Everything lies in one temporary folder that is removed at the end.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import { writeWorkbook } from '../scripts/support/workbook.js';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '5' },
    'without-exceljs': { type: 'boolean', default: false },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'concordat-bench-'));
try {
  const workbook = join(folder, 'bench.xlsx');
  makeWorkbook(workbook, Number(values.rows));
  const bytes = statSync(workbook).size;
  console.log(
    `${values.rows} rows × 20 columns, ${(bytes / 1e6).toFixed(1)} MB packed; median of ${values.runs} runs`,
  );
  const scripts = [['concordat', await readerScript()]];
  if (!values['without-exceljs']) scripts.push(['exceljs', exceljsScript()]);
  measure(scripts, workbook);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Ids, names, codes, dates, decimals: about half shared strings, most of them used once. Made in a process of its own size. */
function makeWorkbook(path, count) {
  const heads = Array.from({ length: 20 }, (_, column) => `列${column + 1}`);
  const rows = [heads];
  for (let row = 1; row <= count; row += 1) {
    rows.push(
      heads.map((_, column) => {
        if (column === 0) return `资源-${String(row).padStart(8, '0')}`;
        if (column % 5 === 1) return `某某局信息资源目录名称 ${(row * 7919 + column) % 50021}`;
        if (column % 5 === 2) return { date: 40000 + ((row * 31 + column) % 5000) };
        if (column % 5 === 3) return ((row * 104729 + column * 31) % 1e7) / 100;
        if (column % 5 === 4) return ['每日', '每月', '每年', '实时'][(row + column) % 4];
        return row * 20 + column;
      }),
    );
  }
  writeFileSync(path, writeWorkbook([{ name: '信息项', rows }]));
}

async function readerScript() {
  const reader = join(folder, 'reader.mjs');
  const bundle = await rolldown({
    input: fileURLToPath(new URL('../src/documents/xlsx/xlsx.ts', import.meta.url)),
    platform: 'node',
  });
  await bundle.write({ file: reader, format: 'esm' });
  await bundle.close();
  return script(
    'concordat.mjs',
    `import { createReadStream } from 'node:fs';
     import { xlsxReader } from './reader.mjs';
     const limits = { recordBytes: 2 ** 20, zip: { entryBytes: 2 ** 30, totalBytes: 2 ** 31, entries: 5000, ratio: 200 } };
     const source = { path: 'bench.xlsx', chunks: () => createReadStream(process.argv[2], { highWaterMark: 2 ** 18 }) };
     for await (const parts of xlsxReader.read(source, { recordsAt: [], limits })) {
       for (const part of parts) {
         if (part.kind !== 'sheet') throw new Error(JSON.stringify(part));
         for await (const batch of part.sheet.rows())
           for (const row of batch) for (const cell of row.cells) if (cell !== undefined) { cells += 1; if (cell.kind === 'text') characters += cell.text.length; }
       }
     }`,
  );
}

function exceljsScript() {
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const npm = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', 'exceljs@4.4.0'], {
    cwd: folder,
  });
  if (npm.status !== 0) throw new Error(`npm install exceljs: ${npm.stderr}`);
  return script(
    'exceljs.mjs',
    `import exceljs from 'exceljs';
     const reader = new exceljs.stream.xlsx.WorkbookReader(process.argv[2], { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit' });
     for await (const sheet of reader)
       for await (const row of sheet) row.eachCell(({ value }) => { cells += 1; if (typeof value === 'string') characters += value.length; });`,
  );
}

function script(name, body) {
  const path = join(folder, name);
  writeFileSync(
    path,
    `let cells = 0; let characters = 0; const start = process.hrtime.bigint();
     ${body.replace(/^\s*import .*$/gm, '')}
     const seconds = Number(process.hrtime.bigint() - start) / 1e9;
     const { user, system } = process.cpuUsage();
     console.log(JSON.stringify({ cells, characters, seconds, cpu: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }));`,
  );
  writeFileSync(path, `${(body.match(/^\s*import .*$/gm) ?? []).join('\n')}\n`, { flag: 'a' });
  return path;
}

/** Runs take turns, so that a busy moment of the machine hits both. */
function measure(scripts, workbook) {
  const results = new Map(scripts.map(([name]) => [name, []]));
  for (let run = 0; run < Number(values.runs); run += 1) {
    for (const [name, path] of scripts) {
      const done = spawnSync(process.execPath, [path, workbook], { encoding: 'utf8', cwd: folder });
      if (done.status !== 0) throw new Error(`${name}: ${done.stderr}`);
      results.get(name).push(JSON.parse(done.stdout));
    }
  }
  const ours = results.get('concordat');
  const oursSeconds = median(ours.map(({ seconds }) => seconds));
  const oursCpu = median(ours.map(({ cpu }) => cpu));
  for (const [name, runs] of results) {
    const seconds = median(runs.map((run) => run.seconds));
    const cpu = median(runs.map((run) => run.cpu));
    const peak = Math.max(...runs.map(({ megabytes }) => megabytes));
    console.log(
      `${name.padEnd(10)} ${seconds.toFixed(2)} s (${(seconds / oursSeconds).toFixed(1)} ×)  processor ${cpu.toFixed(2)} s (${(cpu / oursCpu).toFixed(1)} ×)  peak ${peak.toFixed(0)} MB  ${runs[0].cells} cells, ${runs[0].characters} characters`,
    );
  }
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
