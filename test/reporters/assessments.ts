import type { Assessment, DepartmentSummary } from '../../src/model/assessment.ts';
import type { Cause, Divergence } from '../../src/model/divergence.ts';
import { severities } from '../../src/model/severity.ts';

type Sketch = Omit<Divergence, 'fingerprint' | 'causeKey' | 'facts'> & Partial<Divergence>;

interface Whole {
  readonly records: Readonly<Record<string, number>>;
  readonly divergences: readonly Sketch[];
  readonly notChecked?: Assessment['notChecked'];
  readonly standard?: Partial<Assessment['standard']>;
  readonly samples?: Assessment['samples'];
}

/** An assessment with its counts and causes worked out from a list of divergences. */
export function assessmentOf({
  records,
  divergences: sketches,
  notChecked = [],
  standard,
  samples = [],
}: Whole): Assessment {
  const divergences = sketches.map(
    (sketch, index): Divergence => ({
      facts: {},
      causeKey: `${sketch.check}|${sketch.message}`,
      fingerprint: index.toString(16).padStart(20, '0'),
      ...sketch,
    }),
  );
  const departments = Object.entries(records).map(([department, count]) =>
    departmentOf(department, count, divergences),
  );
  const { causes, causeOf } = causesOf(divergences);
  const count = (severity: string) => divergences.filter((one) => one.severity === severity).length;
  return {
    kind: 'assessment',
    samples,
    tool: { name: 'concordat', version: '0.1.0' },
    standard: {
      id: 'cn-gov-catalogue',
      version: '2017',
      digest: `sha256:${'0'.repeat(64)}`,
      title: { en: 'Government information resource catalogue', 'zh-CN': '政务信息资源目录' },
      ...standard,
    },
    summary: {
      departments: departments.length,
      documents: departments.length,
      records: departments.reduce((sum, one) => sum + one.records, 0),
      samples: samples.length,
      divergences: divergences.length,
      causes: causes.length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      fixable: divergences.filter(({ fixable }) => fixable).length,
    },
    departments,
    documents: departments.map(({ department, records: number }) => ({
      path: `${department}/catalogue.json`,
      department,
      format: 'json',
      records: number,
    })),
    causes,
    divergences,
    causeOf,
    notChecked,
    checks: new Map(),
  };
}

function departmentOf(
  department: string,
  records: number,
  divergences: readonly Divergence[],
): DepartmentSummary {
  const own = divergences.filter((one) => one.department === department);
  const failing = new Set(
    own.filter((one) => one.severity === 'error' && one.record).map((one) => one.record?.id),
  );
  const count = (severity: string) => own.filter((one) => one.severity === severity).length;
  return {
    department,
    documents: 1,
    records,
    conformingRecords: records - failing.size,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
  };
}

function causesOf(divergences: readonly Divergence[]): { causes: Cause[]; causeOf: Map<string, string> } {
  const groups = groupBy(divergences);
  const ordered = [...groups].sort(
    ([, [a]], [, [b]]) =>
      severities.indexOf(a?.severity ?? 'info') - severities.indexOf(b?.severity ?? 'info'),
  );
  const causeOf = new Map<string, string>();
  const causes = ordered.flatMap(([key, group], index): Cause[] => {
    const [first] = group;
    if (first === undefined) return [];
    causeOf.set(key, `c${index + 1}`);
    const { check, severity, message, fixable } = first;
    return [
      {
        id: `c${index + 1}`,
        check,
        severity,
        message,
        fixable,
        count: group.length,
        records: new Set(group.filter((one) => one.record).map((one) => `${one.path} ${one.record?.id}`))
          .size,
        departments: [...new Set(group.map((one) => one.department))].sort(),
      },
    ];
  });
  return { causes, causeOf };
}

function groupBy(divergences: readonly Divergence[]): Map<string, Divergence[]> {
  const groups = new Map<string, Divergence[]>();
  for (const one of divergences) groups.set(one.causeKey, [...(groups.get(one.causeKey) ?? []), one]);
  return groups;
}

const practices = {
  department: 'health',
  path: 'health/catalogue.json',
  record: { kind: 'dataset', id: 'hlth-0012', title: 'GP practices' },
} as const;

/** One record with four divergences, as in the guide. */
const small = assessmentOf({
  records: { health: 1 },
  divergences: [
    {
      ...practices,
      check: 'field/renamed',
      severity: 'error',
      fixable: true,
      message: '`publsher` is not a field of Dataset. Did you mean `publisher`, which is missing?',
      place: { line: 4, column: 3, endLine: 4, endColumn: 13 },
      pointer: '/dataset/3/publsher',
      keyword: 'required',
      clause: { schema: 'dataset.schema.json#/required/4' },
      suggestion: { rename: 'publisher' },
      facts: { expected: 'publisher', found: 'publsher' },
      excerpt: { text: '  "publsher": "Department of Health",', from: 2, length: 10 },
    },
    {
      ...practices,
      check: 'code/spelling',
      severity: 'error',
      fixable: true,
      message: 'theme "Health" is not in code list Theme; the code is "health"',
      place: { line: 6, column: 12 },
      pointer: '/dataset/3/theme',
      excerpt: { text: '  "theme": "Health",', from: 11, length: 8 },
    },
    {
      ...practices,
      check: 'code/unknown',
      severity: 'error',
      fixable: false,
      message:
        'updateFrequency "anual" is not in code list Frequency. Nearest: "annual". Codes: daily, weekly, monthly, quarterly, annual',
      place: { line: 7, column: 22 },
      pointer: '/dataset/3/updateFrequency',
    },
    {
      ...practices,
      check: 'value/format',
      severity: 'error',
      fixable: false,
      message: 'contact (kind = team) › email "opendata(at)health.example" is not an e-mail address',
      place: { line: 11, column: 14 },
      pointer: '/dataset/3/contact/email',
    },
  ],
});

const conforming = assessmentOf({ records: { health: 12, transport: 800 }, divergences: [] });

const 部门 = ['公安局', '卫生健康委员会', '市场监督管理局', '教育委员会'];

/** Four departments, hundreds of records: the same mistakes everywhere, and a few of their own. */
const repeated = assessmentOf({
  records: { 公安局: 120, 卫生健康委员会: 310, 市场监督管理局: 96, 教育委员会: 5 },
  notChecked: [
    {
      what: 'format `foo`',
      where: 'resource.schema.json#/properties/备注',
      reason: 'the format is not known',
    },
  ],
  divergences: 部门.flatMap((department, at): Sketch[] => [
    ...Array.from(
      { length: at === 3 ? 5 : 96 },
      (_, index): Sketch => ({
        department,
        path: `${department}/目录.json`,
        record: { kind: 'resource', id: `${at}-${index}`, title: `资源 ${index}` },
        check: 'field/renamed',
        severity: 'error',
        fixable: true,
        message: '`标题` 不是 resource 的字段，应为缺少的 `信息资源名称`。',
        causeKey: 'title',
        place: { line: 4 + index * 20, column: 5 },
      }),
    ),
    ...Array.from(
      { length: 4 + at },
      (_, index): Sketch => ({
        department,
        path: `${department}/目录.json`,
        record: { kind: 'resource', id: `${at}-${index}`, title: `资源 ${index}` },
        check: 'value/text-quality',
        severity: 'warning',
        fixable: false,
        message: '信息资源摘要 “无” 只是占位，没有内容',
        causeKey: 'blank',
        place: { line: 8 + index * 20, column: 13 },
      }),
    ),
    {
      department,
      path: `${department}/数据项.csv`,
      record: { kind: 'resource', id: `${at}-0`, title: '居民身份证登记信息' },
      check: 'code/unknown',
      severity: 'error',
      fixable: false,
      message: `更新周期 “每${at + 2}天” 不在代码表“更新周期”中。最接近：“每日”。代码：实时、每日、每周、每月、每季度、每半年、每年、不定期`,
      place: { line: 9, row: 5, columnName: '更新周期' },
      excerpt: { text: `NO-${at},居民身份证登记信息,每${at + 2}天,,,无条件共享`, from: 15, length: 3 },
    },
  ]),
});

/** Text that would act on a terminal, a CI runner or a parser. */
export const attacks = [
  '::error file=a::pwned',
  '  ::add-mask::secret',
  '##[error]pwned',
  '\u001b[2J\u001b]0;title\u0007',
  '\u009b31m',
  'a\rb\nc',
  '\u202egnp.exe',
  '\u2028::warning::x',
  '\ud800 lone',
  '__proto__',
  'zero\u200bwidth',
] as const;

const hostile = assessmentOf({
  records: { [attacks[0]]: attacks.length, health: 1 },
  notChecked: [{ what: attacks[0], where: attacks[3], reason: attacks[2] }],
  divergences: attacks.map(
    (attack): Sketch => ({
      department: attacks[0],
      path: `${attack}.json`,
      record: { kind: 'dataset', id: attack, title: attack },
      check: `rule/${attack}`,
      severity: 'error',
      fixable: true,
      message: attack,
      place: { sheet: attack, cell: 'B7' },
      pointer: `/${attack}`,
      facts: Object.fromEntries([[attack, attack]]),
      excerpt: { text: `${attack}${attack}`, from: attack.length, length: attack.length },
    }),
  ),
});

const unreadable = assessmentOf({
  records: { health: 0 },
  divergences: [
    {
      department: 'health',
      path: 'health/catalogue.json.gz',
      check: 'document/unreadable',
      severity: 'error',
      fixable: false,
      message: 'the compressed file is cut off',
    },
  ],
});

/** Shared by the tests of every reporter. */
const beds = { kind: 'resource', id: '3070011020/000004', title: '二级以上医院床位使用情况' };
const bedsTable = {
  department: '卫生健康委',
  path: '卫生健康委/样本/床位.json',
  insideSample: true,
} as const;

/** Metadata and the data that they declare: full-width names of columns stand beside English ones. */
const data = assessmentOf({
  records: { 卫生健康委: 13, transport: 16 },
  samples: [
    { ...bedsTable, record: beds, format: 'json', rows: 12_000, columns: 4 },
    { path: 'transport/parking.json', department: 'transport', format: 'json', rows: 40, columns: 3 },
  ],
  divergences: [
    {
      ...bedsTable,
      record: beds,
      check: 'cell/type',
      severity: 'error',
      fixable: true,
      message:
        '统计日期: 8,120 of 12,000 cells are written as 20170501; the standard wants 2017-05-01 (safe to convert); first in lines 2, 3, 4',
      place: { line: 2, row: 1, columnName: '统计日期' },
      facts: { column: '统计日期', count: 8120, of: 12_000, first: ['2', '3', '4'], safe: true },
    },
    {
      ...bedsTable,
      record: beds,
      check: 'cell/blank',
      severity: 'warning',
      fixable: false,
      message: 'beds: 5 of 12,000 cells hold only a word for “nothing”; in lines 6, 16, 26, 36, 46',
      place: { line: 6, row: 5, columnName: 'beds' },
    },
    {
      department: 'transport',
      path: 'transport/parking.json',
      insideSample: true,
      check: 'row/ragged',
      severity: 'error',
      fixable: false,
      message: '1 of 40 rows has 3 cells, the heading has 4; fill in the missing cells',
      place: { line: 43, row: 42 },
    },
  ],
  notChecked: ['旅客', '货物', '车辆'].map((name) => ({
    what: `length of 整型I (1: ${name})`,
    where: `transport/catalogue.json#/${name}`,
    reason: 'it is the length of storage',
  })),
});

/** Data alone, and nothing wrong with them. */
const dataAlone = assessmentOf({
  records: {},
  standard: { id: 'beds.schema', version: '' },
  samples: [{ path: 'beds.csv', department: 'beds', format: 'csv', rows: 1200, columns: 4 }],
  divergences: [],
});

export const assessments = {
  small,
  conforming,
  repeated,
  hostile,
  unreadable,
  data,
  dataAlone,
} as const;
