/**
 * Runs the JSON reader over a copy of JSONTestSuite: `node scripts/json-suite.js <folder with y_*.json, n_*.json, i_*.json>`.
 * `y_` files must be judged well-formed, `n_` files must have a fault of syntax or encoding; what becomes of the `i_`
 * files is listed. Ends with 1 when a verdict is wrong. The suite itself is not part of this project.
 */
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadSource } from './load-source.js';

/** Faults of well-formed JSON: what it says cannot be kept, or is unwise. */
const hygiene = new Set(['beyond-2^53', 'lone-surrogate', 'mixed-line-ends']);

const limits = {
  depth: { json: 1000, yaml: 100 },
  recordBytes: 16 << 20,
  documentBytes: 64 << 20,
  nodes: 1_000_000,
  zip: { entryBytes: 1, totalBytes: 1, entries: 1, ratio: 1 },
};

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: node scripts/json-suite.js <folder>\n');
  process.exitCode = 2;
} else {
  process.exitCode = await run(folder);
}

async function run(path) {
  const { jsonReader } = await loadSource('src/documents/json/json.ts');
  const counts = { y: [0, 0], n: [0, 0], i: [0, 0] };
  for (const name of readdirSync(path).sort()) {
    const kind = name[0];
    if (!/^[yni]_.*\.json$/.test(name)) continue;
    // As one document, and with the elements of a top-level array one by one: the verdict must be the same.
    const faults = await wellFormedness(jsonReader, join(path, name), []);
    const split = await wellFormedness(jsonReader, join(path, name), ['/*']);
    if ((faults.length === 0) !== (split.length === 0)) faults.push('DIFFERS', ...split);
    const accepted = faults.length === 0;
    counts[kind][accepted ? 0 : 1] += 1;
    if (kind === 'i')
      process.stdout.write(`${accepted ? 'accepted' : 'refused '} ${name} ${faults.join(' ')}\n`);
    else if (accepted !== (kind === 'y')) process.stdout.write(`WRONG    ${name} ${faults.join(' ')}\n`);
  }
  const { y, n, i } = counts;
  process.stdout.write(
    `y: ${y[0]} of ${y[0] + y[1]} accepted; n: ${n[1]} of ${n[0] + n[1]} refused; i: ${i[0]} accepted, ${i[1]} refused\n`,
  );
  return y[1] === 0 && n[0] === 0 && y[0] > 0 ? 0 : 1;
}

/** The faults of syntax and encoding that make a file more than unwise. */
async function wellFormedness(reader, path, recordsAt) {
  const reasons = [];
  for await (const parts of reader.read(
    { path, chunks: () => createReadStream(path) },
    { recordsAt, limits },
  )) {
    for (const { kind, fault } of parts) {
      if (kind !== 'fault' || fault.check === 'document/duplicate-key' || hygiene.has(fault.reason)) continue;
      if (fault.reason !== 'nul-character' || fault.facts?.escaped !== 1) reasons.push(fault.reason);
    }
  }
  return reasons;
}
