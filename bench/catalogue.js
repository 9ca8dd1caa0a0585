#!/usr/bin/env node
// A catalogue of 100,000 records (about 200 MB) checked by concordat and by others in one run, in turn.
// Needs the built project (npm run build) and the npm registry: peers are installed into a temporary folder.
// Usage: node bench/catalogue.js [RECORDS] [ROUNDS] [--no-peers]
import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCatalogue } from './make-catalogue.js';
import { inTurn, printTable } from './measure.js';

const [records = '100000', rounds = '3'] = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const withPeers = !process.argv.includes('--no-peers');
/** Some peers would take hours. */
const peerSeconds = 300;
const concordat = fileURLToPath(new URL('../bin/concordat.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'concordat-bench-'));
const file = (name) => join(folder, name);

try {
  writeCatalogue(folder, Number(records));
  writeFileSync(
    file('parse.cjs'),
    `JSON.parse(require('fs').readFileSync(${JSON.stringify(file('array.json'))}, 'utf8'))`,
  );
  const check = [concordat, 'check', '--format', 'summary', '--standard'];
  const contestants = [
    { name: 'JSON.parse of the whole file', command: process.execPath, args: [file('parse.cjs')] },
    {
      name: 'concordat, array',
      command: process.execPath,
      args: [...check, file('record.schema.json'), file('array.json')],
    },
    {
      name: 'concordat, array, --workers 1',
      command: process.execPath,
      args: [...check, file('record.schema.json'), file('array.json'), '--workers', '1'],
    },
    {
      name: 'concordat, NDJSON',
      command: process.execPath,
      args: [...check, file('record.schema.json'), file('records.ndjson')],
    },
    ...(withPeers ? peers() : []),
  ];
  console.log(
    `${records} records, ${(statSync(file('array.json')).size / 1e6).toFixed(0)} MB, median of ${rounds} runs in turn\n`,
  );
  printTable(await inTurn(contestants, Number(rounds)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The others, each told to report every error where it can. */
function peers() {
  writeFileSync(file('package.json'), '{"private":true}');
  const names = ['ajv-cli@5', 'ajv-formats@3', '@sourcemeta/jsonschema', 'v8r', '@stoplight/spectral-cli@6'];
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...names], { cwd: folder, stdio: 'inherit' });
  writeFileSync(
    file('ruleset.yaml'),
    `rules:\n  record:\n    given: $\n    then:\n      function: schema\n      functionOptions:\n        allErrors: true\n        schema: ${readFileSync(file('array.schema.json'), 'utf8')}\n`,
  );
  // It tells by the name that a file holds a record a line.
  linkSync(file('records.ndjson'), file('records.jsonl'));
  const bin = (name) => file(`node_modules/.bin/${name}`);
  return [
    {
      name: 'ajv-cli --all-errors',
      command: bin('ajv'),
      args: [
        'validate',
        '--all-errors',
        '--strict=false',
        '-c',
        'ajv-formats',
        '-s',
        file('array.schema.json'),
        '-d',
        file('array.json'),
      ],
      env: { NODE_OPTIONS: '--max-old-space-size=8192' },
    },
    {
      name: 'jsonschema (sourcemeta), NDJSON',
      command: bin('jsonschema'),
      args: ['validate', file('record.schema.json'), file('records.jsonl')],
    },
    {
      name: 'v8r',
      command: bin('v8r'),
      // It takes no absolute paths.
      args: ['--schema', 'array.schema.json', 'array.json'],
      cwd: folder,
      env: { NODE_OPTIONS: '--max-old-space-size=8192' },
    },
    {
      name: 'spectral',
      command: bin('spectral'),
      args: ['lint', '--ruleset', file('ruleset.yaml'), file('array.json')],
      env: { NODE_OPTIONS: '--max-old-space-size=8192' },
    },
  ]
    .filter(({ command }) => existsSync(command))
    .map((peer) => ({ ...peer, timeout: peerSeconds }));
}
