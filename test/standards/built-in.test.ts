import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildStandard } from '../../src/standards/build-standard.ts';
import type { PackageData } from '../../src/standards/package-data.ts';
import { parsePackage } from '../../src/standards/parse-package.ts';
import { folderPackage } from '../../src/workspace/package-access.ts';

const root = 'schemas/standards';
const folders = readdirSync(root).flatMap((id) =>
  readdirSync(`${root}/${id}`)
    .filter((version) => existsSync(`${root}/${id}/${version}/standard.yaml`))
    .map((version) => ({ id, version, folder: `${root}/${id}/${version}` })),
);

describe.each(folders)('$id@$version', ({ id, version, folder }) => {
  it('loads without a failure and says what it is', async () => {
    const data = await parsePackage(folderPackage(folder, folder));
    expect(data.manifest).toMatchObject({ id, version });
    expect(data.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    const standard = await buildStandard(data);
    expect(standard.kinds.length).toBeGreaterThan(0);
    for (const kind of standard.kinds) expect(kind.fields.size).toBeGreaterThan(0);
  });

  it('is the same standard after a way through JSON', async () => {
    const data = await parsePackage(folderPackage(folder, folder));
    const stored = JSON.parse(JSON.stringify(data)) as PackageData;
    expect(stored).toEqual(data);
    const standard = await buildStandard(stored);
    for (const { validator, rules } of standard.kinds) {
      expect(validator.conforms({})).toBe(validator.faults({}).length === 0);
      for (const rule of rules) expect(rule.judge({}, { today: '2026-01-31' })).toSatisfy(isVerdict);
    }
  });
});

function isVerdict(verdict: unknown): boolean {
  return (
    typeof verdict === 'string' || (typeof verdict === 'object' && verdict !== null && 'error' in verdict)
  );
}
