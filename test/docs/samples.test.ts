import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { privacyProfiles } from '../../src/model/sample-binding.ts';
import { sampleRecordBytes } from '../../src/samples/delimited-plan.ts';
import { privacyDetectors } from '../../src/samples/privacy/detectors.ts';
import { checkFixtures } from '../checks/check-fixtures.ts';
import { sampleCases } from '../checks/sample-cases.ts';
import { run } from '../cli/run.ts';

const page = readFileSync('docs/samples.md', 'utf8');

describe('docs/samples.md', { timeout: 30_000 }, () => {
  it('shows a real screen', async () => {
    const block = /```\n\$ concordat ([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const [command = '', ...screen] = block.split('\n');
    const { code, out } = await run([...command.split(' '), '--color', 'never'], { columns: 100 });
    expect(code).toBe(1);
    expect(out).toBe(`${screen.join('\n').trimEnd()}\n`);
  });

  it('links to the page of every check of data tables', () => {
    const ids = new Set(sampleCases.map(({ id }) => id));
    const names = checkFixtures.filter(({ id }) => ids.has(id)).map(({ name }) => name);
    expect(names.filter((name) => !page.includes(`(checks/${name}.md)`))).toEqual([]);
  });

  it('links to files that exist', () => {
    const links = [...page.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
      .map(([, path = '']) => path)
      .filter((path) => !path.includes(':'));
    for (const path of links) expect(() => readFileSync(`docs/${path}`), path).not.toThrow();
  });

  it('gives the limit of a row', () => {
    expect(page).toContain(`| a row of a delimited file | ${sampleRecordBytes / 2 ** 20} MiB;`);
  });

  it('counts the classes of personal information, and names the profiles', () => {
    expect(page).toContain(`tell ${privacyDetectors.length} classes`);
    for (const profile of privacyProfiles) expect(page).toContain(`| \`${profile}\` |`);
  });
});
