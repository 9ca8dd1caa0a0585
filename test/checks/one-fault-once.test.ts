import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';
import { temporaryFolder } from '../workspace/temporary-folder.ts';
import { fixtureStandard } from './check-fixtures.ts';

const town = readFileSync('fixtures/checks/field-missing/conforming.yaml', 'utf8');
const resource = readFileSync(
  'schemas/standards/cn-gov-catalogue/2017/fixtures/invalid/blank-condition-placeholder.json',
  'utf8',
);

interface Told {
  readonly check: string;
  readonly severity: string;
  readonly pointer: string;
  readonly message: string;
  readonly suggestion?: object;
}

async function told(name: string, text: string, standard: string): Promise<readonly Told[]> {
  const cwd = temporaryFolder({ [name]: text });
  const { out } = await run(['check', '-s', standard, '-f', 'json', name], { cwd });
  return JSON.parse(out).divergences;
}

const inTown = (from: RegExp, to: string) =>
  told('a.yaml', town.replace(from, to), `${process.cwd()}/${fixtureStandard}`);
const inResource = (...edits: readonly (readonly [string, string])[]) =>
  told(
    'a.json',
    edits.reduce((text, [from, to]) => text.replace(from, to), resource),
    `${process.cwd()}/schemas/standards/cn-gov-catalogue/2017`,
  );

describe('one fault is told once', () => {
  it('a placeholder where a code belongs is a blank, not an unknown code', async () => {
    expect(await inTown(/^theme: .*/m, 'theme: 暂无')).toMatchObject([
      { check: 'value/blank', severity: 'error', pointer: '/theme' },
    ]);
  });

  it('a placeholder that the schema refuses is told in the schema’s words', async () => {
    expect(await inTown(/^issued: .*/m, 'issued: N/A')).toMatchObject([{ check: 'value/format' }]);
  });

  it('a placeholder in a field that a rule demands weighs as much as the rule, which stays silent', async () => {
    expect(await inResource()).toMatchObject([
      {
        check: 'value/blank',
        severity: 'error',
        pointer: '/共享条件',
        message: expect.stringContaining('under conditions'),
      },
    ]);
  });

  it('a placeholder in a field that may be left out is a warning', async () => {
    expect(await inResource(['有条件共享', '无条件共享'])).toMatchObject([
      { check: 'value/blank', severity: 'warning', pointer: '/共享条件' },
    ]);
  });

  it('a number or truth value where a code belongs is mended by the code', async () => {
    const edits = [
      ['"无"', '"用于业务协同"'],
      ['"是否向社会开放": "否"', '"是否向社会开放": false'],
    ] as const;
    expect(await inResource(...edits)).toMatchObject([
      { check: 'value/type', suggestion: { replace: '否' }, message: expect.stringContaining('write "否"') },
    ]);
  });

  it('without a code that is meant there, nothing is suggested', async () => {
    const [only, ...others] = await inTown(/^theme: .*/m, 'theme: 42');
    expect(others).toEqual([]);
    expect(only).toMatchObject({ check: 'value/type', pointer: '/theme' });
    expect(only).not.toHaveProperty('suggestion');
  });

  it('the form that was assumed and the object are named', async () => {
    const contact = 'contact:\n  kind: team\n  email: nowhere\nrows:';
    expect(await inTown(/^rows:/m, contact)).toMatchObject([
      { check: 'value/format', message: expect.stringMatching(/^contact \(kind = team\) › email "nowhere"/) },
    ]);
    expect(await inTown(/^rows:/m, 'contact:\n  kind: team\nrows:')).toMatchObject([
      { check: 'field/missing', message: '`email` is missing from contact (kind = team)' },
    ]);
  });

  it('a rule looks for a misplaced field where it belongs, and stays silent', async () => {
    const mode = [
      ['"无"', '"用于业务协同"'],
      ['  "共享方式类型": "接口",\n', ''],
      ['"信息项": [\n    {', '"信息项": [\n    {\n      "共享方式类型": "接口",'],
    ] as const;
    expect(await inResource(...mode)).toMatchObject([
      { check: 'field/misplaced', pointer: '/信息项/0/共享方式类型' },
    ]);
  });

  it('a misplaced field is judged by what holds where it belongs', async () => {
    const mode = [
      ['"无"', '"用于业务协同"'],
      ['  "更新周期": "每季度",\n', ''],
      ['"信息项": [\n    {', '"信息项": [\n    {\n      "更新周期": "季度",'],
    ] as const;
    expect(await inResource(...mode)).toMatchObject([
      { check: 'field/misplaced', pointer: '/信息项/0/更新周期' },
      { check: 'code/spelling', pointer: '/信息项/0/更新周期' },
    ]);
  });
});
