import { expect, it } from 'vitest';
import { temporaryFolder } from '../workspace/temporary-folder.ts';
import { run } from './run.ts';

const catalogue = (distribution: object): string =>
  JSON.stringify({
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    dataset: [{ identifier: 'd1', title: 'Beds by clinic', distribution: [distribution] }],
  });
const schema = JSON.stringify({ fields: [{ name: 'clinic' }, { name: 'beds', type: 'integer' }] });

async function sampleDivergences(files: Readonly<Record<string, string>>): Promise<string[]> {
  const root = temporaryFolder(files);
  const { out } = await run(['check', root, '--standard', 'dcat-us@1.1', '--format', 'json']);
  const report = JSON.parse(out) as { divergences: { check: string; path: string; message: string }[] };
  return report.divergences
    .filter(({ path }) => !path.endsWith('data.json'))
    .map(({ check, message }) => `${check}: ${message}`);
}

it('holds the file of a distribution against the schema that describes it', async () => {
  const described = {
    downloadURL: 'https://example.gov/files/beds.csv',
    describedBy: 'beds.schema.json',
    describedByType: 'application/json',
  };
  const found = await sampleDivergences({
    'data.json': catalogue(described),
    'beds.schema.json': schema,
    'beds.csv': 'clinic,beds\nNorth,12\nSouth,many\n',
  });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^cell\/type: beds: 1 of 2 cells/);
});

it('says that data are not declared where nothing points to them', async () => {
  const found = await sampleDivergences({
    'data.json': catalogue({ downloadURL: 'https://example.gov/files/other.zip' }),
    'beds.csv': 'clinic,beds\nNorth,12\n',
  });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^sample\/undeclared: /);
});
