// The limit: reads a file and does nothing with it. Usage: node only-read.js TABLE
import { closeSync, openSync, readSync } from 'node:fs';

const handle = openSync(process.argv[2], 'r');
const block = Buffer.allocUnsafe(1 << 20);
let bytes = 0;
for (let length = -1; length !== 0; bytes += length) length = readSync(handle, block, 0, block.length, null);
closeSync(handle);
console.log(bytes);
