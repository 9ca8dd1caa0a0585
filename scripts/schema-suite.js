/**
 * Runs the required tests of the official JSON Schema Test Suite against the schema engine, without and with the bulk gate.
 *
 *   node scripts/schema-suite.js <suite folder> [--list]
 *
 * The folder is the one with `tests/` and `remotes/`. One way to get it (the suite lies in `json/` of the archive):
 *
 *   pip download --no-deps --no-binary :all: jsonschema==4.26.0 && tar xzf jsonschema-4.26.0.tar.gz
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const dialects = {
  draft4: 'http://json-schema.org/draft-04/schema#',
  draft6: 'http://json-schema.org/draft-06/schema#',
  draft7: 'http://json-schema.org/draft-07/schema#',
  'draft2019-09': 'https://json-schema.org/draft/2019-09/schema',
  'draft2020-12': 'https://json-schema.org/draft/2020-12/schema',
};

/** The engine, bundled from its TypeScript where this Node finds its packages. */
export async function loadEngine() {
  const dir = join('node_modules', '.cache', 'schema-suite');
  mkdirSync(dir, { recursive: true });
  const input = join('src', 'schema', 'validator.ts');
  await build({
    input,
    platform: 'node',
    external: [/^ajv/],
    output: { dir, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
  });
  return import(pathToFileURL(join(dir, 'validator.mjs')).href);
}

function jsonFiles(folder, deep) {
  return readdirSync(folder, { recursive: deep, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort();
}

/** The suite's remote documents as a draft may see them: those of other drafts only where they name their own dialect. */
function remotesFor(suite, draft) {
  const folder = join(suite, 'remotes');
  return jsonFiles(folder, true).flatMap((name) => {
    const path = name.split(sep).join('/');
    const value = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const home = /^(draft[^/]+|v1)\//.exec(path)?.[1];
    if (home !== undefined && home !== draft && !(home in dialects && value.$schema !== undefined)) return [];
    return [{ uri: `http://localhost:1234/${path}`, path, value }];
  });
}

async function judge(compileValidator, group, options) {
  const sources = [...options.remotes, { uri: 'test:schema', path: 'schema.json', value: group.schema }];
  const formats = { check: () => true };
  const make = () =>
    compileValidator({
      entry: 'test:schema',
      sources,
      defaultDialect: options.dialect,
      codelists: new Map(),
      formats,
    });
  const verdicts = (validator) =>
    group.tests.map(({ data }) => [validator.faults(data).length === 0, validator.conforms(data)]);
  try {
    const validator = make();
    const before = verdicts(validator);
    await validator.prepareBulk();
    return before.map((pair, index) => [...pair, ...verdicts(validator)[index]]);
  } catch (trouble) {
    return group.tests.map(() => [String(trouble), trouble.schemaPointer]);
  }
}

async function runDraft(compileValidator, suite, draft) {
  const folder = join(suite, 'tests', draft);
  const options = { remotes: remotesFor(suite, draft), dialect: dialects[draft] };
  const misses = [];
  let tests = 0;
  for (const name of jsonFiles(folder, false)) {
    for (const group of JSON.parse(readFileSync(join(folder, name), 'utf8'))) {
      const verdicts = await judge(compileValidator, group, options);
      for (const [index, test] of group.tests.entries()) {
        tests += 1;
        const wrong = verdicts[index].filter((verdict) => verdict !== test.valid);
        if (wrong.length > 0)
          misses.push(
            `${relative(suite, join(folder, name))}: ${group.description} / ${test.description}: ${verdicts[index]}`,
          );
      }
    }
  }
  return { tests, misses };
}

const [suite, flag] = process.argv.slice(2);
if (suite === undefined) {
  process.stderr.write('Which folder? See the head of this script.\n');
  process.exitCode = 2;
} else {
  const { compileValidator } = await loadEngine();
  for (const draft of Object.keys(dialects)) {
    const { tests, misses } = await runDraft(compileValidator, suite, draft);
    process.stdout.write(`${draft.padEnd(13)} ${tests - misses.length} of ${tests}\n`);
    if (flag === '--list') for (const miss of misses) process.stdout.write(`  ${miss}\n`);
    if (misses.length > 0) process.exitCode = 1;
  }
}
