import { describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { run } from './run.ts';

const town = 'fixtures/standards/town-catalogue/1';

describe('concordat explain', () => {
  it.each(checks.map(({ id, title, mend }) => ({ id, title, mend })))(
    '$id, with an example',
    async (check) => {
      const english = await run(['explain', check.id], { columns: 400 });
      expect(english).toMatchObject({ code: 0, err: '' });
      const named = `${check.id === 'rule' ? 'rule/dates-in-order' : check.id}  `;
      for (const text of [check.title.en, check.mend.en, 'Example', named])
        expect(english.out).toContain(text);
      const chinese = await run(['explain', check.id, '--locale', 'zh-CN'], { columns: 400 });
      for (const text of [check.title['zh-CN'], check.mend['zh-CN'], '示例'])
        expect(chinese.out).toContain(text);
    },
  );

  it('shows what was written and what is said of it, in one language', async () => {
    const { out } = await run(['explain', 'field/renamed']);
    expect(out).toMatch(/^ {2}isued: 2017-05-01$/m);
    expect(out).toMatch(/Did\s+you\s+mean\s+`issued`/);
    expect(out).not.toContain('应为');
    expect((await run(['explain', 'field/renamed', '--locale', 'zh-CN'])).out).not.toMatch(/Did\s+you/);
  });

  it('a rule of a standard', async () => {
    const args = ['explain', 'rule/dates-in-order', '--standard', town];
    const { code, out } = await run(args);
    expect(code).toBe(0);
    for (const text of [
      'A dataset cannot have been changed before it was issued',
      'town-catalogue@1, dataset /modified',
      'Severity: error',
      'this.issued != null',
      'date(this.issued) <= date(this.modified)',
      'Correct one of the two dates',
      '2.8',
    ])
      expect(out).toContain(text);
    expect((await run([...args, '--locale', 'zh-CN'])).out).toMatch(
      /更新日期不能早于发布日期[\s\S]*级别：错误[\s\S]*更正其中一个日期/,
    );
  });

  it('the rules at large where no standard is named, and how to name one', async () => {
    const { code, out } = await run(['explain', 'rule/dates-in-order']);
    expect(code).toBe(0);
    expect(out).toContain('concordat explain rule/dates-in-order --standard <standard>');
  });

  it('a rule of a built-in standard as a report names it', async () => {
    const { code, out } = await run(['explain', 'rule/refused-is-not-open']);
    expect(code).toBe(0);
    expect(out).toContain('of cn-gov-catalogue@2017, resource /是否向社会开放');
  });

  it('says what a cause is when one is named', async () => {
    const { code, err } = await run(['explain', 'c12', '--locale', 'zh-CN']);
    expect(code).toBe(2);
    expect(err).toContain('"c12" 是报告中原因的编号');
  });

  it('keeps within the terminal', async () => {
    const { out } = await run(['explain', 'record/duplicate'], { columns: 60 });
    const [, why = ''] = /Why it matters\n([\s\S]*?)\n\n/.exec(out) ?? [];
    expect(why.split('\n').length).toBeGreaterThan(1);
    for (const line of why.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
  });

  it('the severity that a standard gives a check', async () => {
    const { out } = await run([
      'explain',
      'reference/broken',
      '--standard',
      'schemas/standards/cn-gov-catalogue/2017',
      '--locale',
      'zh-CN',
    ]);
    expect(out).toContain('级别：警告');
  });

  it('all checks, and the rules of a standard that is named', async () => {
    expect((await run(['explain'])).out.trimEnd().split('\n')).toHaveLength(checks.length);
    const { out } = await run(['explain', '--standard', town]);
    expect(out.trimEnd().split('\n')).toHaveLength(checks.length + 1);
    expect(out).toContain('rule/dates-in-order');
  });

  it.each([
    [['explain', 'code/speling'], 'There is no check "code/speling"', 'Did you mean code/spelling?'],
    [
      ['explain', 'rule/dates-in-ordr', '--standard', town],
      'has no rule "rule/dates-in-ordr"',
      'Did you mean rule/dates-in-order?',
    ],
    [
      ['explain', 'rule/zzz', '--standard', town],
      'has no rule "rule/zzz"',
      'concordat standard show town-catalogue',
    ],
    [['explain', 'code/unknown', '--standard', 'no-such'], 'There is no standard "no-such"', ''],
  ])('fails for what there is not: %j', async (args, message, hint) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain(hint);
  });
});
