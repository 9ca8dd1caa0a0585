import { execFileSync, spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

/** The package as npm would publish it, installed into an empty folder without its scripts. */
const folder = mkdtempSync(join(tmpdir(), 'concordat-package-'));
const installed = join(folder, 'node_modules', 'concordat');
let packed: readonly string[] = [];

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** From the tarball; the dependencies from the registry or npm's cache, else from what is installed here. */
function install(tarball: string): void {
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  try {
    npm(['install', '--prefer-offline', '--fetch-retries=0', '--fetch-timeout=20000', tarball], folder);
  } catch {
    installByHand(tarball);
  }
}

function installByHand(tarball: string): void {
  execFileSync('mkdir', ['-p', installed]);
  execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  for (const path of execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .slice(1)) {
    const name = path.slice(path.indexOf('node_modules'));
    execFileSync('mkdir', ['-p', join(folder, name, '..')]);
    execFileSync('cp', ['-R', path, join(folder, name)]);
  }
}

function concordat(args: readonly string[]) {
  return spawnSync(process.execPath, [join(installed, 'bin', 'concordat.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
}

beforeAll(() => {
  const [result] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], process.cwd()));
  packed = result.files.map(({ path }: { path: string }) => path);
  install(join(folder, result.filename));
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed tarball', () => {
  it('holds what is needed and nothing else', () => {
    const tops = [...new Set(packed.map((path) => path.split('/')[0]))].sort();
    expect(
      tops.filter(
        (top) =>
          ![
            'CHANGELOG.md',
            'LICENSE',
            'README.md',
            'bin',
            'dist',
            'docs',
            'package.json',
            'schemas',
          ].includes(top ?? ''),
      ),
    ).toEqual([]);
    expect(packed).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'bin/concordat.js',
        'dist/cli/main.cjs',
        'dist/index.js',
        'dist/index.d.ts',
      ]),
    );
    expect(packed.filter((path) => path.endsWith('.map') || path.includes('.test.'))).toEqual([]);
  });

  it('runs as a command', () => {
    expect(concordat(['--version'])).toMatchObject({
      status: 0,
      stdout: `${manifest.version}\n`,
      stderr: '',
    });
    expect(concordat(['standard', 'list'])).toMatchObject({ status: 0, stderr: '' });
    expect(concordat(['check', 'nowhere.json'])).toMatchObject({ status: 2, stdout: '' });
  });

  it('holds a document against a schema', () => {
    writeFileSync(
      join(folder, 'schema.json'),
      JSON.stringify({ type: 'object', required: ['title'], properties: { title: { type: 'string' } } }),
    );
    writeFileSync(join(folder, 'good.json'), '{"title":"GP practices"}');
    writeFileSync(join(folder, 'bad.json'), '{"titel":"GP practices"}');
    expect(concordat(['check', '--standard', 'schema.json', 'good.json'])).toMatchObject({
      status: 0,
      stderr: '',
    });
    const { status, stdout } = concordat([
      'check',
      '--standard',
      'schema.json',
      'bad.json',
      '--format',
      'json',
    ]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).divergences).toEqual([expect.objectContaining({ path: 'bad.json' })]);
  });

  it('can be imported, with types', () => {
    const script = "const api = await import('concordat'); console.log(Object.keys(api).length > 0)";
    expect(
      spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' })
        .stdout,
    ).toBe('true\n');
    expect(readFileSync(join(installed, 'dist/index.d.ts'), 'utf8')).toContain('export');
  });

  it('brings its standards and schemas', () => {
    const script =
      "const at = import.meta.resolve('concordat/schemas/tool/report.schema.json'); console.log(at)";
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(existsSync(new URL(stdout.trim()))).toBe(true);
  });
});

describe('bin/concordat.js', () => {
  it('says the same with and without the compiled code that it keeps', () => {
    const args = ['check', 'bad.json', 'good.json', '--standard', 'schema.json'];
    const run = (env: Readonly<Record<string, string>>) =>
      spawnSync(process.execPath, [join(installed, 'bin', 'concordat.js'), ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, ...env },
      });
    const cache = { XDG_CACHE_HOME: join(folder, 'cache') };
    const without = run({ ...cache, CONCORDAT_CACHE: 'off' });
    expect(without).toMatchObject({ status: 1, stderr: '' });
    expect(existsSync(cache.XDG_CACHE_HOME)).toBe(false);
    const { status, stdout, stderr } = without;
    expect(run(cache)).toMatchObject({ status, stdout, stderr });
    expect(readdirSync(join(cache.XDG_CACHE_HOME, 'concordat', 'code')).length).toBeGreaterThan(0);
    expect(run(cache)).toMatchObject({ status, stdout, stderr });
  });

  it('says so when it is not installed whole', () => {
    const broken = join(folder, 'broken');
    cpSync(join(installed, 'bin'), join(broken, 'bin'), { recursive: true });
    const run = spawnSync(process.execPath, [join(broken, 'bin', 'concordat.js'), '--version'], {
      encoding: 'utf8',
    });
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(/^concordat: it is not installed whole: .*\n.*npm install.*\n$/);
  });

  it('says what went wrong on standard error only', () => {
    const { status, stdout, stderr } = concordat(['check', '--standard', 'no-such-standard', 'package.json']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('There is no standard "no-such-standard"');
  });

  it.skipIf(!existsSync('/dev/full'))('exits 2 when standard output is full', () => {
    const full = openSync('/dev/full', 'w');
    const stdio: ('ignore' | 'pipe' | number)[] = ['ignore', full, 'pipe'];
    const { status } = spawnSync(process.execPath, ['bin/concordat.js', 'explain'], { stdio });
    closeSync(full);
    expect(status).toBe(2);
  });

  it.skipIf(process.platform === 'win32')('ends quietly when nobody reads on', () => {
    const script = 'set -o pipefail; node bin/concordat.js explain | head -n 1 >/dev/null; echo $?';
    expect(spawnSync('bash', ['-c', script], { encoding: 'utf8' })).toMatchObject({
      stdout: '0\n',
      stderr: '',
    });
  });
});
