#!/usr/bin/env node
/**
 * Writes a large enterprise register as a department hands it in, in GB18030, with planted faults; beside it the Table Schema, the catalogue
 * record and the number of times each fault was planted. The same bytes for the same arguments.
 *
 *   node scripts/make-large-sample.js OUT.csv [ROWS] [SEED]
 */
import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gb18030 } from './departments/gb18030.js';
import { randomFrom } from './departments/random.js';
import { drawRow, registerRecord, registerSchema } from './support/register.js';

const [out, rows = '1000000', seed = '1'] = process.argv.slice(2);
if (out === undefined || !Number.isInteger(Number(rows)) || !Number.isInteger(Number(seed))) {
  console.error('usage: node scripts/make-large-sample.js OUT.csv [ROWS] [SEED]');
  process.exitCode = 2;
} else {
  const planted = await writeTable(out, Number(rows), randomFrom(Number(seed)));
  const beside = (name, value) =>
    writeFileSync(out.replace(/(?:\.csv)?$/, name), `${JSON.stringify(value, null, 2)}\n`);
  beside('.schema.json', registerSchema);
  beside('.planted.json', { rows: Number(rows), seed: Number(seed), planted });
  const record = registerRecord(basename(out, '.csv'));
  writeFileSync(
    join(dirname(out), 'catalogue.json'),
    `${JSON.stringify({ resources: [record] }, null, 2)}\n`,
  );
}

async function writeTable(path, count, random) {
  const file = createWriteStream(path);
  const planted = {};
  const plant = (kind) => {
    planted[kind] = (planted[kind] ?? 0) + 1;
  };
  let text = line(registerSchema.fields.map(({ name }) => name));
  const state = { before: '' };
  for (let row = 0; row < count; row += 1) {
    text += line(drawRow({ row, random, plant, state }));
    if (text.length < 1 << 18) continue;
    if (!file.write(gb18030(text))) await once(file, 'drain');
    text = '';
  }
  file.end(gb18030(text));
  await once(file, 'finish');
  return planted;
}

function line(cells) {
  const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `${cells.map(quoted).join(',')}\r\n`;
}
