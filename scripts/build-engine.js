// Compiles assembly/ to src/samples/simd/engine-module.ts, which is committed: who installs the package or builds it needs no compiler of WebAssembly.
//
//   node scripts/build-engine.js [--check]      writes the file; with --check, fails where it is stale
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = new URL('../assembly/', import.meta.url);
const target = fileURLToPath(new URL('../src/samples/simd/engine-module.ts', import.meta.url));

/** No runtime, no garbage collector, no data: the module works on the memory that its caller lays out. */
const flags =
  'engine.ts --outFile engine.wasm -O3 --runtime stub --enable simd --importMemory --noExportMemory --memoryBase 1024 --use abort=';

/** The text of src/samples/simd/engine-module.ts. The same compiler gives the same bytes everywhere. */
async function engineModuleText() {
  const { default: asc } = await import('assemblyscript/asc');
  const outputs = new Map();
  const { error, stderr } = await asc.main(flags.split(' '), {
    readFile: (name) => readFile(new URL(name, folder), 'utf8').catch(() => null),
    writeFile: (name, contents) => outputs.set(name, contents),
    listFiles: () => [],
  });
  if (error) throw new Error(`${error.message}\n${stderr}`);
  const base64 = Buffer.from(outputs.get('engine.wasm')).toString('base64');
  const lines = base64.match(/.{1,100}/g).map((line) => `  '${line}'`);
  return `/** Made from assembly/ by scripts/build-engine.js: WebAssembly, as base64. */\nexport const engineModule =\n${lines.join(' +\n')};\n`;
}

const text = await engineModuleText();
if (!process.argv.includes('--check')) await writeFile(target, text);
else if ((await readFile(target, 'utf8')) !== text)
  throw new Error('engine-module.ts is not what assembly/ compiles to');
