import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { run } from './run.ts';

describe('concordat', () => {
  it('says its version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
  });

  it('says what it can do, in the language of the environment', async () => {
    const english = await run(['--help']);
    expect(english).toMatchObject({ code: 0, err: '' });
    expect(english.out).toContain('concordat check [paths…]');
    const chinese = await run(['--help'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(chinese.out).toContain('默认命令');
    expect((await run(['help', '--locale', 'zh-CN'])).code).not.toBe(1);
  });

  it.each([
    [['chekc', 'data'], 'There is no command `chekc`', 'Did you mean `check`?'],
    [['standard', 'lits'], 'There is no command `standard lits`', 'Did you mean `standard list`?'],
    [['standard'], '`standard` needs to know what to do', 'Commands: standard list, standard show'],
    [['check', '--formt', 'json'], 'There is no flag --formt.', 'Did you mean --format?'],
    [
      ['check', '--fail-on', 'fatal'],
      '--fail-on does not take "fatal". Choose one of: error, warning, info, never.',
      '--help',
    ],
    [['check', '--format', 'jsn'], 'There is no format "jsn"', 'Did you mean json?'],
    [['check', '--format', 'json:'], 'No file is named', '--format json:FILE'],
    [
      ['check', '--format', 'json', '--format', 'terminal'],
      'Two reports would go to standard output',
      'report.json',
    ],
    [['check', '--max-shown', '-1'], '--max-shown "-1" is not a whole number', ''],
    [['check', '--workers', '0'], '--workers "0" is not a whole number of at least 1', ''],
    [['check', '--today', '2026-02-30'], '--today "2026-02-30" is not a date', '2026-05-01'],
    [['check'], 'No standard is named', 'concordat standard list'],
    [['check', '-s'], '--standard needs a value: --standard <standard>.', '--help'],
    [['check', '', '-s', 'dcat-us'], 'One of the paths is empty', 'variable'],
    [
      ['check', 'fixtures/departmnets', '-s', 'dcat-us'],
      'There is no file or folder',
      'Did you mean "fixtures/departments"?',
    ],
    [['check', '-s', 'dcat-us', '-f', 'json:no/such/x.json'], 'Cannot write', 'The folder does not exist'],
    [['explain', '--locale', 'fr'], '--locale does not take "fr". Choose one of: en, zh-CN.', '--help'],
    [['standard', 'list', 'x'], 'Too many arguments', '--help'],
    [['standard', 'show'], 'The argument <standard> is missing.', '--help'],
    [['explain', 'code/speling'], 'There is no check "code/speling"', 'Did you mean code/spelling?'],
  ])('%j could not do the job', async (args, message, hint) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^concordat: /);
    expect(err).toContain(message);
    expect(err).toContain(hint);
    expect(err).not.toContain('    at ');
  });

  it.each([
    [['chekc', 'data'], '没有“chekc”命令'],
    [['standard'], '“standard”后面还需要子命令'],
    [['check', '--formt', 'json'], '没有 --formt 这个参数'],
    [['check', '--fail-on', 'fatal'], '--fail-on 不接受 "fatal"'],
    [['check'], '没有指定标准'],
    [['check', 'nowhere', '-s', 'dcat-us'], '没有 "nowhere" 这个文件或目录'],
    [['check', '-s', 'dcat-su'], '是否想用 dcat-us'],
  ])('%j says so in Chinese', async (args, message) => {
    const { code, err } = await run([...args, '--locale', 'zh-CN']);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it.each([[['standard', '--help']], [['help', 'standard']]])(
    '%j lists the commands that begin so',
    async (args) => {
      const { code, out } = await run(args);
      expect(code).toBe(0);
      expect(out).toMatch(/concordat standard list .*\n.*concordat standard show <standard> {2}/);
    },
  );

  it('is as wide as COLUMNS says where no terminal does', async () => {
    const { columns: _, ...streams } = { columns: 0, env: { COLUMNS: '80', CONCORDAT_CACHE: 'off' } };
    const { out } = await run(['check', '--help'], { ...streams, columns: undefined } as never);
    const options = out.slice(out.indexOf('Options'), out.indexOf('Examples'));
    expect(Math.max(...options.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('writes out what would act on a terminal', async () => {
    expect((await run(['check', '--format', '\u001b[2J'])).err).toContain('\\u001b[2J');
  });

  it('keeps its word when standard output is full', async () => {
    const { code, err } = await run(['--version'], {
      out: () => {
        throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
      },
    });
    expect(code).toBe(2);
    expect(err).toContain('internal failure');
    expect(err).toContain('CONCORDAT_DEBUG');
  });

  it('shows where an internal failure happened only when asked', async () => {
    const broken = {
      out: () => {
        throw new TypeError('boom');
      },
    };
    expect((await run(['--version'], broken)).err).not.toContain('at ');
    expect((await run(['--version'], { ...broken, env: { CONCORDAT_DEBUG: '1' } })).err).toMatch(
      /TypeError: boom\n +at /,
    );
  });

  it('explains checks', async () => {
    const { code, out } = await run(['explain', 'code/spelling']);
    expect(code).toBe(0);
    expect(out).toContain('How to mend it');
    expect((await run(['explain', 'rule/anything', '--locale', 'zh-CN'])).out).toContain('如何修改');
    expect((await run(['explain'])).out.split('\n').length).toBeGreaterThan(20);
  });

  it('has a help text for each command', async () => {
    for (const words of [['check'], ['explain'], ['standard', 'list'], ['standard', 'show']]) {
      const { code, out } = await run([...words, '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`Usage: concordat ${words.join(' ')}`);
      expect((await run(['help', ...words])).out).toBe(out);
    }
    expect((await run(['check', '--help', '--locale', 'zh-CN'])).out).toContain('退出码');
  });
});
