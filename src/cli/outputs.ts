import { resolve } from 'node:path';
import type { Assessment } from '../model/assessment.ts';
import { Failure } from '../model/failure.ts';
import { nearestName } from '../model/nearest-name.ts';
import { reporters } from '../reporters/index.ts';
import type { RenderOptions, Reporter } from '../reporters/reporter.ts';
import { assertWritableFolder } from '../workspace/writable-folder.ts';
import type { Streams } from './streams.ts';

/** One `--format NAME[:FILE]`. */
export interface Output {
  readonly reporter: Reporter;
  /** Absolute path; standard output where it is missing. */
  readonly file?: string;
}

/**
 * The reports that were asked for; the terminal report when none was.
 * @throws Failure `usage` for a format that does not exist, or two reports for one place.
 */
export function parseOutputs(formats: readonly string[], cwd: string): Output[] {
  const outputs = (formats.length === 0 ? ['terminal'] : formats).map((format) => parseOutput(format, cwd));
  const targets = outputs.map(({ file }) => file ?? 'standard output');
  const twice = targets.find((target, index) => targets.indexOf(target) !== index);
  if (twice !== undefined) {
    throw new Failure('usage', `Two reports would go to ${twice}.`, {
      hint: 'Give one of them a file: --format json:report.json',
      zh: {
        message: `两份报告都要写到${twice === 'standard output' ? '标准输出' : ` ${twice}`}。`,
        hint: '请给其中一份指定文件，如 --format json:report.json',
      },
    });
  }
  return outputs;
}

function parseOutput(format: string, cwd: string): Output {
  const [name = '', ...rest] = format.split(':');
  const file = rest.join(':');
  const reporter = reporterNamed(name);
  if (rest.length > 0 && file === '') {
    throw new Failure('usage', `No file is named after ${JSON.stringify(format)}.`, {
      hint: `Write --format ${name} for standard output, or --format ${name}:FILE.`,
      zh: {
        message: `${JSON.stringify(format)} 的冒号后没有文件名。`,
        hint: `写到标准输出用 --format ${name}，写到文件用 --format ${name}:文件名。`,
      },
    });
  }
  if (file === '' || file === '-') return { reporter };
  const absolute = resolve(cwd, file);
  assertWritableFolder(absolute);
  return { reporter, file: absolute };
}

/**
 * The reporter of a format.
 * @throws Failure `usage` when there is none.
 */
export function reporterNamed(format: string): Reporter {
  const reporter = reporters.find((one) => one.format === format);
  if (reporter !== undefined) return reporter;
  const names = reporters.map((one) => one.format);
  const near = nearestName(format, names);
  throw new Failure('usage', `There is no format ${JSON.stringify(format)}.`, {
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}Formats: ${names.join(', ')}.`,
    zh: {
      message: `没有 ${JSON.stringify(format)} 这种报告格式。`,
      hint: `${near === undefined ? '' : `是否想用 ${near}？`}可用格式：${names.join('、')}。`,
    },
  });
}

/** How the reports are to look, apart from what each target decides. */
export interface OutputSettings extends Omit<RenderOptions, 'color'> {
  readonly color: 'auto' | 'always' | 'never';
  /** Leaves out everything but errors in the reports for people. */
  readonly quiet: boolean;
}

/**
 * Renders and writes every report, files first, so that a full disk is known before a verdict is printed.
 * @throws Failure `output` when one of them cannot be written whole.
 */
export async function writeOutputs(
  assessment: Assessment,
  outputs: readonly Output[],
  { streams, settings }: { streams: Streams; settings: OutputSettings },
): Promise<void> {
  for (const { reporter, file } of [...outputs].sort(
    (one, other) => Number(one.file === undefined) - Number(other.file === undefined),
  )) {
    const subject = settings.quiet && reporter.format !== 'json' ? onlyErrors(assessment) : assessment;
    const color = usesColor(settings.color, streams, file === undefined && streams.isOutTerminal);
    const text = inPieces(reporter.render(subject, { ...settings, color }));
    if (file === undefined) for (const piece of text) streams.out(piece);
    else (await import('../workspace/write-file.ts')).writeFileWhole(file, text);
  }
}

/** Counts stay as they are: only what is shown becomes less. */
function onlyErrors(assessment: Assessment): Assessment {
  return {
    ...assessment,
    divergences: assessment.divergences.filter(({ severity }) => severity === 'error'),
    causes: assessment.causes.filter(({ severity }) => severity === 'error'),
    notChecked: [],
  };
}

/** `--color`, then FORCE_COLOR, then NO_COLOR (no-color.org), then whether somebody is looking. */
export function usesColor(asked: OutputSettings['color'], { env }: Streams, isTerminal: boolean): boolean {
  if (asked !== 'auto') return asked === 'always';
  const force = env['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  return isTerminal && env['TERM'] !== 'dumb';
}

/** Joins small texts, so that a report of many lines takes few system calls. */
function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < 1 << 16) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
