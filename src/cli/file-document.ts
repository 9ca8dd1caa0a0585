import type { SubmissionDocument } from '../assessment/submission-document.ts';
import { readers } from '../documents/index.ts';
import { isFileBeside } from '../workspace/file-beside.ts';
import type { FoundFile } from '../workspace/find-files.ts';
import { hasExtension } from '../workspace/find-files.ts';
import { openSource } from '../workspace/open-source.ts';
import { readBeside } from '../workspace/read-beside.ts';
import type { DepartmentFrom } from './departments.ts';
import { departmentOfFile } from './departments.ts';

/** A found file as a document, with department, source and reader. `requests` is how many paths were named. */
export function fileDocument(file: FoundFile, from: DepartmentFrom, requests: number): SubmissionDocument {
  const { path, problem } = file;
  const owner = ownerOfFile(file, from, requests);
  if (problem !== undefined) return { path, ...owner, problem: { reason: problem } };
  return { path, ...owner, ...openedFile(file) };
}

/** Whose a file is: by its name where the standard says so, then also by its folder. */
export function ownerOfFile(
  file: FoundFile,
  from: DepartmentFrom,
  requests: number,
): Pick<SubmissionDocument, 'department' | 'folderDepartment'> {
  const department = departmentOfFile(file, from, requests);
  return from === 'folder'
    ? { department }
    : { department, folderDepartment: departmentOfFile(file, 'folder', requests) };
}

/** What a document has from its file, wherever it is opened: in the main thread or in a worker. */
export function openedFile(
  file: FoundFile,
): Required<Pick<SubmissionDocument, 'source' | 'hasBeside' | 'readBeside'>> &
  Pick<SubmissionDocument, 'reader'> {
  return {
    source: openSource(file),
    ...readerOf(file.path),
    hasBeside: (reference) => isFileBeside(file.absolute, reference),
    readBeside: (reference) => readBeside(file.absolute, reference),
  };
}

/** The reader of a path's format, by its ending. */
export function readerOf(path: string): Pick<SubmissionDocument, 'reader'> {
  const reader = readers.find(({ extensions }) => hasExtension(path, extensions));
  return reader === undefined ? {} : { reader };
}

/** The endings that files of a known format have. */
export const inputExtensions: readonly string[] = readers.flatMap(({ extensions }) => extensions);

/** … and files of data, where a standard knows such; those that only other programs read are told, and not passed over. */
export const dataExtensions: readonly string[] = [
  ...inputExtensions,
  '.parquet',
  '.pq',
  '.tab',
  '.xls',
  '.xlsb',
];
