import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePackageJson } from '../../src/documents/package-json.ts';
import { parsePackageYaml } from '../../src/documents/package-yaml.ts';
import type { Standard } from '../../src/model/standard.ts';
import { buildStandard } from '../../src/standards/build-standard.ts';
import { parsePackage } from '../../src/standards/parse-package.ts';
import { folderPackage } from '../../src/workspace/package-access.ts';

const root = 'schemas/standards';
const folders = readdirSync(root)
  .flatMap((id) => readdirSync(`${root}/${id}`).map((version) => `${root}/${id}/${version}`))
  .filter((folder) => existsSync(`${folder}/rules.yaml`) && existsSync(`${folder}/fixtures/invalid`));

/** Every object of a document: what may be a record. */
function candidates(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(candidates);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap((one: unknown) => (Array.isArray(one) ? one : []));
  return [value, ...inner.filter((one) => typeof one === 'object' && one !== null && !Array.isArray(one))];
}

async function verdicts(
  standard: Standard,
  path: string,
  { conforming }: { conforming: boolean },
): Promise<Map<string, unknown[]>> {
  const text = readFileSync(path, 'utf8');
  const { value } = path.endsWith('.json') ? parsePackageJson(text) : await parsePackageYaml(text);
  const found = new Map<string, unknown[]>();
  for (const record of candidates(value)) {
    for (const { rules, validator } of standard.kinds) {
      if (conforming && !validator.conforms(record)) continue;
      for (const rule of rules) {
        const verdict = rule.judge(record, { today: '2026-06-30' });
        found.set(rule.id, [...(found.get(rule.id) ?? []), verdict]);
      }
    }
  }
  return found;
}

describe.each(folders)('rules of %s', (folder) => {
  const readable = (path: string) => readdirSync(path).filter((name) => /\.(?:json|yaml)$/.test(name));

  it('are broken by the fixtures named after them', async () => {
    const standard = await buildStandard(await parsePackage(folderPackage(folder, folder)));
    const ids = new Set(standard.kinds.flatMap(({ rules }) => rules.map(({ id }) => id)));
    const silent: string[] = [];
    for (const name of readable(`${folder}/fixtures/invalid`)) {
      const id = name.replace(/^rule-/, '').replace(/\.\w+$/, '');
      if (!name.startsWith('rule-') || !ids.has(id)) continue;
      const found = await verdicts(standard, `${folder}/fixtures/invalid/${name}`, { conforming: false });
      if (found.get(id)?.includes('broken') !== true) silent.push(name);
    }
    expect(silent).toEqual([]);
  });

  it('are kept by the valid fixtures', async () => {
    const standard = await buildStandard(await parsePackage(folderPackage(folder, folder)));
    const broken: string[] = [];
    for (const name of readable(`${folder}/fixtures/valid`)) {
      const found = await verdicts(standard, `${folder}/fixtures/valid/${name}`, { conforming: true });
      for (const [id, all] of found) if (all.includes('broken')) broken.push(`${name} ${id}`);
    }
    expect(broken).toEqual([]);
  });
});
