import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SampleOptions } from '../../assessment/sample-options.ts';
import { Failure } from '../../model/failure.ts';
import { nearestPath } from '../../workspace/nearest-path.ts';
import type { Configuration, ConfiguredSample } from './configuration.ts';

/** What a run checks, to find the files in that a configuration names. */
export interface RunFiles {
  readonly cwd: string;
  /** The path of each file as reports show it, with where it is. */
  readonly files: readonly { readonly path: string; readonly absolute: string }[];
  /** Files that a flag has bound already. */
  readonly bound: readonly string[];
}

/**
 * The entries of `samples` that concern this run. A configuration stands for a whole folder: what it says of files that are there
 * and not among the paths is left for other runs.
 * @throws Failure `configuration` for a file that is not there at all.
 */
export function configuredPairs(
  { folder, samples }: Configuration,
  { cwd, files, bound }: RunFiles,
): SampleOptions['explicit'] {
  const paths = new Map(files.map(({ path, absolute }) => [located(cwd, absolute), path]));
  const flagged = new Set(bound.map((file) => located(cwd, file)));
  return samples.flatMap((sample) => {
    const absolute = located(folder, sample.file);
    if (flagged.has(absolute)) return [];
    const file = paths.get(absolute);
    if (file !== undefined) return [{ file, record: sample.record, at: sample.at }];
    if (!isFile(resolve(folder, sample.file))) throw noSuchFile(sample, folder);
    return [];
  });
}

/** One spelling for each file: some systems hand out names with their accents taken apart. */
function located(folder: string, file: string): string {
  return resolve(folder, file.trim().replaceAll('\\', '/')).normalize('NFC');
}

function isFile(absolute: string): boolean {
  try {
    return statSync(absolute, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}

function noSuchFile({ file, at }: ConfiguredSample, folder: string): Failure {
  const shown = JSON.stringify(file);
  const near = nearestPath(file, folder);
  const meant = near === undefined ? undefined : JSON.stringify(near);
  return new Failure('configuration', `There is no data file ${shown}.`, {
    place: at.file,
    hint: `${meant === undefined ? '' : `Did you mean ${meant}? `}Paths are relative to concordat.yaml.`,
    zh: {
      message: `没有 ${shown} 这个数据文件。`,
      hint: `${meant === undefined ? '' : `是否想用 ${meant}？`}路径相对于 concordat.yaml 所在目录。`,
    },
  });
}
