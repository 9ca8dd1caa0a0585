import { availableParallelism } from 'node:os';
import { Failure } from '../model/failure.ts';
import { locales } from '../model/locale.ts';
import type { FailOn } from './exit-code.ts';
import { failOnLevels } from './exit-code.ts';
import type { Flag } from './plain-flags.ts';

/** The flags of `check` once they are read. */
export interface CheckFlags {
  readonly standard?: string;
  /** A Table Schema, a JSON Schema of a row or a data package: the paths are data. */
  readonly schema?: string;
  /** `file=record`, which record declares the data in which file. */
  readonly sample: readonly string[];
  readonly showValues?: boolean;
  readonly statistics?: boolean;
  readonly departmentFrom?: string;
  readonly format: readonly string[];
  readonly failOn: FailOn;
  /** `Infinity` when everything is to be shown. */
  readonly maxShown: number;
  readonly color: 'auto' | 'always' | 'never';
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly stdinFilepath?: string;
  readonly errorOnUnmatchedPattern: boolean;
  readonly workers: number;
  readonly today?: string;
}

/** Beyond this many, threads mostly wait for the disk. */
const maxDefaultWorkers = 8;

/** The flags of `check`, in the order of the help text. */
export const checkFlagTable = [
  { name: 'standard', short: 's', takes: '<standard>' },
  { name: 'schema', takes: '<schema>' },
  { name: 'sample', takes: '<file=record>', initial: [], initialText: 'by name', parse: append },
  { name: 'department-from', takes: '<source>' },
  { name: 'format', short: 'f', takes: '<name[:file]>', initial: [], initialText: 'terminal', parse: append },
  { name: 'fail-on', takes: '<severity>', choices: failOnLevels, initial: 'error' },
  { name: 'max-shown', takes: '<n>', initial: 30, parse: parseMaxShown },
  { name: 'locale', takes: '<locale>', choices: locales },
  { name: 'color', takes: '<when>', choices: ['auto', 'always', 'never'], initial: 'auto' },
  { name: 'quiet', short: 'q' },
  { name: 'verbose' },
  { name: 'show-values' },
  { name: 'statistics' },
  { name: 'stdin-filepath', takes: '<path>' },
  { name: 'no-error-on-unmatched-pattern', initial: true },
  { name: 'workers', takes: '<n>', initial: defaultWorkers(), parse: parseWorkers },
  { name: 'today', takes: '<date>', parse: parseToday },
] as const satisfies readonly Flag[];

function defaultWorkers(): number {
  return Math.min(availableParallelism(), maxDefaultWorkers);
}

function append(value: string, previous: unknown): unknown[] {
  return [...(Array.isArray(previous) ? previous : []), value];
}

function parseMaxShown(value: string): number {
  const count = wholeNumber('--max-shown', value, 0);
  return count === 0 ? Number.POSITIVE_INFINITY : count;
}

function parseWorkers(value: string): number {
  return wholeNumber('--workers', value, 1);
}

function wholeNumber(flag: string, value: string, least: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least) return number;
  throw new Failure('usage', `${flag} ${JSON.stringify(value)} is not a whole number of at least ${least}.`, {
    zh: { message: `${flag} ${JSON.stringify(value)} 无效：应为不小于 ${least} 的整数。` },
  });
}

/** CCYY-MM-DD, and a day that exists. */
function parseToday(value: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const exists = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= lastDay;
  if (exists) return value;
  throw new Failure('usage', `--today ${JSON.stringify(value)} is not a date.`, {
    hint: 'Write it as 2026-05-01.',
    zh: { message: `--today ${JSON.stringify(value)} 不是有效日期。`, hint: '请写作 2026-05-01 的形式。' },
  });
}
