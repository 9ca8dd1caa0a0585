import type { Assessment } from '../model/assessment.ts';
import { Failure } from '../model/failure.ts';
import type { Standard } from '../model/standard.ts';
import type { FoundFile } from '../workspace/find-files.ts';
import { findFiles } from '../workspace/find-files.ts';
import { openSource } from '../workspace/open-source.ts';
import { toolFiles } from '../workspace/tool-files.ts';
import type { CheckFlags } from './check-flags.ts';
import type { Invocation } from './command.ts';
import { dayOf } from './day-of.ts';
import { assess, loadStandard } from './engine.ts';
import type { ExitCode } from './exit-code.ts';
import { exitCode } from './exit-code.ts';
import { inputExtensions } from './file-document.ts';
import type { Output } from './outputs.ts';
import { parseOutputs, writeOutputs } from './outputs.ts';
import type { Submission } from './submission.ts';
import { submissionOf } from './submission.ts';
import { unreadPaths } from './unread-paths.ts';
import { widthOf } from './width.ts';

/**
 * Finds the documents, assesses them, writes the reports, and answers with the exit code.
 * @throws Failure for whatever keeps it from doing all of that.
 */
export async function runCheck({
  operands,
  flags: rawFlags,
  streams,
  locale,
}: Invocation): Promise<ExitCode> {
  const flags = rawFlags as unknown as CheckFlags;
  const outputs = parseOutputs(flags.format, streams.cwd);
  const standard = await loadStandard(standardOf(flags), streams);
  const requests = operands.length === 0 ? ['.'] : operands;
  const submission = submissionOf(findRequested(requests, flags, streams.cwd), {
    flags,
    streams,
    requests: requests.length,
    ...(standard.departments === undefined ? {} : { departments: standard.departments }),
  });
  if (submission.documents.length === 0)
    streams.err(locale === 'en' ? 'concordat: no file to check\n' : 'concordat: 没有要检查的文件\n');
  const assessment = await assessWatched(submission, standard, {
    operands,
    flags: rawFlags,
    streams,
    locale,
  });
  assertComplete(submission, assessment);
  const settings = {
    color: flags.color,
    quiet: flags.quiet === true,
    width: widthOf(streams),
    locale,
    maxShown: flags.maxShown,
    verbose: flags.verbose === true,
  };
  await writeOutputs(await forPeople(assessment, outputs, submission), outputs, { streams, settings });
  const unread = new Set([...submission.unread, ...unreadPaths(assessment)]);
  return exitCode({ summary: assessment.summary, unread: unread.size }, flags.failOn);
}

/** The terminal report shows source lines; the others do without them. */
async function forPeople(
  assessment: Assessment,
  outputs: readonly Output[],
  { files }: Submission,
): Promise<Assessment> {
  const hasLines =
    assessment.divergences.length > 0 && outputs.some(({ reporter }) => reporter.format === 'terminal');
  if (!hasLines) return assessment;
  const { withSourceLines } = await import('./source-lines.ts');
  return withSourceLines(assessment, (path) => {
    const file = files.get(path);
    return file === undefined ? undefined : openSource(file);
  });
}

function standardOf({ standard }: CheckFlags): string {
  if (standard !== undefined && standard !== '') return standard;
  throw new Failure('usage', 'No standard is named.', {
    hint: '--standard takes a built-in id (concordat standard list), a package folder, or a JSON Schema file.',
    zh: {
      message: '没有指定标准。',
      hint: '--standard 后写内置标准（见 concordat standard list）、标准目录或 JSON Schema 文件。',
    },
  });
}

/**
 * The files behind the paths. `-` stands for standard input, which `--stdin-filepath` gives a name; it takes the place
 * of a file of that name.
 */
function findRequested(requests: readonly string[], flags: CheckFlags, cwd: string): FoundFile[] {
  const { stdinFilepath } = flags;
  if (requests.includes('-') !== (stdinFilepath !== undefined)) {
    throw new Failure('usage', 'Standard input (-) and --stdin-filepath go together.', {
      hint: 'concordat check - --stdin-filepath health/catalogue.json',
      zh: {
        message: '标准输入（-）须与 --stdin-filepath 同时使用。',
        hint: 'concordat check - --stdin-filepath 卫生/目录.json',
      },
    });
  }
  if (requests.includes('')) {
    throw new Failure('usage', 'One of the paths is empty.', {
      hint: 'Is a variable of your script without a value? The current folder is written as a dot.',
      zh: { message: '有一个路径为空。', hint: '是否脚本中的变量没有取值？当前目录写作 “.”。' },
    });
  }
  const paths = requests.filter((request) => request !== '-');
  const files = findFiles(paths, {
    cwd,
    extensions: inputExtensions,
    allowUnmatched: !flags.errorOnUnmatchedPattern,
  });
  return files.filter(({ path }) => path !== stdinFilepath);
}

async function assessWatched(
  submission: Submission,
  standard: Standard,
  invocation: Invocation,
): Promise<Assessment> {
  const { streams, locale } = invocation;
  const flags = invocation.flags as unknown as CheckFlags;
  const isWatched = streams.isErrTerminal && flags.quiet !== true;
  const progress = isWatched
    ? (await import('./progress.ts')).checkProgress(
        { bytes: submission.bytes, files: submission.documents.length },
        streams,
        locale,
      )
    : undefined;
  const done = { bytes: 0, files: 0 };
  const finished = new Set<string>();
  submission.onBytes((count) => {
    done.bytes += count;
    progress?.update(done);
  });
  try {
    return await assess(submission, standard, {
      workers: flags.workers,
      standardName: standardOf(flags),
      streams,
      locale,
      today: flags.today ?? dayOf(streams.now()),
      tool: { name: 'concordat', version: toolFiles().version },
      ...(submission.departmentPointer === undefined
        ? {}
        : { departmentPointer: submission.departmentPointer }),
      // Several threads may report the same document, each for its share.
      onDocument: ({ path }) => {
        finished.add(path);
        done.files = finished.size;
        progress?.update(done);
      },
    });
  } finally {
    progress?.clear();
  }
}

/** What was asked for and what was reported must be the same documents; else a pass would mean nothing. */
function assertComplete({ documents }: Submission, assessment: Assessment): void {
  const reported = new Set(assessment.documents.map(({ path }) => path));
  const lost = documents.filter(({ path }) => !reported.has(path));
  if (lost.length === 0 && assessment.documents.length === documents.length) return;
  const names = lost.map(({ path }) => path).slice(0, 5);
  throw new Error(
    `${documents.length} documents were handed in, ${assessment.documents.length} were assessed ${names.join(', ')}`,
  );
}
