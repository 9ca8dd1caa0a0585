import { Environment } from '@marcbachmann/cel-js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Standard } from '../../src/model/standard.ts';
import { buildCodeLists, buildStandard } from '../../src/standards/build-standard.ts';
import { ExpressionCompiler } from '../../src/standards/cel-compile.ts';
import { makeRunnable } from '../../src/standards/cel-evaluate.ts';
import { BudgetSpent, RuleTrouble } from '../../src/standards/cel-values.ts';
import { ExpressionError } from '../../src/standards/expression-error.ts';
import { parsePackage } from '../../src/standards/parse-package.ts';
import { packageOf, soundPackage } from './package-in-memory.ts';

const today = '2026-06-30';
const record = {
  n: 3,
  half: 1.5,
  text: 'Lindenpark 林园',
  none: null,
  list: [1, 2, 3],
  names: ['a', 'b', 'b'],
  gates: [
    { name: 'north', width: 2 },
    { name: 'south', width: null },
  ],
  contact: { mail: 'a@b.example' },
  yes: true,
};

let compiler: ExpressionCompiler;
const codelists = buildCodeLists(
  [
    {
      id: 'kind',
      path: 'codelists/kind.csv',
      codes: [
        { code: 'city', labels: { en: 'City park', 'zh-CN': '城市公园' }, aliases: ['urban'] },
        { code: 'forest', labels: { en: 'Forest' }, aliases: ['urban'], parent: 'city' },
      ],
    },
  ],
  {},
);

beforeAll(async () => {
  compiler = await ExpressionCompiler.load(new Map([['kind', new Set(['city', 'forest'])]]));
});

function judge(text: string, value: unknown = record): unknown {
  const { program } = compiler.compile(text);
  // Through JSON, as a stored package goes.
  const run = makeRunnable(JSON.parse(JSON.stringify(program)) as typeof program);
  try {
    return run(value, { today, codelists, steps: 100_000 });
  } catch (error) {
    if (error instanceof RuleTrouble || error instanceof BudgetSpent) return error.constructor.name;
    throw error;
  }
}

/** What the CEL library itself says; `RuleTrouble` for any of its errors. */
function oracle(text: string): unknown {
  const environment = new Environment({ homogeneousAggregateLiterals: false }).registerVariable(
    'this',
    'dyn',
  );
  try {
    return environment.evaluate(text, { this: record }) as unknown;
  } catch {
    return 'RuleTrouble';
  }
}

const plainCel = [
  'this.n == 3',
  'this["n"] > 2',
  'this.n >= 3.0',
  'this.half < 2',
  '1 < 2 && 2 <= 2',
  'this.n in [1, 2, 3]',
  'this.n in this.list',
  '4 in this.list',
  'this.n != 3',
  '!(this.n == 3)',
  '!this.yes',
  'this.none == null',
  'this.text != null',
  'null == null',
  'this.text == "Lindenpark 林园"',
  'this.text.startsWith("Linden")',
  'this.text.endsWith("林园")',
  'this.text.contains("park")',
  'this.text.matches("^L.*园$")',
  'this.text.matches("^[0-9]+$")',
  'size(this.text) == 13',
  'this.text.size() == 13',
  'size(this.list) > 2',
  'size(this.gates) == 2',
  'size(this.contact) == 1',
  'this.list[0] == 1',
  'this.list[3] == 1',
  'this.list == [1, 2, 3]',
  'this.list == [1, 2]',
  'this.gates.all(g, g.name != null)',
  'this.gates.all(g, g["width"] != null)',
  'this.gates.exists(g, g.name == "north")',
  'this.gates.exists(g, g.name == "east")',
  'this.gates.exists_one(g, g.width == 2)',
  'this.list.filter(x, x > 1).size() == 2',
  'this.list.map(x, x * 2.0) == [2.0, 4.0, 6.0]',
  'this.list.map(x, x > 1, x) == [2.0, 3.0]',
  'this.list.all(x, this.list.exists(y, y == x))',
  'has(this.n)',
  'has(this.absent)',
  'has(this.contact.mail)',
  'has(this.contact.phone)',
  'this.n > "a"',
  'this.text > 3',
  'this.none > 3',
  'this.n > 2 || this.none > 3',
  'this.none > 3 || this.n > 2',
  'this.n > 5 && this.none > 3',
  'this.none > 3 && this.n > 5',
  'this.none > 3 && this.n > 2',
  'this.n > 2 ? this.yes : false',
  '(this.n > 5 ? "a" : "b") == "b"',
  '7 / 2 == 3',
  '7 % 2 == 1',
  '-7 / 2 == -3',
  '1 / 0 == 1',
  '2 * 3 + 1 == 7',
  '9223372036854775807 + 1 > 0',
  'this.n - this.half == 1.5',
  'this.n + this.half == 4.5',
  '-this.n == -3.0',
  '"a" + "b" == "ab"',
  '[1] + [2] == [1, 2]',
  '"b" > "a"',
  'true > false',
  'double("2.5") == 2.5',
  'int("42") == 42',
  'int(this.half) == 1',
  'string(42) == "42"',
  'string(this.half) == "1.5"',
  '"a,b".split(",") == ["a", "b"]',
  '"Abc".lowerAscii() == "abc"',
  '" a ".trim() == "a"',
  '"abc".indexOf("c") == 2',
  '"abcd".substring(1, 3) == "bc"',
  '"abc".substring(2) == "c"',
  '"abc".substring(5) == ""',
  'this.names.exists_one(x, x == "b")',
  'this.yes && this.n',
  'dyn(3) == 3',
  '"mail" in this.contact',
];

describe('rules are judged as CEL has it', () => {
  it.each(plainCel)('%s', (text) => {
    expect(judge(text)).toEqual(oracle(text));
  });

  it('and the list is telling: it has all three outcomes', () => {
    const outcomes = plainCel.map(judge_);
    expect(new Set(outcomes)).toEqual(new Set([true, false, 'RuleTrouble']));
  });
  const judge_ = (text: string) => judge(text);
});

describe('where rules are kinder than CEL', () => {
  it.each([
    ['this.absent == null', true],
    ['this.gates[0].absent == null', true],
    ['this.n + 1 == 4', true],
    ['this.n * 2 > 5', true],
    ['this.n % 2 == 1.0', true],
    ['this.n / 2 == 1.5', true],
    ['this.list[this.n - 1] == 3', true],
  ])('%s', (text, outcome) => {
    expect(judge(text)).toBe(outcome);
  });

  it('but not on a value that is not there', () => {
    expect(judge('this.absent.name == null')).toBe('RuleTrouble');
  });
});

describe('functions of the standards', () => {
  it.each([
    ['codeOf("kind", "city") == "city"', true],
    ['codeOf("kind", " ＣＩＴＹ park ") == "city"', true],
    ['codeOf("kind", "城市公园") == "city"', true],
    ['codeOf("kind", "urban") == null', true],
    ['codeOf("kind", "constructor") == null', true],
    ['codeOf("kind", this.none) == null', true],
    ['codeOf("kind", this.n) == null', true],
    ['parentOf("kind", "forest") == "city"', true],
    ['parentOf("kind", codeOf("kind", "nothing")) == null', true],
    ['date("2024-02-29") == "2024-02-29"', true],
    ['date("2023-02-29") == null', true],
    ['date("2024-3-5T08:00:00Z") == "2024-03-05"', true],
    ['date("2024年3月5日") == date("2024/03/05")', true],
    ['date("20240305") == date("2024.3.5")', true],
    ['date("2024") == null', true],
    ['date("2024-06-30") <= today()', true],
    ['date("2026-07-01") <= today()', false],
    ['normalised("Ｐark, 林园！") == "park林园"', true],
    ['normalised(null) == null', true],
    ['isUscc("11500100MB1A20061G")', true],
    ['isUscc("11500100MB1A20061H")', false],
    ['isUscc(null)', false],
    ['isDivisionCode("500100")', true],
    ['isResourceCode("307022011003/000012")', true],
    ['isOrganisationCode("nothing")', false],
    ['unique(this.names)', false],
    ['unique(this.gates)', true],
    ['unique(this.list)', true],
  ])('%s', (text, outcome) => {
    expect(judge(text)).toBe(outcome);
  });
});

describe('what a rule reads', () => {
  it.each([
    ['this.n > 1 && this["text"] != null', ['/n', '/text']],
    ['this.contact.mail != null', ['/contact']],
    ['this["a/b"] != null', ['/a~1b']],
    ['this.gates.all(g, g.width > this.n)', ['/gates', '/n']],
    ['has(this.n)', ['/n']],
    ['size(this) > 1', ['']],
    ['this[this.text] == null', ['', '/text']],
    ['today() > "2000"', []],
  ])('%s', (text, reads) => {
    expect(compiler.compile(text).reads).toEqual(reads);
  });
});

describe('refused when the package is parsed', () => {
  it.each([
    ['this.n >', /Unexpected token/, 8],
    ['this.contact == {"mail": "x"}', /cannot use `map`/, 16],
    ['"x" == 1', /There is no `string == int`/, 0],
    ['this.n > 1 && nothing(this.n)', /nothing/, 14],
    ['this.list.sort() == []', /sort/, 0],
    ['timestamp(this.text) > timestamp("2024-01-01T00:00:00Z")', /timestamp/, 0],
    ['this.list.all(this, true)', /`this` is the record/, 14],
    ['codeOf(this.text, this.text) == null', /named by a text/, 0],
    ['this.text.matches("(")', /pattern/, 0],
    ['b"abc" == b"abc"', /bytes/, 0],
  ])('%s', (text, message, offset) => {
    const refused = (): unknown => {
      try {
        return compiler.compile(text);
      } catch (error) {
        return error;
      }
    };
    expect(refused()).toBeInstanceOf(ExpressionError);
    expect(refused()).toMatchObject({ message: expect.stringMatching(message) as string, offset });
  });
});

describe('work is bounded', () => {
  const long = { list: Array.from({ length: 400 }, (_, index) => index), text: 'a'.repeat(5000) };

  it.each([
    'this.list.all(a, this.list.all(b, this.list.all(c, a + b + c >= 0)))',
    'this.list.exists(a, this.list.exists(b, this.list.exists(c, this.text == a)))',
    'this.list.all(a, this.text.matches("^(a|a)*$"))',
    'this.list.map(a, this.list.map(b, this.list + this.list)).size() == 0',
  ])('%s', (text) => {
    const start = performance.now();
    expect(judge(text, long)).toBe('BudgetSpent');
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('refuses expressions that are too long or too deep', () => {
    expect(() => compiler.compile(`this.n > ${'1 + '.repeat(5000)}1`)).toThrow(ExpressionError);
    expect(() => compiler.compile(`${'('.repeat(200)}true${')'.repeat(200)}`)).toThrow(ExpressionError);
    expect(() => compiler.compile(`[${'1, '.repeat(1500)}1] == []`)).toThrow(ExpressionError);
  });

  it('survives records that are nested deeper than the stack', () => {
    let deep: unknown = [];
    for (let level = 0; level < 200_000; level += 1) deep = [deep];
    expect(() => judge('this.a == this.b', { a: deep, b: JSON.parse(JSON.stringify([[]])) })).not.toThrow();
  });
});

describe('a rule of a standard', () => {
  let standard: Standard;
  beforeAll(async () => {
    standard = await buildStandard(await parsePackage(packageOf(soundPackage)));
  });
  const rule = (id: string) => standard.kinds[0]?.rules.find((one) => one.id === id);

  it.each([
    [{ area: 20, gates: [{ name: 'north' }] }, 'kept'],
    [{ area: 20, gates: [] }, 'broken'],
    [{ area: 20 }, 'broken'],
    [{ area: 5 }, 'not-applicable'],
    [{}, 'not-applicable'],
    [null, 'not-applicable'],
    [[], 'not-applicable'],
    [{ area: 'large' }, { error: '`>` is not defined for string and int' }],
  ])('judges %j as %j', (value, verdict) => {
    expect(rule('large-parks-have-gates')?.judge(value, { today })).toEqual(verdict);
  });

  it('takes today from outside', () => {
    const opened = rule('opened-in-the-past');
    expect(opened?.judge({ opened: '2026-07-01' }, { today: '2026-06-30' })).toBe('broken');
    expect(opened?.judge({ opened: '2026-07-01' }, { today: '2026-07-01' })).toBe('kept');
  });

  it('says what it reads and keeps its source', () => {
    expect(rule('large-parks-have-gates')).toMatchObject({
      kind: 'park',
      severity: 'warning',
      at: '/gates',
      reads: ['/area', '/gates'],
      when: 'this["area"] != null && this["area"] > 10',
      message: { en: 'a large park has gates', 'zh-CN': '大型公园应有大门' },
    });
  });
});
