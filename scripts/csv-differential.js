/**
 * Holds the CSV reader to Python's csv module on random texts and prints every difference. Not part of the tests: it needs Python 3.
 *
 *   node scripts/csv-differential.js [number of texts] [seed]
 *
 * Compared are texts that keep RFC 4180; where a quote stands out of place, readers differ and ours says so.
 */
import { spawnSync } from 'node:child_process';
import { loadSource } from './load-source.js';

const limits = {
  depth: { json: 1000, yaml: 100 },
  recordBytes: 1 << 20,
  documentBytes: 1 << 26,
  nodes: 1e6,
  zip: {},
};
const python = `
import csv, io, json, sys
for line in sys.stdin:
    case = json.loads(line)
    reader = csv.reader(io.StringIO(case['text'], newline=''), delimiter=case['delimiter'])
    print(json.dumps(list(reader)))
`;
const pieces = [
  'a',
  '1',
  ' ',
  '值',
  '😀',
  '"',
  '""',
  ',',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\n',
  '\r\n',
  '\r',
  '"x"',
  '"p,q"',
  '"l\nm"',
  '"c\r\nd"',
];

process.exitCode = await run(Number(process.argv[2] ?? 20_000), Number(process.argv[3] ?? 1));

async function run(count, seed) {
  const { csvReader } = await loadSource('src/documents/csv/csv.ts');
  const random = generator(seed);
  const cases = [];
  for (let index = 0; index < count; index += 1) {
    const text = index % 2 === 0 ? randomText(random) : randomTable(random);
    const read = await rowsOf(csvReader, text);
    if (read !== undefined) cases.push({ text, ...read });
  }
  const expected = pythonRows(cases);
  let different = 0;
  for (const [index, { text, rows }] of cases.entries()) {
    if (JSON.stringify(rows) === expected[index]) continue;
    different += 1;
    say(`${JSON.stringify(text)}\n  ours   ${JSON.stringify(rows)}\n  Python ${expected[index]}`);
  }
  say(`${count} texts, ${cases.length} compared, ${different} differ`);
  return different === 0 ? 0 : 1;
}

function pythonRows(cases) {
  const input = cases.map(({ text, delimiter }) => `${JSON.stringify({ text, delimiter })}\n`).join('');
  const { stdout, status, stderr } = spawnSync('python3', ['-c', python], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.stringify(JSON.parse(line)));
}

/** The cells as read; nothing where the reader says that quotes stand wrong or that there is no text. */
async function rowsOf(reader, text) {
  const sheet = await sheetOf(reader, text);
  if (sheet === undefined) return undefined;
  const entries = [];
  for await (const batch of sheet.rows()) entries.push(...batch);
  if (entries.some(({ reason }) => /quote|not-csv/.test(reason ?? ''))) return undefined;
  const rows = entries.filter((entry) => 'cells' in entry);
  return {
    rows: rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')),
    delimiter: sheet.dialect.delimiter,
  };
}

async function sheetOf(reader, text) {
  const source = {
    path: 'table.csv',
    async *chunks() {
      yield new TextEncoder().encode(text);
    },
  };
  for await (const parts of reader.read(source, { recordsAt: [], limits })) {
    for (const part of parts) if (part.kind === 'sheet') return part.sheet;
  }
  return undefined;
}

function randomText(random) {
  return Array.from({ length: 1 + (random() % 24) }, () => pieces[random() % pieces.length]).join('');
}

function randomTable(random) {
  const delimiter = [',', ';', '\t', '|'][random() % 4];
  const lineEnd = ['\n', '\r\n', '\r'][random() % 3];
  const columns = 2 + (random() % 5);
  const row = () => Array.from({ length: columns }, () => randomCell(random)).join(delimiter);
  return Array.from({ length: 2 + (random() % 8) }, row).join(lineEnd) + (random() % 2 === 0 ? lineEnd : '');
}

function randomCell(random) {
  const value = Array.from({ length: random() % 6 }, () => pieces[random() % pieces.length]).join('');
  return /["\r\n,;\t|]/.test(value) || random() % 4 === 0 ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A small generator (mulberry32), so that a run can be repeated. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
