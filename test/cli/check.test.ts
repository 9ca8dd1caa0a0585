import { appendFileSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SubmissionDocument } from '../../src/assessment/submission-document.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { assessmentOf } from '../reporters/assessments.ts';
import { temporaryFolder } from '../workspace/temporary-folder.ts';
import { run } from './run.ts';

/**
 * The engine is replaced here: documents are read to their end, and every line of a document that says `error`,
 * `warning` or `info` is a divergence. What is tested is the command: what is read, shown, written and answered.
 */
vi.mock('../../src/cli/engine.ts', () => ({
  loadStandard: async (value: string) => ({ id: value, version: '1', title: { en: value, 'zh-CN': value } }),
  assess: (...args: Parameters<typeof assessLines>) => assessLines(...args),
}));

const seen: { options: Readonly<Record<string, unknown>>; departments: Readonly<Record<string, string>> } = {
  options: {},
  departments: {},
};
let forget = 0;

async function assessLines(
  { documents }: { readonly documents: readonly SubmissionDocument[] },
  _standard: unknown,
  options: Readonly<Record<string, unknown>> & { onDocument?: (document: SubmissionDocument) => void },
): Promise<Assessment> {
  seen.options = options;
  seen.departments = Object.fromEntries(documents.map(({ path, department }) => [path, department]));
  const divergences: Parameters<typeof assessmentOf>[0]['divergences'][number][] = [];
  for (const document of documents) {
    const { path, department } = document;
    const base = { path, department, fixable: false } as const;
    try {
      for (const [index, line] of (await textOf(document)).split('\n').entries()) {
        const severity = (['error', 'warning', 'info'] as const).find((word) => line.includes(word));
        if (severity)
          divergences.push({
            ...base,
            severity,
            check: `rule/${severity}`,
            message: line,
            place: { line: index + 1, column: 1 },
          });
      }
    } catch (error) {
      const message = error instanceof Error && 'reason' in error ? String(error.reason) : String(error);
      divergences.push({ ...base, severity: 'error', check: 'document/unreadable', message });
    }
    options.onDocument?.(document);
  }
  const departments = [...new Set(documents.map(({ department }) => department))].sort();
  const whole = assessmentOf({
    records: Object.fromEntries(departments.map((one) => [one, 0])),
    divergences,
  });
  const notes = documents.map(({ path, department }) => ({ path, department, format: 'json', records: 0 }));
  return { ...whole, documents: notes.slice(forget) };
}

async function textOf({ source, reader, problem }: SubmissionDocument): Promise<string> {
  if (problem !== undefined) throw Object.assign(new Error(problem.reason), problem);
  if (source === undefined || reader === undefined)
    throw Object.assign(new Error('x'), { reason: 'unsupported' });
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const check = (cwd: string, args: readonly string[], streams: Parameters<typeof run>[1] = {}) =>
  run(['check', '--standard', 's', ...args], { cwd, ...streams });

beforeEach(() => {
  forget = 0;
});

describe('concordat check', () => {
  it('is the default command, and the current folder the default path', async () => {
    const cwd = temporaryFolder({ 'health/a.json': 'fine' });
    expect(await run(['--standard', 's'], { cwd })).toMatchObject({ code: 0, err: '' });
    expect(await run(['health', '--standard', 's'], { cwd })).toMatchObject({ code: 0 });
  });

  it.each([
    ['fine', [], 0],
    ['warning', [], 0],
    ['warning', ['--fail-on', 'warning'], 1],
    ['error', [], 1],
    ['error', ['--fail-on', 'never'], 0],
  ])('a document that says %j with %j gives %i', async (content, flags, code) => {
    expect((await check(temporaryFolder({ 'a.json': content }), flags)).code).toBe(code);
  });

  it('prints the report, and nothing on standard error', async () => {
    const { out, err } = await check(temporaryFolder({ 'health/a.json': 'x\nerror one' }), ['.']);
    expect(out).toContain('health/a.json\n\n  2:1  error  rule/error  error one');
    expect(out).toMatch(/1 error in 1 file from 1 cause\.\n$/);
    expect(err).toBe('');
  });

  it('never passes over what it could not read', async () => {
    const cwd = temporaryFolder({
      'a.json': 'fine',
      'b.csv.gz': gzipSync('fine').subarray(0, 12),
      'c.txt': 'fine',
    });
    symlinkSync('nowhere', join(cwd, 'd.json'));
    const { code, out } = await check(cwd, ['.', 'c.txt', '--fail-on', 'never']);
    expect(code).toBe(1);
    expect(out).toContain('gzip-truncated');
    expect(out).toContain('unsupported');
    expect(out).toContain('broken-link');
    expect((await check(cwd, ['a.json', '--fail-on', 'never'])).code).toBe(0);
  });

  it('fails when a document is lost on the way', async () => {
    forget = 1;
    const { code, out, err } = await check(temporaryFolder({ 'a.json': 'fine', 'b.json': 'fine' }), []);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('2 documents were handed in, 1 were assessed');
  });

  it('fails for a path that is not there, unless that is allowed', async () => {
    const cwd = temporaryFolder({ 'a.json': 'fine' });
    expect(await check(cwd, ['a.json', 'b.json'])).toMatchObject({ code: 2, out: '' });
    expect(await check(cwd, ['a.json', 'b.json', '--no-error-on-unmatched-pattern'])).toMatchObject({
      code: 0,
    });
    const nothing = await check(cwd, ['b.json', '--no-error-on-unmatched-pattern']);
    expect(nothing).toMatchObject({ code: 0, err: 'concordat: no file to check\n' });
  });

  it('finds the departments', async () => {
    const cwd = temporaryFolder({ 'in/health/a.json': 'x', 'in/transport/b.csv': 'x' });
    await check(cwd, ['in']);
    expect(seen.departments).toEqual({ 'in/health/a.json': 'health', 'in/transport/b.csv': 'transport' });
    await check(cwd, ['in', '--department-from', 'file']);
    expect(seen.departments).toEqual({ 'in/health/a.json': 'health/a', 'in/transport/b.csv': 'transport/b' });
    await check(cwd, ['in', '--department-from', '/publisher']);
    expect(seen.options).toMatchObject({ departmentPointer: '/publisher' });
    expect((await check(cwd, ['in', '--department-from', 'publisher'])).err).toContain(
      'neither folder, file nor a JSON Pointer',
    );
  });

  it('reads standard input under a name', async () => {
    const cwd = temporaryFolder({ 'b.json': 'fine' });
    const { code, out } = await check(cwd, ['-', 'b.json', '--stdin-filepath', 'health/a.json'], {
      input: 'error here',
    });
    expect(code).toBe(1);
    expect(out).toContain('health/a.json');
    expect(seen.departments).toMatchObject({ 'health/a.json': 'health' });
    expect(await check(cwd, ['-'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--stdin-filepath'),
    });
    expect(await check(cwd, ['--stdin-filepath', 'a.json', 'b.json'])).toMatchObject({ code: 2 });
  });

  it('writes reports to files, whole', async () => {
    const cwd = temporaryFolder({ 'a.json': 'error' });
    const { code, out } = await check(cwd, ['a.json', '-f', 'json:report.json', '-f', 'summary']);
    expect(code).toBe(1);
    expect(out).toMatch(/^error {2}1 {2}rule\/error/);
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')).summary.errors).toBe(1);
    const failed = await check(cwd, ['a.json', '-f', 'json:none/report.json', '-f', 'terminal']);
    expect(failed).toMatchObject({ code: 2, out: '' });
    expect(failed.err).toContain('The folder does not exist.');
  });

  it('shows less, but counts all', async () => {
    const cwd = temporaryFolder({ 'a.json': 'error 1\nerror 2\nwarning 3\nerror 4' });
    const quiet = await check(cwd, ['-q']);
    expect(quiet.out).not.toContain('rule/warning');
    expect(quiet.out).toContain('3 errors in 1 file, 1 warning');
    const capped = await check(cwd, ['--max-shown', '1']);
    expect(capped.out).toContain('1 of 4 single divergences shown');
    expect((await check(cwd, ['--max-shown', '0'])).out).toContain('error 4');
  });

  it.each([
    [['--color', 'always'], {}, false, true],
    [['--color', 'never'], { FORCE_COLOR: '1' }, true, false],
    [[], {}, true, true],
    [[], {}, false, false],
    [[], { NO_COLOR: '1' }, true, false],
    [[], { NO_COLOR: '' }, true, true],
    [[], { FORCE_COLOR: '1' }, false, true],
    [[], { FORCE_COLOR: '0' }, true, false],
    [[], { TERM: 'dumb' }, true, false],
  ] as const)('colour: %j %j terminal %j → %j', async (...row) => {
    const [flags, env, isOutTerminal, expected] = row;
    const cwd = temporaryFolder({ 'a.json': 'error' });
    const { out } = await check(cwd, ['-f', 'terminal', '-f', 'summary:s.txt', ...flags], {
      env,
      isOutTerminal,
    });
    expect(out.includes('\u001b[')).toBe(expected);
    const file = readFileSync(join(cwd, 's.txt'), 'utf8');
    expect(file.includes('\u001b[')).toBe(expected && !(flags.length === 0 && !('FORCE_COLOR' in env)));
  });

  it('takes date and language from flags, else from the machine', async () => {
    const cwd = temporaryFolder({ 'a.json': 'fine' });
    await check(cwd, []);
    expect(seen.options).toMatchObject({ today: '2026-05-01', locale: 'en' });
    await check(cwd, ['--today', '2024-02-29'], { env: { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_GB' } });
    expect(seen.options).toMatchObject({ today: '2024-02-29', locale: 'zh-CN' });
    expect((await check(cwd, ['--locale', 'zh-CN'])).out).toContain('符合');
    expect((await check(cwd, ['--locale=en'], { env: { LANG: 'zh_CN' } })).out).toContain('conform');
    expect((await check(cwd, ['--locale', 'fr'])).code).toBe(2);
  });

  it('shows progress only to somebody who waits', async () => {
    const cwd = temporaryFolder({ 'a.json': 'x'.repeat(3 << 20), 'b.json.gz': gzipSync('fine') });
    let milliseconds = 0;
    const now = () => {
      milliseconds += 400;
      return new Date(milliseconds);
    };
    expect((await check(cwd, [], { now, isErrTerminal: true })).err).toMatch(
      /checking {2}\d of 2 files .* MB/,
    );
    expect((await check(cwd, [], { now, isErrTerminal: false })).err).toBe('');
    expect((await check(cwd, ['-q'], { now, isErrTerminal: true })).err).toBe('');
    expect(gunzipSync(readFileSync(join(cwd, 'b.json.gz'))).toString()).toBe('fine');
  });

  it('says the same twice', async () => {
    const cwd = temporaryFolder({ '交通/b.json': 'error 二', 'health/a.json': 'warning' });
    const [one, other] = [await check(cwd, ['-f', 'json']), await check(cwd, ['.', '-f', 'json'])];
    expect(one).toEqual(other);
    appendFileSync(join(cwd, 'health/a.json'), '\nerror');
    expect((await check(cwd, ['-f', 'json'])).out).not.toBe(one.out);
    expect(existsSync(join(cwd, 'report.json'))).toBe(false);
  });
});
