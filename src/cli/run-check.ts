import type { SampleOptions } from '../assessment/sample-options.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Standard } from '../model/standard.ts';
import type { HeldInput } from '../workspace/hold-stdin.ts';
import { openSource } from '../workspace/open-source.ts';
import { toolFiles } from '../workspace/tool-files.ts';
import type { CheckFlags } from './check-flags.ts';
import type { Invocation } from './command.ts';
import { dayOf } from './day-of.ts';
import { assess } from './engine.ts';
import type { ExitCode } from './exit-code.ts';
import { exitCode } from './exit-code.ts';
import { explicitSamples } from './explicit-samples.ts';
import { findRequested } from './find-requested.ts';
import { loadConfiguration } from './load-configuration.ts';
import { loadRequested, standardOf } from './load-requested.ts';
import type { Output } from './outputs.ts';
import { parseOutputs, writeOutputs } from './outputs.ts';
import { unreadOfPackage, usualPaths } from './package-paths.ts';
import type { Submission } from './submission.ts';
import { submissionOf } from './submission.ts';
import { unreadPaths } from './unread-paths.ts';
import { widthOf } from './width.ts';

/** What the arguments and the configuration come down to. */
interface Settings extends Pick<SampleOptions, 'explicit'> {
  readonly standard: Standard;
  readonly outputs: readonly Output[];
}

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
  const configuration = await loadConfiguration(streams.cwd);
  const standard = await loadRequested(flags, streams);
  const requests = operands.length === 0 ? usualPaths(standard) : operands;
  const files = findRequested(requests, { flags, standard, cwd: streams.cwd });
  const explicit = await explicitSamples({ flags, configuration, standard, files, cwd: streams.cwd });
  // A table is read more than once, and by several threads.
  const held =
    flags.stdinFilepath === undefined || standard.tableSchema === undefined
      ? undefined
      : await (await import('../workspace/hold-stdin.ts')).holdStdin(streams.stdin);
  try {
    const submission = submissionOf(files, {
      flags,
      streams,
      requests: requests.length,
      ...(standard.departments === undefined ? {} : { departments: standard.departments }),
      ...(held === undefined ? {} : { held: heldFile(held) }),
    });
    return await assessAndReport(
      submission,
      { standard, outputs, explicit },
      { operands, flags: rawFlags, streams, locale },
    );
  } finally {
    held?.close();
  }
}

function heldFile({ absolute, problem }: HeldInput): NonNullable<Parameters<typeof submissionOf>[1]['held']> {
  return { absolute, ...(problem === undefined ? {} : { problem }) };
}

async function assessAndReport(
  submission: Submission,
  { standard, outputs, explicit }: Settings,
  invocation: Invocation,
): Promise<ExitCode> {
  const { operands, streams, locale } = invocation;
  const flags = invocation.flags as unknown as CheckFlags;
  if (submission.documents.length === 0)
    streams.err(locale === 'en' ? 'concordat: no file to check\n' : 'concordat: 没有要检查的文件\n');
  const assessment = await assessWatched(submission, { standard, explicit }, invocation);
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
  const lost = operands.length > 0 ? [] : unreadOfPackage(standard, assessment);
  const unread = new Set([...submission.unread, ...unreadPaths(assessment), ...lost]);
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

async function assessWatched(
  submission: Submission,
  { standard, explicit }: Pick<Settings, 'standard' | 'explicit'>,
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
  const done = { bytes: 0, files: 0, rows: 0 };
  const finished = new Set<string>();
  submission.onBytes((count) => {
    done.bytes += count;
    progress?.update(done);
  });
  try {
    return await assess(submission, standard, {
      workers: flags.workers,
      ...(flags.schema === undefined ? { standardName: standardOf(flags) } : {}),
      samples: {
        explicit,
        showsValues: flags.showValues === true,
        showsStatistics: flags.statistics === true,
        onRows: (count) => {
          done.rows += count;
          progress?.update(done);
        },
      },
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
  const reported = new Set([...assessment.documents, ...assessment.samples].map(({ path }) => path));
  const lost = documents.filter(({ path }) => !reported.has(path));
  if (lost.length === 0 && reported.size === documents.length) return;
  const names = lost.map(({ path }) => path).slice(0, 5);
  throw new Error(
    `${documents.length} documents were handed in, ${reported.size} were assessed ${names.join(', ')}`,
  );
}
