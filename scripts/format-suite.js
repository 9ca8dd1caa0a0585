/**
 * Holds the formats to the official JSON Schema test suite (not part of this project).
 *
 *   node scripts/format-suite.js <suite>/tests
 *
 * Prints, for each format, how many of the suite's string tests were judged as the suite says, over all drafts that the
 * tool claims, then every test that was not. Ends with exit code 1 where one was not.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const drafts = ['draft4', 'draft6', 'draft7', 'draft2019-09', 'draft2020-12'];

/** The formats straight from the source, bundled in memory, so that no build is needed first. */
async function loadPolicy() {
  const input = fileURLToPath(new URL('../src/formats/index.ts', import.meta.url));
  const { output } = await build({ input, write: false, logLevel: 'warn', platform: 'node' });
  const code = Buffer.from(output[0].code).toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)).createFormatPolicy();
}

/** Every test of the folder `optional/format` of one draft, by format. */
function* testsOf(suite, draft) {
  const folder = join(suite, draft, 'optional', 'format');
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder).sort()) {
    for (const group of JSON.parse(readFileSync(join(folder, file), 'utf8'))) {
      const format = group.schema.format;
      if (typeof format !== 'string') continue;
      for (const test of group.tests) yield { draft, file, format, test };
    }
  }
}

const suite = process.argv[2];
if (suite === undefined) {
  process.stderr.write('usage: format-suite.js <suite>/tests\n');
  process.exit(2);
}
const policy = await loadPolicy();
const counts = new Map();
const misses = [];
for (const draft of drafts) {
  for (const { file, format, test } of testsOf(suite, draft)) {
    const count = counts.get(format) ?? { right: 0, wrong: 0, unclaimed: 0 };
    counts.set(format, count);
    const verdict = typeof test.data === 'string' ? policy.check(format, test.data) : true;
    if (verdict === undefined && file !== 'unknown.json') count.unclaimed += 1;
    else if ((verdict === undefined || verdict === true) === test.valid) count.right += 1;
    else {
      count.wrong += 1;
      misses.push(
        `${draft} ${format} ${JSON.stringify(test.data)}: ${verdict}, suite says ${test.valid} (${test.description})`,
      );
    }
  }
}
let total = 0;
for (const [format, { right, wrong, unclaimed }] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  total += right;
  const rest = [
    wrong > 0 ? `${wrong} wrong` : '',
    unclaimed > 0 ? `${unclaimed} of a format not claimed` : '',
  ];
  process.stdout.write(
    `${format.padEnd(24)} ${right}/${right + wrong + unclaimed}  ${rest.filter(Boolean).join(', ')}\n`,
  );
}
process.stdout.write(`${'all'.padEnd(24)} ${total}, ${misses.length} wrong\n`);
for (const miss of misses) process.stdout.write(`  ${miss}\n`);
process.exitCode = misses.length > 0 || counts.size === 0 ? 1 : 0;
