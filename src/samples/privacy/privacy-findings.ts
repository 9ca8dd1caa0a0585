import type { Facts } from '../../model/check.ts';
import type { DataItem, SampleAccess, SampleDeclaration } from '../../model/data-item.ts';
import type { Pointer } from '../../model/pointer.ts';
import type { Severity } from '../../model/severity.ts';
import type { PartSpot, PrivacyTally } from '../sample-part.ts';
import { maskLongNumbers } from '../statistics/mask-value.ts';
import { businessContactOf, isAboutPersons } from './business-contacts.ts';
import type { ClassCount } from './class-counts.ts';
import { classCounts } from './class-counts.ts';
import { isCountHeading } from './heading-class.ts';
import type { PrivacyGrade, PrivacyProfile } from './privacy-detector.ts';
import { titleTelling } from './title-words.ts';

/**
 * What is to be said of personal information in a table. Never holds a value of a cell. Facts: `class`, `classZh`, `column` (its heading),
 * `evidence` (`heading`, `values`, `scattered`, `item-list`, `masked`, `title`), `count`, `masked`, `filled`, `rows`, `access`, `profile`,
 * `grade`, `declared` (`not-sensitive` where the declaration contradicts), `lowered` (why it is only noted, else `''`) with `reason` and `reasonZh`.
 */
export interface PrivacyFinding {
  readonly check: 'privacy/sensitive' | 'privacy/personal';
  readonly severity: Severity;
  /** By column of the file; undefined for an item that the file lacks and for the title. */
  readonly column: number | undefined;
  /** Of the declared item; `''` where there is none. */
  readonly pointer: Pointer;
  /** Places of values in the clear. */
  readonly first: readonly PartSpot[];
  readonly facts: Facts;
}

/** What a sample gave. Without one: no headings, no rows; the declared items alone are judged. */
export interface PrivacyEvidence {
  readonly headings: readonly string[];
  /** By column of the file: the item that it was found to be. */
  readonly items: readonly (DataItem | undefined)[];
  readonly tallies: readonly PrivacyTally[];
  /** By column of the file: cells that are not empty. */
  readonly filled: readonly number[];
  readonly rows: number;
  readonly declaration: SampleDeclaration;
  readonly title: string;
  readonly profile: PrivacyProfile;
}

/** Judges a table, or the items that a record declares of one: by column of the file, then by class, items without column and title last. */
export function privacyFindings(evidence: PrivacyEvidence): readonly PrivacyFinding[] {
  const { declaration, items } = evidence;
  // Without rows nobody is shown; what is to be open to all is told of before they come.
  if (evidence.rows === 0 && declaration.access !== 'open') return [];
  // A sample without rows tells no more of its columns than their names do.
  const missing = declaration.items.filter((item) => evidence.rows === 0 || !items.includes(item));
  const counts = classCounts(evidence, missing);
  const table = tableOf(evidence, missing, counts);
  const found = counts.flatMap((count) => findingOf(count, table));
  return [...found, ...titleFinding(evidence, found)];
}

/** What the judgement of one column needs to know of the others. */
interface Table {
  readonly evidence: PrivacyEvidence;
  /** Whether another column says which person a row is about. */
  readonly namesPersons: boolean;
  /** Whether a column counts: then rows are about groups. */
  readonly counts: boolean;
}

function tableOf(
  evidence: PrivacyEvidence,
  missing: readonly DataItem[],
  counts: readonly ClassCount[],
): Table {
  const headings = [...evidence.headings, ...missing.map(({ name }) => name)];
  return {
    evidence,
    namesPersons: counts.some(
      ({ said, isClass, heading, detector }) =>
        detector.identifies && isClass && said !== 'beside-person' && isAboutPersons(heading),
    ),
    counts: headings.some(isCountHeading),
  };
}

function findingOf(count: ClassCount, table: Table): PrivacyFinding[] {
  const { evidence } = table;
  const { detector, item } = count;
  const grade = detector.grades[evidence.profile];
  const { access } = evidence.declaration;
  const lowered = loweredBy(count, table);
  const contradicts = item?.isSensitive === false && lowered === undefined;
  const severity = lowered === undefined && contradicts ? 'error' : severityOf(grade, access);
  if (severity === undefined) return [];
  const facts: Facts = {
    class: detector.title.en,
    classZh: detector.title['zh-CN'],
    detector: detector.id,
    column: shownHeading(count.heading),
    evidence: count.evidence,
    count: count.clear,
    masked: count.masked,
    filled: count.filled,
    rows: evidence.rows,
    access,
    profile: evidence.profile,
    grade,
    declared: item?.isSensitive === false ? 'not-sensitive' : '',
    lowered: lowered?.id ?? '',
    reason: lowered?.reason.en ?? '',
    reasonZh: lowered?.reason['zh-CN'] ?? '',
  };
  return [
    {
      check: grade === 'sensitive' ? 'privacy/sensitive' : 'privacy/personal',
      severity: lowered === undefined ? severity : 'info',
      column: count.column,
      pointer: item?.pointer ?? '',
      first: count.first,
      facts,
    },
  ];
}

/** Weight of a class in the clear. What is not open to all may hold personal information; undefined: nothing is said. */
function severityOf(grade: PrivacyGrade, access: SampleAccess): Severity | undefined {
  if (grade === 'none') return undefined;
  if (access === 'open') return grade === 'sensitive' ? 'error' : 'warning';
  if (access === 'unknown') return grade === 'sensitive' ? 'warning' : 'info';
  return undefined;
}

interface Lowering {
  readonly id: string;
  readonly reason: Readonly<{ en: string; 'zh-CN': string }>;
}

const masked: Lowering = {
  id: 'masked',
  reason: { en: 'All its values are masked.', 'zh-CN': '其值均已脱敏。' },
};
const noPerson: Lowering = {
  id: 'no-person',
  reason: {
    en: 'No column says which persons the rows are about.',
    'zh-CN': '没有其他列表明各行所指的具体个人。',
  },
};
const aggregate: Lowering = {
  id: 'aggregate',
  reason: { en: 'The table counts; its rows are about groups.', 'zh-CN': '该表为统计数据，各行针对群体。' },
};
const unconfirmed: Lowering = {
  id: 'unconfirmed',
  reason: {
    en: 'The heading may mean something else and no values were seen.',
    'zh-CN': '表头可能另有他义，且未见数据。',
  },
};

/** Why a class is only noted; undefined where it is judged in full. */
function loweredBy(count: ClassCount, { namesPersons, counts }: Table): Lowering | undefined {
  if (count.evidence === 'masked') return masked;
  if (count.evidence === 'item-list' && count.said === 'share') return unconfirmed;
  const isByHeading = count.said === 'beside-person' || (count.detector.anyValue && count.said !== undefined);
  if (isByHeading && !namesPersons) {
    if (counts) return aggregate;
    if (count.said === 'beside-person') return noPerson;
  }
  return businessContactOf(count.heading, count.detector.id);
}

/** A file without heading row shows its first row as headings: numbers in them are hidden. */
function shownHeading(heading: string): string {
  return maskLongNumbers(heading.slice(0, 200));
}

/** A list of persons by its title: a reason to look, and no more than a note where one has looked and found none. */
function titleFinding(evidence: PrivacyEvidence, found: readonly PrivacyFinding[]): PrivacyFinding[] {
  const telling = titleTelling(evidence.title);
  if (telling === undefined || evidence.declaration.access !== 'open') return [];
  const isCleared = evidence.rows > 0 && !found.some(({ severity }) => severity !== 'info');
  const facts: Facts = {
    title: evidence.title.slice(0, 200),
    evidence: 'title',
    telling,
    rows: evidence.rows,
    access: evidence.declaration.access,
    profile: evidence.profile,
    lowered: isCleared ? 'nothing-found' : '',
  };
  return [
    {
      check: 'privacy/personal',
      severity: isCleared ? 'info' : 'warning',
      column: undefined,
      pointer: '',
      first: [],
      facts,
    },
  ];
}
