import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteTest } from '../../../src/samples/engine/byte-tests.ts';
import { hasDigitRun } from '../../../src/samples/engine/digit-runs.ts';
import { privacyWatch } from '../../../src/samples/privacy/privacy-watch.ts';

const headings = ['诊断', '姓名', '邮箱', '联系电话', '学生姓名', '身份证号', '银行账号', 'lat'];
const watch = privacyWatch({ headings, items: [], profile: 'gbt-45574', asOf: '2026-01-01' });
const tests = headings.map((_, column) => {
  const { sights, hits, knowsDigits } = watch.sights(column);
  const made = sights.map(({ automaton, longest }, index) => {
    const accepts = byteTest({ kind: 'pattern', automaton });
    return { hits: hits[index] ?? [], longest, accepts };
  });
  return { made, knowsDigits };
});

/** What an engine counts a cell for; undefined where it hands it out. */
function sighted(column: number, text: string) {
  const bytes = Buffer.from(text);
  const { made, knowsDigits } = tests[column] ?? { made: [], knowsDigits: false };
  if (bytes.length === 0 || (!knowsDigits && hasDigitRun(bytes, 0, bytes.length))) return undefined;
  return made.find(({ accepts, longest }) => bytes.length <= longest && accepts(bytes, 0, bytes.length))
    ?.hits;
}

function expectTrue(column: number, text: string): void {
  const hits = sighted(column, text);
  if (hits !== undefined) expect([text, watch.look(column, text)]).toEqual([text, hits]);
}

const pieces =
  '张 王 马上 马 高中 欧阳 欧 爱新觉罗 伟 娜娜 某 某某 无 暂无 没有 否 N n/a NA null NIL false 0 - -- / . \\ * ** x xxxx XX## ● ●● × • a1 0123456789abcdef d41d8cd98f00b204 ' +
  'info office open-data enquiries help zhengwu 12 12345 @ gov gov.cn GOV.CN example.org .cn cq. mailto: 13812345678 1391234567 138 0 23 023- 67890123 400- +86 北京市 É １ 　 \u00a0 \ufeff \u2003';
const piece = fc.constantFrom(...pieces.split(/ /), ' ', '\t', '');
const text = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.tuple(piece, piece, piece).map(([a, b, c]) => `${a}${b}@${c}`),
  fc.emailAddress(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.stringMatching(/^[\da-fA-F]{30,66}$/),
  fc.stringMatching(/^0?\d{2,4}-?\d{6,8}$/),
);

describe('sights', () => {
  it('tell nothing of a cell but what a look finds', () => {
    const columns = fc.constantFrom(...headings.keys());
    fc.assert(
      fc.property(columns, text, (column, cell) => expectTrue(column, cell)),
      { numRuns: Number(process.env['SIGHT_RUNS'] ?? 5000) },
    );
  });

  it.each<[number, string, readonly string[]]>([
    [0, '高血压2级', ['health']],
    [0, 'E11.9', ['health']],
    [1, '张伟', ['name']],
    [1, '马上强', ['name']],
    [2, 'user506619@example.org', ['email']],
    [2, 'wei.zhang@mail.example.com.cn', ['email']],
    [3, '13812345678', ['phone']],
    [3, '023-67890123', ['landline']],
    [4, '李小明', ['minor', 'name']],
    [7, '-71.561057', ['whereabouts']],
  ])('need no look: column %i, %s', (column, cell, expected) => {
    expect(
      sighted(column, cell)
        ?.map(({ detector }) => detector)
        .sort(),
    ).toEqual(expected);
    expectTrue(column, cell);
  });

  it.each<[number, string]>([
    [0, '无'],
    [0, '***'],
    [0, '患者13812345678'],
    [0, 'd41d8cd98f00b204e9800998ecf8427e'],
    [1, '马上'],
    [1, '张某'],
    [1, '张某某'],
    [1, '欧阳娜'],
    [2, 'info@example.org'],
    [2, 'wang@cq.gov.cn'],
    [2, 'z***@example.org'],
    [2, 'not an email'],
    [2, '13812345678@qq.com'],
    [3, '138****5678'],
    [5, '11010519491231002X'],
    [6, '6222020000000000000'],
  ])('leave to a look: column %i, %s', (column, cell) => {
    expect(sighted(column, cell)).toBeUndefined();
  });
});
