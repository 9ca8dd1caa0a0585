import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../workspace/temporary-folder.ts';
import { run } from './run.ts';

const dataset = {
  '@type': 'dcat:Dataset',
  identifier: 'h-1',
  title: 'Beds',
  distribution: [
    { '@type': 'dcat:Distribution', downloadURL: 'data/beds.csv', mediaType: 'text/csv' },
    { '@type': 'dcat:Distribution', downloadURL: 'https://example.org/beds.csv', mediaType: 'text/csv' },
  ],
};
const catalogue = JSON.stringify({ '@type': 'dcat:Catalog', dataset: [dataset] });

async function missingIn(args: readonly string[]): Promise<string[]> {
  const { out } = await run(['check', ...args, '--format', 'json', '--locale', 'en']);
  const { divergences } = JSON.parse(out) as {
    divergences: { check: string; facts: { expected: string } }[];
  };
  return divergences.flatMap(({ check, facts }) => (check === 'sample/missing' ? [facts.expected] : []));
}

describe('data that are declared and not there', () => {
  it('are told of a record handed in without any data; those at an address are not', async () => {
    const folder = temporaryFolder({ 'data.json': catalogue });
    expect(await missingIn([folder, '--standard', 'dcat-us@1.1'])).toEqual(['data/beds.csv']);
  });

  it('are told of a record whose neighbour has its data', async () => {
    const folder = temporaryFolder({ 'data.json': catalogue, 'data/other.csv': 'a,b\n1,2\n' });
    expect(await missingIn([folder, '--standard', 'dcat-us@1.1'])).toEqual(['data/beds.csv']);
    const whole = temporaryFolder({ 'data.json': catalogue, 'data/beds.csv': 'a,b\n1,2\n' });
    expect(await missingIn([whole, '--standard', 'dcat-us@1.1'])).toEqual([]);
  });

  it('are told of a data package', async () => {
    const resources = [{ name: 'beds', path: 'beds.csv', schema: { fields: [{ name: 'id' }] } }];
    const folder = temporaryFolder({ 'datapackage.json': JSON.stringify({ name: 'p', resources }) });
    expect(await missingIn(['--schema', `${folder}/datapackage.json`])).toEqual(['beds.csv']);
  });

  it('are a wrong use where --sample names them', async () => {
    const folder = temporaryFolder({ 'data.json': catalogue });
    const { code, err } = await run([
      'check',
      folder,
      '--standard',
      'dcat-us@1.1',
      '--sample',
      'beds.csv=h-1',
      '--locale',
      'zh-CN',
    ]);
    expect(code).toBe(2);
    expect(err).toContain('"beds.csv" 不是所给路径中的数据文件');
  });
});
