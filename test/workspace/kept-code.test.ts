import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { keptCode } from '../../src/workspace/kept-code.ts';

const root = mkdtempSync(join(tmpdir(), 'concordat-kept-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const main = join(root, 'main.cjs');
const cache = join(root, 'cache');
const partFor = (digest: string) => join(root, `part-${digest}.cjs`);

function build(digest: string, answer: number): void {
  writeFileSync(
    main,
    `exports.part = require("./part-${digest}.cjs"); exports.again = require("./part-${digest}.cjs");`,
  );
  const code = `const path = require("node:path");exports.answer = () => ${answer}; exports.folder = path.basename(__dirname);`;
  writeFileSync(partFor(digest), code);
}

function run(): { readonly answer: unknown; readonly same: boolean } {
  const kept = keptCode(cache);
  const { part, again } = kept.load(main) as { part: { answer(): unknown; folder: string }; again: unknown };
  const result = { answer: part.answer(), same: part === again };
  kept.keep();
  return result;
}

const keptFile = () => join(cache, readdirSync(cache)[0] ?? '');

beforeEach(() => {
  rmSync(cache, { recursive: true, force: true });
  build('AAAAAAAA', 42);
});

it('loads each file once, and keeps the compiled form of those that are named after their content', () => {
  expect(run()).toEqual({ answer: 42, same: true });
  expect(readdirSync(cache)).toEqual([expect.stringMatching(/^part-[0-9a-f]{8}\.bin$/)]);
  const before = readFileSync(keptFile());
  expect(run()).toEqual({ answer: 42, same: true });
  expect(readFileSync(keptFile()).equals(before)).toBe(true);
});

it('does not take the form of another build, though the code is as long', () => {
  run();
  build('BBBBBBBB', 43);
  expect(run()).toMatchObject({ answer: 43 });
  build('AAAAAAAA', 42);
  expect(run()).toMatchObject({ answer: 42 });
  expect(readdirSync(cache)).toHaveLength(1);
});

it('passes over a form that is damaged anywhere, and mends it', () => {
  run();
  const whole = readFileSync(keptFile());
  for (let at = 0; at < whole.length; at += 7) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    writeFileSync(keptFile(), damaged);
    expect(run()).toMatchObject({ answer: 42 });
  }
  for (const length of [0, 1, whole.length >> 1, whole.length - 1]) {
    writeFileSync(keptFile(), whole.subarray(0, length));
    expect(run()).toMatchObject({ answer: 42 });
  }
  // The size of code is not the same in every process: it must only be readable again.
  expect(readFileSync(keptFile()).length).toBeGreaterThan(100);
});

it('does without, where nothing can be kept', () => {
  rmSync(cache, { recursive: true, force: true });
  writeFileSync(cache, 'a file where the folder should be');
  expect(run()).toEqual({ answer: 42, same: true });
});
