/** The steps of `concordat check` for programs, without flags and streams. What is left out is as the command has it. */

import type { SubmissionOptions } from '../assessment/assess-submission.ts';
import { assessSubmission as assessAll } from '../assessment/assess-submission.ts';
import type { SubmissionDocument } from '../assessment/submission-document.ts';
import { defaultLimits } from '../documents/limits.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Standard } from '../model/standard.ts';
import type { RenderOptions } from '../reporters/reporter.ts';
import { findFiles } from '../workspace/find-files.ts';
import { toolFiles } from '../workspace/tool-files.ts';
import { dayOf } from './day-of.ts';
import type { DepartmentFrom } from './departments.ts';
import { fileDocument, inputExtensions, readerOf } from './file-document.ts';
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
  standard: Pick<Standard, 'departments'>,
  { cwd = process.cwd(), departments, allowUnmatched = false }: FindDocumentsOptions = {},
): SubmissionDocument[] {
  const from = departments ?? standard.departments ?? 'folder';
  const files = findFiles(paths, { cwd, extensions: inputExtensions, allowUnmatched });
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
 * Holds documents against a standard, in this thread. Messages are in `locale` (English where it is left out).
 * What is wrong with documents is in the result; nothing is thrown for it.
 */
export function assessSubmission(
  documents: readonly SubmissionDocument[],
  standard: Standard,
  options: Partial<SubmissionOptions> = {},
): Promise<Assessment> {
  return assessAll(documents, standard, {
    locale: 'en',
    today: dayOf(new Date()),
    limits: defaultLimits,
    tool: { name: 'concordat', version: toolFiles().version },
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
