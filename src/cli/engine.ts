import type { SubmissionOptions } from '../assessment/assess-submission.ts';
import { assessSubmission } from '../assessment/assess-submission.ts';
import { defaultLimits } from '../documents/limits.ts';
import type { Assessment } from '../model/assessment.ts';
import type { PackageAccess, Standard } from '../model/standard.ts';
import { buildStandard } from '../standards/build-standard.ts';
import type { PackageData } from '../standards/package-data.ts';
import { packageFormat } from '../standards/package-data.ts';
import type { Environment } from '../workspace/cache-folder.ts';
import type { StandardLocation } from '../workspace/find-standard.ts';
import { findStandard } from '../workspace/find-standard.ts';
import { toolFiles } from '../workspace/tool-files.ts';
import { divideWork } from './divide-work.ts';
import type { Streams } from './streams.ts';
import type { Submission } from './submission.ts';

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

/** Holds documents against a standard, with the limits for untrusted input, on as many threads as there is work for. */
export async function assess(
  submission: Submission,
  standard: Standard,
  options: Omit<SubmissionOptions, 'limits' | 'helpers'> & {
    readonly workers: number;
    readonly standardName: string;
    readonly streams: Pick<Streams, 'cwd' | 'env'>;
  },
): Promise<Assessment> {
  const { workers, standardName, streams, ...rest } = options;
  // Standard input has no file that another thread could open.
  const usable = submission.files.size < submission.documents.length ? 1 : workers;
  const { documents, threads } = divideWork(submission.documents, usable);
  const settings = { ...rest, limits: defaultLimits };
  if (threads === 1) return assessSubmission(documents, standard, settings);
  const { startWorkers } = await import('./worker-pool.ts');
  const { locale, today, departmentPointer } = rest;
  const pool = startWorkers({
    size: threads - 1,
    start: {
      standard: standardName,
      cwd: streams.cwd,
      env: { ...streams.env },
      locale,
      today,
      ...(departmentPointer === undefined ? {} : { departmentPointer }),
    },
    files: submission.files,
    watcher: submission.watcher,
  });
  try {
    const { helpers, lend } = pool;
    return await assessSubmission(documents, standard, { ...settings, helpers, lend });
  } finally {
    await pool.close();
  }
}
