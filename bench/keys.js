/**
 * Looks for keys that stand twice in a column of 10,000,000 keys, a few planted, with concordat's key index and comparison, with a JS `Set`
 * of strings and with DuckDB, each in a process of its own, and prints time, peak memory and what was found.
 *
 *   node bench/keys.js [--rows 10000000] [--runs 3] [--budget 1000000] [--all] [--python python3]
 *
 * `--budget`: a further run of ours that holds so many hashes in memory and sets the others aside on disk. `--all`: a second file in which
 * every key stands twice. DuckDB takes part where the named Python can import it (PYTHONPATH is passed on).
 *
 * Ours and the Set share one scanner on bytes, a stand-in for the engines: a key a line. Needs no build: rolldown bundles the parts from `src/`.
 * Everything lies in one temporary folder that is removed at the end.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import { inTurn, printTable } from './measure.js';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000000' },
    runs: { type: 'string', default: '3' },
    budget: { type: 'string', default: '1000000' },
    all: { type: 'boolean', default: false },
    python: { type: 'string', default: 'python3' },
  },
});
const rows = Number(values.rows);
const folder = mkdtempSync(join(tmpdir(), 'concordat-bench-'));
try {
  await bundleParts();
  const ours = scriptOfOurs();
  const set = scriptOfSet();
  const duckdb = scriptOfDuckdb();
  const hasDuckdb = spawnSync(values.python, ['-c', 'import duckdb']).status === 0;
  if (!hasDuckdb) console.log('DuckDB is not there; it is left out.');
  for (const kind of values.all ? ['a few', 'all'] : ['a few']) {
    const file = join(folder, 'keys.csv');
    makeFile(file, kind === 'all');
    console.log(
      `${rows} keys, ${kind} of them twice, ${(statSync(file).size / 1e6).toFixed(0)} MB; median of ${values.runs} runs, highest peak`,
    );
    const node = (name, ...args) => ({ name, command: process.execPath, args });
    const contestants = [
      node('concordat', ours, file),
      node(`concordat, ${values.budget} hashes in memory`, ours, file, values.budget),
      node('Set of strings', '--max-old-space-size=8192', set, file),
    ];
    if (hasDuckdb) {
      contestants.push({ name: 'DuckDB, 1 thread', command: values.python, args: [duckdb, file, '1'] });
      contestants.push({ name: 'DuckDB, 2 threads', command: values.python, args: [duckdb, file, '2'] });
    }
    const results = await inTurn(contestants, Number(values.runs));
    printTable(results);
    for (const { name, out } of results) console.log(`${name}: ${out.trim()}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Keys of 18 characters in an order that jumps about; 999,983 is prime to the number of rows unless that is a multiple of it. */
function makeFile(path, isAllTwice) {
  const handle = openSync(path, 'w');
  writeSync(handle, 'code\n');
  const keys = isAllTwice ? Math.floor(rows / 2) : rows;
  for (let row = 0; row < rows; ) {
    const lines = [];
    for (const end = Math.min(rows, row + 100_000); row < end; row += 1) {
      const isPlanted = row === Math.floor(rows / 2) || row === rows - 1;
      lines.push(`330222${String(isPlanted ? 0 : ((row % keys) * 999_983) % keys).padStart(12, '0')}\n`);
    }
    writeSync(handle, lines.join(''));
  }
  closeSync(handle);
}

async function bundleParts() {
  const entry = join(folder, 'entry.ts');
  const source = (path) => JSON.stringify(fileURLToPath(new URL(`../src/${path}`, import.meta.url)));
  writeFileSync(
    entry,
    `export { KeyIndex } from ${source('samples/keys/key-index.ts')};
     export { KeyComparison } from ${source('samples/keys/key-comparison.ts')};
     export { joinGroups, noGroups } from ${source('samples/keys/key-groups.ts')};
     export { DiskSpill } from ${source('workspace/spill.ts')};`,
  );
  const bundle = await rolldown({ input: entry, platform: 'node' });
  await bundle.write({ file: join(folder, 'parts.mjs'), format: 'esm' });
  await bundle.close();
}

/** Reads keys, one a line, without decoding them: `batch(bytes, ends, count)` with the ends of so many lines, the first of which starts at 0. */
function scanner() {
  return `
    import { openSync, readSync, closeSync } from 'node:fs';
    function scan(path, batch) {
      const handle = openSync(path, 'r');
      const bytes = Buffer.alloc(2 ** 20 + 4096);
      const ends = new Uint32Array(2 ** 20);
      let kept = 0;
      for (;;) {
        const read = readSync(handle, bytes, kept, 2 ** 20, null);
        if (read === 0) break;
        let count = 0;
        for (let at = 0; at < kept + read; at += 1) if (bytes[at] === 10) ends[count++] = at;
        batch(bytes, ends, count);
        const from = count === 0 ? 0 : ends[count - 1] + 1;
        bytes.copyWithin(0, from, kept + read);
        kept = kept + read - from;
      }
      closeSync(handle);
    }`;
}

function scriptOfOurs() {
  return script(
    'ours.mjs',
    `${scanner()}
    import { DiskSpill, joinGroups, KeyComparison, KeyIndex, noGroups } from './parts.mjs';
    const [, , path, budget] = process.argv;
    const spill = new DiskSpill();
    const hashes = new Uint32Array(2 ** 20);
    const mix = (word) => {
      let lane = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
      lane = Math.imul(lane ^ (lane >>> 13), 0xc2b2ae35);
      return lane ^ (lane >>> 16);
    };
    function hash(bytes, ends, count) {
      let at = 0;
      for (let row = 0; row < count; row += 1) {
        let a = 0x243f6a88;
        let b = 0x85a308d3 | 0;
        for (const end = ends[row]; at < end; at += 1) {
          const byte = bytes[at];
          a = Math.imul(a ^ byte, 0x01000193);
          b ^= byte;
          b = Math.imul((b << 13) | (b >>> 19), 0x9e3779b1);
        }
        at += 1;
        const first = mix(((a ^ (b >>> 15)) + b) | 0);
        hashes[2 * row] = first;
        hashes[2 * row + 1] = mix(b ^ first) | 1;
      }
    }
    try {
      const index = new KeyIndex(budget === undefined ? { spill } : { spill, budget: Number(budget) });
      scan(path, (bytes, ends, count) => {
        hash(bytes, ends, count);
        index.add(hashes, count);
      });
      let groups = noGroups;
      let passes = 0;
      let hashesTwice = 0;
      for (const candidates of index.candidates()) {
        passes += 1;
        hashesTwice += candidates.size;
        const comparison = new KeyComparison(candidates.size);
        let before = 0;
        scan(path, (bytes, ends, count) => {
          hash(bytes, ends, count);
          candidates.find(hashes, count, (row, candidate) => {
            const text = bytes.toString('utf8', row === 0 ? 0 : ends[row - 1] + 1, ends[row]);
            comparison.add(candidate, text, { row: before + row, line: before + row });
          });
          before += count;
        });
        groups = joinGroups(groups, comparison.groups());
      }
      console.log(groups.rows + ' rows, ' + groups.keys + ' keys, first in line ' + groups.first[0]?.first.line + ', ' + hashesTwice + ' candidates, ' + passes + ' second passes');
    } finally {
      spill.close();
    }`,
  );
}

/** Only the extra rows are found; a Map of counts needs more still. A Set ends at 16.7 million. */
function scriptOfSet() {
  return script(
    'set.mjs',
    `${scanner()}
    const seen = new Set();
    const twice = new Map();
    scan(process.argv[2], (bytes, ends, count) => {
      let from = 0;
      for (let row = 0; row < count; row += 1) {
        const key = bytes.latin1Slice(from, ends[row]);
        if (seen.has(key)) twice.set(key, (twice.get(key) ?? 1) + 1);
        else seen.add(key);
        from = ends[row] + 1;
      }
    });
    let rows = 0;
    for (const count of twice.values()) rows += count;
    console.log(rows + ' rows, ' + twice.size + ' keys');`,
  );
}

function scriptOfDuckdb() {
  return script(
    'duck.py',
    `import sys, duckdb
db = duckdb.connect()
db.execute(f"SET threads TO {sys.argv[2]}")
rows, keys = db.execute("""SELECT sum(n), count(*) FROM (SELECT code, count(*) AS n
  FROM read_csv(?, header=true, delim=',', columns={'code': 'VARCHAR'}) GROUP BY code HAVING count(*) > 1)""", [sys.argv[1]]).fetchone()
print(f"{rows} rows, {keys} keys")`,
  );
}

function script(name, body) {
  const path = join(folder, name);
  writeFileSync(path, body);
  return path;
}
