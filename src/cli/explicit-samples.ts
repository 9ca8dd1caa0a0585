import type { SampleOptions } from '../assessment/sample-options.ts';
import type { Standard } from '../model/standard.ts';
import type { FoundFile } from '../workspace/find-files.ts';
import type { CheckFlags } from './check-flags.ts';
import type { Configuration } from './configuration/configuration.ts';
import { readSampleFlag } from './sample-flag.ts';

interface Run {
  readonly flags: CheckFlags;
  readonly configuration: Configuration | undefined;
  readonly standard: Standard;
  readonly files: readonly FoundFile[];
  readonly cwd: string;
}

/**
 * Which record declares the data in which file, as `--sample` says and, for files of which it is silent, the configuration.
 * @throws Failure `usage` or `configuration` for what names no file.
 */
export async function explicitSamples(run: Run): Promise<SampleOptions['explicit']> {
  const { flags, configuration, standard, files, cwd } = run;
  const flagged = flags.sample.map(readSampleFlag);
  // One schema stands for every file: there are no records that a file could belong to.
  const hasRecords = standard.tableSchema === undefined || standard.tableSchema.namesFiles;
  if (configuration === undefined || configuration.samples.length === 0 || !hasRecords) return flagged;
  const { configuredPairs } = await import('./configuration/configured-pairs.ts');
  const input =
    flags.stdinFilepath === undefined ? [] : [{ path: flags.stdinFilepath, absolute: flags.stdinFilepath }];
  const bound = flagged.map(({ file }) => file);
  return [...flagged, ...configuredPairs(configuration, { cwd, files: [...files, ...input], bound })];
}
