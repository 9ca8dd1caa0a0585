import type { SubmissionOptions } from '../assessment/assess-submission.ts';
import { assessSubmission } from '../assessment/assess-submission.ts';
import type { SampleOptions } from '../assessment/sample-options.ts';
import type { SubmissionDocument } from '../assessment/submission-document.ts';
import { defaultLimits } from '../documents/limits.ts';
import type { Assessment } from '../model/assessment.ts';
import type { PackageAccess, Standard } from '../model/standard.ts';
import type { RowSources } from '../samples/inputs/row-source.ts';
import { isSampleName } from '../samples/inputs/sample-format.ts';
import { buildStandard } from '../standards/build-standard.ts';
import type { PackageData } from '../standards/package-data.ts';
import { packageFormat } from '../standards/package-data.ts';
import type { Environment } from '../workspace/cache-folder.ts';
import type { FoundFile } from '../workspace/find-files.ts';
import type { StandardLocation } from '../workspace/find-standard.ts';
import { findStandard } from '../workspace/find-standard.ts';
import { toolFiles } from '../workspace/tool-files.ts';
import { divideWork } from './divide-work.ts';
import type { Streams } from './streams.ts';
import type { Submission } from './submission.ts';
import type { WorkerPool } from './worker-pool.ts';

/**
 * The standard that the value of `--standard` stands for: a built-in id (with `@version`, else the newest), a package folder
 * or a JSON Schema file. Parsed packages are kept in the user's cache, unless `CONCORDAT_CACHE` in `env` is `off`.
 * @throws Failure `standard` when there is none, or it is broken.
 */
export async function loadStandard(
  value: string,
  { cwd = process.cwd(), env = process.env }: Partial<Pick<Streams, 'cwd' | 'env'>> = {},
): Promise<Standard> {
  const location = findStandard(value, { cwd, root: toolFiles().root });
  if (location.kind === 'schema') {
    const { loadBareSchema } = await import('../standards/load-bare-schema.ts');
    return loadBareSchema(location.access, location.entry);
  }
  return buildStandard(await packageData(location, env));
}

/** Built-in standards were parsed at build time; only packages of the user's own need the parsers. */
async function packageData(
  location: Exclude<StandardLocation, { kind: 'schema' }>,
  env: Environment,
): Promise<PackageData> {
  if (location.kind === 'compiled') return JSON.parse(location.json) as PackageData;
  const { folder, builtIn, access } = location;
  const parse = async (files: PackageAccess) => {
    const { parseStandard } = await import('./parse-standard.ts');
    return parseStandard(files, { folder, root: toolFiles().root });
  };
  if (builtIn) return (await parse(access)).data;
  const { cachedPackage } = await import('../workspace/package-cache.ts');
  return cachedPackage(access, { env, format: packageFormat, parse });
}

export interface AssessOptions extends Omit<SubmissionOptions, 'limits' | 'helpers' | 'samples'> {
  readonly workers: number;
  /** What `loadStandard` loads it by; absent for the schema of a table. */
  readonly standardName?: string;
  readonly streams: Pick<Streams, 'cwd' | 'env'>;
  readonly samples: Pick<SampleOptions, 'explicit' | 'showsValues' | 'showsStatistics' | 'onRows'>;
}

/** Holds documents against a standard, with the limits for untrusted input, on as many threads as there is work for. */
export async function assess(
  submission: Submission,
  standard: Standard,
  options: AssessOptions,
): Promise<Assessment> {
  const { workers, standardName, streams, samples, ...rest } = options;
  // Standard input has no file that another thread could open.
  const usable = submission.files.size < submission.documents.length ? 1 : workers;
  const { documents, threads } = divideWork(submission.documents, usable);
  const keepsDeclarations = standard.samples !== undefined && documents.some(mayBeData);
  const sampleOptions: SampleOptions = {
    ...samples,
    openSpill: async () => new (await import('../workspace/spill.ts')).DiskSpill(),
    parquetRows: (path) => parquetRowsOf(submission.files.get(path)),
  };
  const settings = { ...rest, limits: defaultLimits, keepsDeclarations, samples: sampleOptions };
  if (threads === 1) return assessSubmission(documents, standard, settings);
  const pool = await startPool(submission, { threads, keepsDeclarations, options });
  try {
    const { helpers, lend, scannersOf } = pool;
    return await assessSubmission(documents, standard, {
      ...settings,
      helpers,
      lend,
      samples: { ...sampleOptions, scannersOf },
    });
  } finally {
    await pool.close();
  }
}

/** A table, most likely: what records declare is kept for it. */
function mayBeData({ reader, path }: SubmissionDocument): boolean {
  return reader === undefined ? isSampleName(path) : reader.format === 'csv' || reader.format === 'xlsx';
}

async function startPool(
  { files, watcher }: Submission,
  {
    threads,
    keepsDeclarations,
    options: { standardName, streams, locale, today, departmentPointer },
  }: { readonly threads: number; readonly keepsDeclarations: boolean; readonly options: AssessOptions },
): Promise<WorkerPool> {
  const { startWorkers } = await import('./worker-pool.ts');
  const start = {
    cwd: streams.cwd,
    env: { ...streams.env },
    locale,
    today,
    keepsDeclarations,
    ...(standardName === undefined ? {} : { standard: standardName }),
    ...(departmentPointer === undefined ? {} : { departmentPointer }),
  };
  return startWorkers({ size: threads - 1, start, files, watcher });
}

/** Read in a thread of its own; nothing of it is loaded where there is no such file. */
async function* parquetRowsOf(file: FoundFile | undefined): RowSources {
  const { parquetRows } = await import('./parquet-rows.ts');
  if (file !== undefined) yield* parquetRows(file.absolute);
}
