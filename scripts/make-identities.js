#!/usr/bin/env node
/**
 * Writes a table with invented identities and, beside it, how many of each class stand in which column: what a check of it must find.
 *
 *   node scripts/make-identities.js OUT.csv ROWS SEED
 */
import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { makeIdentities } from './support/identities.js';

const [out, rows = '20000', seed = '1'] = process.argv.slice(2);
if (out === undefined || !Number.isInteger(Number(rows)) || !Number.isInteger(Number(seed))) {
  console.error('usage: node scripts/make-identities.js OUT.csv ROWS SEED');
  process.exitCode = 2;
} else {
  await write(out, makeIdentities({ rows: Number(rows), seed: Number(seed) }));
}

async function write(path, table) {
  const file = createWriteStream(path);
  let text = line(table.headings);
  for (const cells of table.rows) {
    text += line(cells);
    if (text.length < 1 << 16) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await once(file, 'finish');
  writeFileSync(
    path.replace(/(?:\.csv)?$/, '.planted.json'),
    `${JSON.stringify(table.planted(), null, 2)}\n`,
  );
}

function line(cells) {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
