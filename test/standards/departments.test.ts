import { describe, expect, it } from 'vitest';
import { loadStandard } from '../../src/cli/engine.ts';
import { Failure } from '../../src/model/failure.ts';
import { buildStandard } from '../../src/standards/build-standard.ts';
import { parsePackage } from '../../src/standards/parse-package.ts';
import { run } from '../cli/run.ts';
import { temporaryFolder } from '../workspace/temporary-folder.ts';
import { packageOf, soundPackage } from './package-in-memory.ts';

/** The sound package with another line in its manifest. */
function parks(line: string) {
  return packageOf({ ...soundPackage, 'standard.yaml': `${soundPackage['standard.yaml']}${line}\n` });
}

async function departmentsOf(line: string) {
  return (await buildStandard(await parsePackage(parks(line)))).departments;
}

describe('departments in the manifest', () => {
  it('says whether departments go by files or by folders', async () => {
    expect(await departmentsOf('departments: file')).toBe('file');
    expect(await departmentsOf('departments: folder')).toBe('folder');
    expect(await departmentsOf('')).toBeUndefined();
  });

  it('is inherited by a profile, which may differ', async () => {
    const resolveBase = () => parks('departments: file');
    const profile = (line: string) =>
      packageOf({ 'standard.yaml': `id: own\nversion: "1"\nextends: parks\n${line}\n` });
    const inherited = await parsePackage(profile(''), { resolveBase });
    expect(inherited.manifest.departments).toBe('file');
    const own = await parsePackage(profile('departments: folder'), { resolveBase });
    expect(own.manifest.departments).toBe('folder');
  });

  it('knows no third way', async () => {
    const failure = await parsePackage(parks('departments: path')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({
      message: expect.stringMatching(/must be one of file, folder/),
      place: { path: 'standard.yaml' },
    });
  });

  it.each(['cn-gov-catalogue/2017', 'dcat-us/1.1'])('is `file` in %s', async (id) => {
    expect(
      await loadStandard(`schemas/standards/${id}`, { cwd: '.', env: { CONCORDAT_CACHE: 'off' } }),
    ).toMatchObject({
      departments: 'file',
    });
  });
});

describe('departments of a run', () => {
  /** Writes the package and two submissions with one fault each; gives the departments that are told of them. */
  async function reported(line: string, flags: readonly string[]): Promise<readonly string[]> {
    const manifest = `${soundPackage['standard.yaml']}${line}\n`;
    const cwd = temporaryFolder({
      ...prefixed('parks/', { ...soundPackage, 'standard.yaml': manifest }),
      'in/north/a.json': '{"code":"P1","名称":"林园","kind":"field"}',
      'in/south/b.json': '{"code":"P2","名称":"湖园","kind":"field"}',
    });
    const { out, err } = await run(['check', 'in', '-s', 'parks', '-f', 'json', ...flags], { cwd });
    expect(err).toBe('');
    return JSON.parse(out).divergences.map(({ department }: { department: string }) => department);
  }

  it.each([
    ['', [], ['north', 'south']],
    ['departments: folder', [], ['north', 'south']],
    ['departments: file', [], ['north/a', 'south/b']],
    ['departments: file', ['--department-from', 'folder'], ['north', 'south']],
    ['', ['--department-from', 'file'], ['north/a', 'south/b']],
    ['departments: file', ['--department-from', '/名称'], ['林园', '湖园']],
    ['departments: file', ['--department-from', '/owner'], ['north/a', 'south/b']],
  ])('%j %j → %j', async (line, flags, departments) => {
    expect(await reported(line, flags)).toEqual(departments);
  });
});

function prefixed(prefix: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [prefix + path, text]));
}
