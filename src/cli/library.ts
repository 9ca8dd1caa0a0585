/** The steps of `concordat check` for programs, without flags and streams. What is left out is as the command has it. */

import type { SubmissionOptions } from '../assessment/assess-submission.ts';
import { assessSubmission as assessAll } from '../assessment/assess-submission.ts';
import type { SampleOptions } from '../assessment/sample-options.ts';
import type { SubmissionDocument } from '../assessment/submission-document.ts';
import { defaultLimits } from '../documents/limits.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Standard } from '../model/standard.ts';
import type { RenderOptions } from '../reporters/reporter.ts';
import { findFiles } from '../workspace/find-files.ts';
import { toolFiles } from '../workspace/tool-files.ts';
import { dayOf } from './day-of.ts';
import type { DepartmentFrom } from './departments.ts';
import { dataExtensions, fileDocument, inputExtensions, readerOf } from './file-document.ts';
import { reporterNamed } from './outputs.ts';

export interface FindDocumentsOptions {
  /** Absolute path of the folder that paths are relative to; the current one. */
  readonly cwd?: string;
  /** Whose a document is where its records do not say; before what the standard says. */
  readonly departments?: DepartmentFrom;
  /** Paths and patterns that match nothing are let pass. */
  readonly allowUnmatched?: boolean;
}

/**
 * The documents behind files, folders and patterns. What cannot be read is a document too, so that it is reported.
 * @throws Failure `path` for a path that does not exist or a pattern that matches nothing.
 */
export function findDocuments(
  paths: readonly string[],
  standard: Pick<Standard, 'departments' | 'samples' | 'tableSchema'>,
  { cwd = process.cwd(), departments, allowUnmatched = false }: FindDocumentsOptions = {},
): SubmissionDocument[] {
  const from = departments ?? standard.departments ?? 'folder';
  const { samples, tableSchema } = standard;
  const extensions = samples === undefined && tableSchema === undefined ? inputExtensions : dataExtensions;
  const files = findFiles(paths, { cwd, extensions, allowUnmatched }).filter(
    ({ path }) => path !== tableSchema?.path,
  );
  return files.map((file) => fileDocument(file, from, paths.length));
}

/** A document that is in memory. The ending of `path` says its format; `.gz` is not unpacked. */
export function memoryDocument({
  path,
  department,
  content,
}: {
  readonly path: string;
  readonly department: string;
  readonly content: string | Uint8Array;
}): SubmissionDocument {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    yield bytes;
  };
  return { path, department, source: { path, size: bytes.length, chunks }, ...readerOf(path) };
}

/**
 * A schema of data tables in the place of a standard, as `--schema` takes it: a Table Schema, a JSON Schema of a row or a data package.
 * All documents are data then.
 * @throws Failure `path` where there is no such file, `standard` where it is none of these or broken.
 */
export async function loadTableSchema(
  path: string,
  { cwd = process.cwd() }: { readonly cwd?: string } = {},
): Promise<Standard> {
  const { loadTableSchema: load } = await import('./load-table-schema.ts');
  return load(path, cwd);
}

/** What `assessSubmission` is told beside documents and standard; all of it may be left out. */
export interface LibraryOptions extends Partial<Omit<SubmissionOptions, 'samples'>> {
  /** How data samples are checked; `false`: tables that are no records are not looked into. */
  readonly samples?: Partial<SampleOptions> | false;
}

/**
 * Holds documents, and the data that they declare, against a standard, in this thread. Messages are in `locale` (English where it is left
 * out). What is wrong with documents is in the result; nothing is thrown for it.
 */
export function assessSubmission(
  documents: readonly SubmissionDocument[],
  standard: Standard,
  { samples, ...options }: LibraryOptions = {},
): Promise<Assessment> {
  const checksData = samples !== false;
  return assessAll(documents, standard, {
    ...(checksData ? { samples: { explicit: [], showsValues: false, ...samples } } : {}),
    locale: 'en',
    today: dayOf(new Date()),
    limits: defaultLimits,
    tool: { name: 'concordat', version: toolFiles().version },
    keepsDeclarations: checksData,
    ...options,
  });
}

/**
 * The text of a report, in pieces: `terminal`, `summary` or `json`.
 * @throws Failure `usage` for a format that does not exist.
 */
export function renderReport(
  assessment: Assessment,
  format: string,
  options: Partial<RenderOptions> = {},
): Iterable<string> {
  return reporterNamed(format).render(assessment, {
    color: false,
    width: 100,
    locale: 'en',
    maxShown: Number.POSITIVE_INFINITY,
    verbose: false,
    ...options,
  });
}
