import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as concordat from '../../src/index.ts';

const page = readFileSync('docs/library.md', 'utf8');
const blocks = [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, text = '']) => ({
  language,
  text,
}));
const examples = blocks.flatMap(({ language, text }, index) =>
  language === 'js' ? [{ code: text, prints: blocks[index + 1]?.text.trimEnd() }] : [],
);

/** Runs a module's text: its imports from `concordat` come from src/index.ts, what it logs is given back. */
async function run(code: string): Promise<string> {
  const lines: string[] = [];
  const log = (...parts: readonly unknown[]) => lines.push(parts.map(String).join(' '));
  const body = code.replaceAll(/^import (\{[^}]+\}) from 'concordat';$/gm, 'const $1 = concordat;');
  if (/^import\b/m.test(body)) throw new Error('an import that is not understood');
  const AsyncFunction = Object.getPrototypeOf(run).constructor as new (
    ...text: string[]
  ) => (api: unknown, console: unknown) => Promise<void>;
  await new AsyncFunction('concordat', 'console', body)(concordat, { log });
  return lines.join('\n').trimEnd();
}

describe('docs/library.md', { timeout: 30_000 }, () => {
  it('has three examples', () => expect(examples).toHaveLength(3));

  it.each(examples)('shows code that runs', async ({ code, prints }) => {
    expect(await run(code)).toBe(prints);
  });

  it('names everything that can be imported, and nothing else', () => {
    const cells = [...page.matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell = '']) => cell);
    const names = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)/g)].map(([, name]) => name));
    expect(names.sort()).toEqual(Object.keys(concordat).sort());
  });
});
