import { setFlagsFromString } from 'node:v8';

/**
 * Has this thread optimise only what runs long. Data tables are scanned in WebAssembly, and what JavaScript does beside it is soon done: while
 * both cores are busy, optimising it takes more time than it saves. Nine times the usual budget of V8.
 */
export function spareCompiler(): void {
  setFlagsFromString('--interrupt-budget=600000');
}
