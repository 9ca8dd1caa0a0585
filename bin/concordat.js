#!/usr/bin/env node
// Whatever happens before the real code is known counts as "could not do the job".
process.exitCode = 2;
const { main } = await import('../dist/cli/main.js');
process.exitCode = await main(process.argv.slice(2));
