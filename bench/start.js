#!/usr/bin/env node
// From start to verdict: one small JSON file, checked by concordat and by others, against starting Node for nothing.
// Needs the built project (npm run build) and the npm registry: peers are installed into a temporary folder.
// Usage: node bench/start.js [ROUNDS] [--no-peers]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from './measure.js';

const [rounds = '21'] = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const concordat = fileURLToPath(new URL('../bin/concordat.js', import.meta.url));
const standards = fileURLToPath(new URL('../schemas/standards/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'concordat-bench-'));
const file = (name) => join(folder, name);

try {
  writeInput();
  const check = (name, standard, path) => ({
    name: `concordat, ${name}`,
    args: [concordat, 'check', path, '--standard', standard],
  });
  const contestants = [
    { name: 'node -e 0', args: ['-e', '0'] },
    check(
      'cn-gov-catalogue@2017',
      'cn-gov-catalogue@2017',
      join(standards, 'cn-gov-catalogue/2017/fixtures/valid/catalogue.json'),
    ),
    check('dcat-us@1.1', 'dcat-us@1.1', join(standards, 'dcat-us/1.1/fixtures/valid/catalog.json')),
    check('bare JSON Schema', file('schema.json'), file('record.json')),
    check('bare JSON Schema, divergent', file('schema.json'), file('divergent.json')),
    ...(process.argv.includes('--no-peers') ? [] : peers()),
  ];
  console.log(`node ${process.version}, ${rounds} rounds in turn; ratios pair by pair\n`);
  printRatios(await runInTurn(contestants, Number(rounds)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** One run of each to warm the disk cache, then A B C, A B C, …: each run is compared with the bare start of its own round. */
async function runInTurn(contestants, count) {
  const runs = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = -1; round < count; round += 1) {
    for (const { name, args } of contestants) {
      const run = await measure(process.execPath, args, { cwd: folder });
      if (round >= 0) runs.get(name).push(run);
    }
  }
  return runs;
}

function printRatios(runs) {
  const [bare] = runs.values();
  const width = Math.max(...[...runs.keys()].map((name) => name.length));
  for (const [name, list] of runs) {
    const seconds = median(list.map((run) => run.seconds));
    const ratio = median(list.map((run, round) => run.seconds / bare[round].seconds));
    const [{ code }] = list;
    console.log(
      `${name.padEnd(width)}  ${(seconds * 1000).toFixed(0).padStart(6)} ms  ${ratio.toFixed(2).padStart(6)} ×  exit ${code}`,
    );
  }
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** A schema as departments write them, a record that meets it, and one with three faults. */
function writeInput() {
  const organisation = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Dataset',
    type: 'object',
    required: ['identifier', 'title', 'publisher', 'modified'],
    properties: {
      identifier: { type: 'string', minLength: 1 },
      title: { type: 'string', minLength: 1, maxLength: 200 },
      modified: { type: 'string', format: 'date' },
      homepage: { type: 'string', format: 'uri' },
      publisher: { $ref: '#/definitions/organisation' },
      keyword: { type: 'array', items: { type: 'string' }, uniqueItems: true },
      theme: { enum: ['health', 'transport'] },
      code: { type: 'string', pattern: '^[0-9]{3}:[0-9]{2}$' },
    },
    additionalProperties: false,
    definitions: { organisation },
  };
  const record = {
    identifier: 'hlth-0012',
    title: 'GP practices 全科诊所',
    modified: '2021-03-02',
    homepage: 'https://data.example.org/hlth-0012',
    publisher: { name: 'Department of Health' },
    keyword: ['doctors', 'practices'],
    theme: 'health',
    code: '018:10',
  };
  const { publisher, ...rest } = record;
  const divergent = { ...rest, publsher: publisher, theme: 'Health', modified: '2021-3-2' };
  for (const [name, value] of Object.entries({ schema, record, divergent })) {
    writeFileSync(file(`${name}.json`), JSON.stringify(value, null, 2));
  }
}

/** Others on the bare schema, started by Node itself as far as they are Node programs; none where the registry cannot be reached. */
function peers() {
  writeFileSync(file('package.json'), '{"private":true}');
  const names = ['ajv-cli@5', 'ajv-formats@3', '@sourcemeta/jsonschema'];
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', ...names], { cwd: folder, stdio: 'ignore' });
  } catch {
    console.log('The npm registry cannot be reached: no peers.\n');
    return [];
  }
  const program = (name) => {
    const path = file(join('node_modules', name));
    const { bin } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    return join(path, typeof bin === 'string' ? bin : Object.values(bin)[0]);
  };
  const ajv = ['validate', '-c', 'ajv-formats', '-s', file('schema.json'), '-d', file('record.json')];
  return [
    { name: 'ajv-cli', args: [program('ajv-cli'), ...ajv] },
    {
      name: '@sourcemeta/jsonschema, through npm',
      args: [program('@sourcemeta/jsonschema'), 'validate', file('schema.json'), file('record.json')],
    },
  ];
}
