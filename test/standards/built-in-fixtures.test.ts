import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { assessSubmission } from '../../src/assessment/assess-submission.ts';
import { readers } from '../../src/documents/index.ts';
import { defaultLimits } from '../../src/documents/limits.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Standard } from '../../src/model/standard.ts';
import { buildStandard } from '../../src/standards/build-standard.ts';
import { parsePackage } from '../../src/standards/parse-package.ts';
import { folderPackage } from '../../src/workspace/package-access.ts';

const root = 'schemas/standards';
const folders = readdirSync(root)
  .flatMap((id) => readdirSync(`${root}/${id}`).map((version) => `${root}/${id}/${version}`))
  .filter((folder) => existsSync(`${folder}/fixtures`));

describe.each(folders)('fixtures of %s', (folder) => {
  let standard: Standard;
  const fixtures = `${folder}/fixtures`;
  const expected = expectations(`${fixtures}/expected.csv`);
  const invalid = readdirSync(`${fixtures}/invalid`).sort();

  beforeAll(async () => {
    standard = await buildStandard(await parsePackage(folderPackage(folder, folder)));
  });

  it('each invalid one is expected to be found wrong', () => {
    expect([...expected.keys()].sort()).toEqual(invalid);
  });

  it.each(readdirSync(`${fixtures}/valid`))('valid/%s conforms', async (file) => {
    const { summary, divergences } = await assess(standard, `${fixtures}/valid/${file}`);
    expect(divergences.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(summary.records).toBeGreaterThan(0);
  });

  it.each(invalid)('invalid/%s gives exactly what is expected', async (file) => {
    const { divergences } = await assess(standard, `${fixtures}/invalid/${file}`);
    const found = divergences.map(({ check, pointer, keyword }) =>
      [check, pointer ?? '', keyword ?? ''].join(),
    );
    expect(found.sort()).toEqual(expected.get(file)?.sort());
  });
});

async function assess(standard: Standard, path: string): Promise<Assessment> {
  const reader = readers.find(({ extensions }) => extensions.some((ending) => path.endsWith(ending)));
  const bytes = readFileSync(path);
  const source = {
    path,
    size: bytes.length,
    chunks: async function* () {
      yield bytes;
    },
  };
  return assessSubmission(
    [{ path, department: 'test', source, ...(reader === undefined ? {} : { reader }) }],
    standard,
    {
      locale: 'en',
      today: '2026-06-30',
      limits: defaultLimits,
      tool: { name: 'concordat', version: '0' },
    },
  );
}

/** File → `check,pointer,keyword` of every divergence. No cell holds a comma. */
function expectations(path: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of readFileSync(path, 'utf8').trimEnd().split(/\r?\n/).slice(1)) {
    const comma = line.indexOf(',');
    const file = line.slice(0, comma);
    found.set(file, [...(found.get(file) ?? []), line.slice(comma + 1)]);
  }
  return found;
}
