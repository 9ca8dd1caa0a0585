import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { engineModule } from '../../../src/samples/simd/engine-module.ts';

it('is what assembly/ compiles to: otherwise run `node scripts/build-engine.js`', () => {
  execFileSync(process.execPath, ['scripts/build-engine.js', '--check']);
}, 60_000);

it('is small', () => {
  expect(Buffer.from(engineModule, 'base64').length).toBeLessThan(12_000);
});
