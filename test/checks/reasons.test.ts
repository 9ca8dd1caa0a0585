import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { syntaxReasons } from '../../src/checks/syntax-reasons.ts';
import { unreadableReasons } from '../../src/checks/unreadable-reasons.ts';

const sources = readdirSync('src/documents', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(`src/documents/${path}`, 'utf8'));

/** The reason codes that stand in calls and properties of the readers. */
function reasonsIn(shapes: readonly RegExp[]): string[] {
  const found = sources.flatMap((text) => shapes.flatMap((shape) => [...text.matchAll(shape)]));
  return [...new Set(found.map(([, reason = '']) => reason))].sort();
}

/** What other checks than `document/syntax` say. */
const elsewhere = ['broken-bytes', 'duplicate-key', 'not-utf-8', 'ragged'];

it('has a sentence for every reason of document/syntax that a reader gives', () => {
  const reasons = reasonsIn([
    /\bsyntax\(\s*'([^']+)'/g,
    /\breason: '([^']+)'/g,
    /\bproblem(?::|\()\s*'([^']+)'/g,
    /#fault\('([^']+)'/g,
    /\bfaultHere\([^,()]+,\s*'([^']+)'/g,
  ]);
  expect(reasons.length).toBeGreaterThan(30);
  expect(reasons.filter((reason) => !(reason in syntaxReasons) && !elsewhere.includes(reason))).toEqual([]);
});

it('has a sentence for every reason of document/unreadable that a reader gives', () => {
  const reasons = reasonsIn([/\bunreadable\(\s*'([^']+)'/g]);
  expect(reasons.length).toBeGreaterThan(15);
  expect(reasons.filter((reason) => !(reason in unreadableReasons))).toEqual([]);
});
