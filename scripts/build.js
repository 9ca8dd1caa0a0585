// Builds dist/ in a few seconds, from a fresh clone: types by tsc, code by rolldown, built-in standards parsed to JSON.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';
import { isLean, leanBuiltins, toldAboutColor } from './lean-builtins.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const standards = 'schemas/standards';
const scratch = 'node_modules/.cache/concordat-build';

/** Dependencies are bundled: finding and reading their many files costs more than running them. Their licences come along. */
const isExternal = (id, importer) => id.startsWith('node:') && !isLean(id, importer);

/** What `--version`, failures and every command need. */
const base =
  /rolldown[\\/]runtime|node:|[\\/]src[\\/](?:model[\\/]|workspace[\\/](?:tool-files|cache-folder|read-problem|write-stdout)|cli[\\/](?:failure-text|printable|locale|process-streams|commands[\\/]index))/;

/** What explains divergences: loaded with the first record that has one. What else needs of it comes along with that. */
const divergent =
  /[\\/]src[\\/](?:alignment|checks|assessment)[\\/](?:index|assess-record|reconcile|pair-names|find-moves|apply-renames|word-findings|document-divergence|catalogue-divergences|grade|match|near)/;

/**
 * What nearly every run of `check` needs, in one chunk: each further file costs as much as compiling it. Readers of other
 * formats, the parsers of packages and what only divergences or help texts need stay apart.
 */
const usual =
  /[\\/](?:src[\\/](?:assessment|records[\\/]tree|reporters|cli[\\/](?:run-c|check-flags|plain-flags|engine|commands[\\/]check)|documents[\\/](?:index|json[\\/]json)\.ts|standards[\\/]build-standard)|node_modules[\\/](?:chalk|get-east-asian-width))/;

/** What only runs with data tables need. */
const samples =
  /[\\/]src[\\/](?:samples[\\/](?!inputs[\\/]sample-format|match[\\/]sample-path)|assessment[\\/](?:assess-samples|cell-findings|declared-tables|pair-tables|peek-table|sample-|shown-values|summarise-columns))/;

const groups = [
  { name: 'base', test: base, priority: 3 },
  {
    name: 'check',
    test: (id) => usual.test(id) && !divergent.test(id) && !samples.test(id),
    priority: 2,
  },
  { name: 'divergent', test: divergent, priority: 1 },
];

/** Whitespace costs reading time at start-up; names stay, so that a stack trace can be read. */
const output = {
  format: 'esm',
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  chunkFileNames: 'chunks/[name]-[hash].js',
  codeSplitting: { groups },
};

/** A text of ASCII is read several times as fast as one with Chinese in it, and takes half the memory. */
const asciiOnly = {
  name: 'ascii-only',
  generateBundle: (_, files) => {
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk') continue;
      if (/\\[\u0080-\uffff]/.test(file.code))
        throw new Error(`${file.fileName}: a backslash before a character beyond ASCII`);
      file.code = file.code.replace(
        /[\u0080-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

/** For the command: starting the loader of ES modules takes longer than loading our code. */
const commonjs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' };

async function bundle(input, dir, format = {}) {
  const build = await rolldown({
    input,
    platform: 'node',
    external: isExternal,
    plugins: [leanBuiltins, toldAboutColor, asciiOnly],
    preserveEntrySignatures: 'allow-extension',
  });
  await build.write({ ...output, ...format, dir });
  await build.close();
}

async function emitTypes() {
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  // `npm run types` checks; here only the declarations are wanted.
  const flags = ['-p', 'tsconfig.build.json', '--emitDeclarationOnly', '--sourceMap', 'false', '--noCheck'];
  await promisify(execFile)(process.execPath, [tsc, ...flags]);
}

/** dist/standards/<id>@<version>.json for every schemas/standards/<id>/<version>/ */
async function compileStandards() {
  if (!existsSync(standards)) return;
  await bundle({ compile: 'scripts/compile-standard.js' }, scratch);
  const { compileStandard } = await import(pathToFileURL(join(scratch, 'compile.js')).href);
  await mkdir('dist/standards', { recursive: true });
  for (const id of await readdir(standards)) {
    for (const version of await readdir(join(standards, id))) {
      const folder = join(standards, id, version);
      if (!existsSync(join(folder, 'standard.yaml'))) continue;
      const name = `${id}@${version}`;
      await writeFile(join('dist/standards', `${name}.json`), await compileStandard(folder, name));
    }
  }
  await rm(scratch, { recursive: true, force: true });
}

/** The licence texts of what is bundled, as those licences ask for. */
async function collectLicences() {
  const { dependencies } = JSON.parse(await readFile('package.json', 'utf8'));
  const texts = [];
  for (const name of await withTheirs(Object.keys(dependencies))) {
    const folder = join('node_modules', name);
    const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const file = (await readdir(folder)).find((path) => /^licen[cs]e/i.test(path));
    const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
    texts.push(`${name} ${version} (${license})\n\n${text.trim()}\n`);
  }
  await writeFile('dist/THIRD-PARTY-LICENSES.txt', texts.join(`\n${'-'.repeat(80)}\n\n`));
}

async function withTheirs(names) {
  const all = new Set(names);
  for (const name of all) {
    const { dependencies = {} } = JSON.parse(
      await readFile(join('node_modules', name, 'package.json'), 'utf8'),
    );
    for (const dependency of Object.keys(dependencies)) all.add(dependency);
  }
  return [...all].sort();
}

await rm('dist', { recursive: true, force: true });
await Promise.all([
  emitTypes(),
  bundle({ index: 'src/index.ts' }, 'dist').then(compileStandards),
  bundle(
    {
      main: 'src/cli/main.ts',
      'assess-worker': 'src/cli/assess-worker.ts',
      'parquet-worker': 'src/cli/parquet-worker.ts',
    },
    'dist/cli',
    commonjs,
  ),
  // Each by itself: nothing is loaded before.
  ...['launch', 'launch-worker'].map((name) =>
    bundle({ [name]: `src/cli/${name}.ts` }, 'dist/cli', { ...commonjs, codeSplitting: false }),
  ),
]);
await collectLicences();
