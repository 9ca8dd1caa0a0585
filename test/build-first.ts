import { execFileSync } from 'node:child_process';

/** Before all tests: those of the command and of the built-in standards look at what is built, and must never judge yesterday's. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' });
}
