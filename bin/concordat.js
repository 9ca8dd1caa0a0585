#!/usr/bin/env node
// Whatever happens before the real code is known counts as "could not do the job".
process.exitCode = 2;
const { join } = require('node:path');
const folder = join(__dirname, '../dist/cli');

async function run() {
  const { launch } = require(join(folder, 'launch.cjs'));
  process.exitCode = await launch(folder, process.argv.slice(2), require);
}

run().catch(({ message }) => {
  process.stderr.write(
    `concordat: it is not installed whole: ${message.split('\n')[0]}\nIn a clone of the sources, \`npm install\` builds it.\n`,
  );
});
