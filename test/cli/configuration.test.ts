import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/cli/configuration/read-configuration.ts';
import { parsePackageYaml } from '../../src/documents/package-yaml.ts';
import { Failure } from '../../src/model/failure.ts';
import type { Standard } from '../../src/model/standard.ts';
import { loadBareSchema } from '../../src/standards/load-bare-schema.ts';
import { packageOf } from '../standards/package-in-memory.ts';
import { temporaryFolder } from '../workspace/temporary-folder.ts';
import { run } from './run.ts';

const fixture = 'fixtures/checks/sample-undeclared/divergent-no-record';
const record = readFileSync(`${fixture}/record.yaml`, 'utf8');
const data = readFileSync(`${fixture}/养老机构备案信息.csv`, 'utf8');
const id = '307022011003/000012';
const files = { 'in/record.yaml': record, 'in/x.csv': data };
const standard = ['--standard', 'cn-gov-catalogue@2017'];

/** Runs `concordat check` below `folder` of a workplace with these files; tells the checks that spoke. */
async function check(
  more: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[] = ['in', ...standard],
  folder = '',
) {
  const cwd = join(temporaryFolder({ ...files, ...more }), folder);
  const result = await run(['check', ...args, '--format', 'json', '--locale', 'en'], { cwd });
  const report: { divergences: { check: string }[]; summary: { samples: number } } | undefined =
    result.out === '' ? undefined : JSON.parse(result.out);
  return { ...result, said: report?.divergences.map(({ check: name }) => name), report };
}

const bound = `samples:\n  in/x.csv: "${id}"\n`;

describe('samples of concordat.yaml', () => {
  it('binds a file that nothing else would', async () => {
    expect((await check({})).said).toContain('sample/undeclared');
    const { said, report, err } = await check({ 'concordat.yaml': bound });
    expect(err).toBe('');
    expect(said).not.toContain('sample/undeclared');
    expect(report?.summary.samples).toBe(1);
  });

  it.each([`  ./in/x.csv: 养老机构备案信息`, `  in\\x.csv: " ${id} "`])(
    'takes what --sample takes: %s',
    async (line) => {
      expect((await check({ 'concordat.yaml': `samples:\n${line}\n` })).said).not.toContain(
        'sample/undeclared',
      );
    },
  );

  it('is found above the working folder, with paths relative to it', async () => {
    const { said, err } = await check({ 'concordat.yaml': bound }, ['.', ...standard], 'in');
    expect(err).toBe('');
    expect(said).not.toContain('sample/undeclared');
  });

  it('gives way to --sample', async () => {
    const wrong = { 'concordat.yaml': 'samples:\n  in/x.csv: nobody\n' };
    const { said } = await check(wrong, ['in', ...standard, '--sample', `in/x.csv=${id}`]);
    expect(said).not.toContain('sample/undeclared');
  });

  it('binds standard input by the name it is given', async () => {
    const schema = { fields: [{ name: '编号', type: 'integer' }] };
    const resources = [{ name: 'beds', path: 'beds.csv', schema }];
    const cwd = temporaryFolder({
      'datapackage.json': JSON.stringify({ name: 'p', resources }),
      'concordat.yaml': 'samples: { in/x.csv: beds }\n',
    });
    const flags = ['--schema', 'datapackage.json', '--stdin-filepath', 'in/x.csv', '--format', 'json'];
    const { out, err } = await run(['check', '-', ...flags], { cwd, input: '编号\nx\n' });
    expect(err).toBe('');
    const { divergences } = JSON.parse(out) as { divergences: { check: string; path: string }[] };
    expect(divergences.map(({ check: name, path }) => `${name} ${path}`)).toEqual(['cell/type in/x.csv']);
  });

  it('says nothing of files that another run will check', async () => {
    const more = { 'concordat.yaml': `${bound}  other/y.csv: nobody\n`, 'other/y.csv': data };
    expect((await check(more)).err).toBe('');
  });

  it('says nothing where one schema stands for every file', async () => {
    const schema = JSON.stringify({ fields: [{ name: '编号' }] });
    const args = ['in/beds.csv', '--schema', 's.json'];
    const more = {
      's.json': schema,
      'in/beds.csv': '编号\n1\n',
      'concordat.yaml': 'samples: { in/beds.csv: x }\n',
    };
    const { code, err } = await check(more, args);
    expect([code, err]).toEqual([0, '']);
  });
});

describe('what is wrong with concordat.yaml', () => {
  it.each<[string, string, string, string]>([
    [
      'sampels: {}\n',
      '1:1',
      '`sampels` is not a key of the configuration.\nDid you mean samples?',
      '是否想用 samples？',
    ],
    ['samples: {}\nzzzz: 1\n', '2:1', 'Known here: samples.', '可用的键：samples。'],
    ['samples:\n', '1:', '`samples` must be a mapping', '`samples` 应为映射'],
    ['samples: [a.csv]\n', '1:10', '`samples` must be a mapping', '`samples` 应为映射'],
    ['- samples\n', '1:1', 'the configuration must be a mapping', '配置文件应为映射'],
    ['samples:\n  in/x.csv: 12\n', '2:13', '`in/x.csv` must be a text.\nPut it in quotes.', '请加引号。'],
    ['samples:\n  in/x.csv: {a: b}\n', '2:13', '`in/x.csv` must be a text.', '`in/x.csv` 应为文本。'],
    ['samples:\n  in/x.csv: " "\n', '2:13', '`in/x.csv` is blank.', '`in/x.csv` 为空。'],
    ['samples:\n  " ": a\n', '2:3', 'The name of a data file is blank.', '数据文件的名称为空。'],
    ['samples:\n  a: b\n  a: c\n', '3:3', 'The name `a` stands twice', '出现两次'],
    ['samples: {\n', '', 'concordat.yaml:', 'concordat.yaml:'],
    ['a: 1\n---\nb: 1\n', '', 'several documents; it must be one', '只能有一个'],
    ['', '1:1', 'The file is empty.', '文件为空。'],
    [
      'samples:\n  in/z.csv: a\n',
      '2:3',
      'There is no data file "in/z.csv".\nDid you mean "in/x.csv"?',
      '没有 "in/z.csv" 这个数据文件。',
    ],
    [
      'samples:\n  in/x.csv: nobody\n',
      '2:13',
      '`samples`: "nobody" is neither the identifier',
      '不是任何声明数据的记录',
    ],
    [
      'samples:\n  in/record.yaml: a\n',
      '2:3',
      '`samples`: "in/record.yaml" is no data file',
      '不是所给路径中的数据文件',
    ],
    [
      `${bound}  ./in/x.csv: 养老机构备案信息\n`,
      '3:15',
      '`samples` gives in/x.csv to two records',
      '对应到两条记录',
    ],
  ])('ends with 2: %j', async (...[text, place, en, zh]) => {
    const cwd = temporaryFolder({ ...files, 'concordat.yaml': text });
    const args = ['check', 'in', ...standard, '--locale'];
    const { code, err } = await run([...args, 'en'], { cwd });
    expect(err.toLowerCase()).toContain(en.toLowerCase());
    expect(err).toContain(`concordat: concordat.yaml:${place}`);
    expect(code).toBe(2);
    expect((await run([...args, 'zh-CN'], { cwd })).err).toContain(zh);
  });

  it.each<[Uint8Array, string]>([
    [new Uint8Array([0xb2, 0xa1]), 'not UTF-8'],
    [new Uint8Array(2 ** 20 + 1).fill(35), 'larger than 1 MiB'],
  ])('ends with 2 for bytes that are none', async (bytes, words) => {
    const { code, err } = await check({ 'concordat.yaml': bytes });
    expect(err).toContain(words);
    expect(code).toBe(2);
  });

  it('names the file from where the run started', async () => {
    const { err } = await check({ 'concordat.yaml': 'x: 1\n' }, ['.', ...standard], 'in');
    expect(err).toContain('concordat: ../concordat.yaml:1:1: ');
  });
});

describe('the JSON Schema of configurations', () => {
  const path = 'concordat.schema.json';
  const schema = readFileSync(`schemas/tool/${path}`, 'utf8');
  let described: Standard;

  beforeAll(async () => {
    described = await loadBareSchema(packageOf({ [path]: schema }), path);
  });

  const accepts = async (text: string): Promise<boolean> =>
    described.kinds[0]?.validator.conforms((await parsePackageYaml(text)).value) === true;
  const read = (text: string) => {
    const cwd = temporaryFolder({ 'concordat.yaml': text });
    return readConfiguration(join(cwd, 'concordat.yaml'), cwd);
  };

  it.each(['{}', 'samples: {}', bound])('accepts what the parser accepts: %j', async (text) => {
    expect(await accepts(text)).toBe(true);
    await expect(read(text)).resolves.toBeDefined();
  });

  it.each([
    '[]',
    'x: 1',
    'samples: []',
    'samples:',
    'samples: { a: 1 }',
    'samples: { a: null }',
    'samples: { a: " " }',
    'samples: { "": a }',
  ])('refuses what the parser refuses: %j', async (text) => {
    expect(await accepts(text)).toBe(false);
    await expect(read(text)).rejects.toBeInstanceOf(Failure);
  });

  it('knows every key of the parser', async () => {
    const failure: unknown = await read('zzzzzzzz: 1').catch((error: unknown) => error);
    const hint = failure instanceof Failure ? failure.hint : undefined;
    const { properties } = JSON.parse(schema) as { properties: object };
    expect(hint).toBe(`Known here: ${Object.keys(properties).sort().join(', ')}.`);
  });
});
