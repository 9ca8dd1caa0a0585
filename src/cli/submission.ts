import type { SubmissionDocument } from '../assessment/submission-document.ts';
import { Failure } from '../model/failure.ts';
import type { Pointer } from '../model/pointer.ts';
import { isSampleName } from '../samples/inputs/sample-format.ts';
import type { FoundFile } from '../workspace/find-files.ts';
import { stdinSource } from '../workspace/open-source.ts';
import type { CheckFlags } from './check-flags.ts';
import type { DepartmentFrom } from './departments.ts';
import { fileDocument, ownerOfFile, readerOf } from './file-document.ts';
import type { Streams } from './streams.ts';
import type { SourceWatcher } from './watch-source.ts';
import { watchSource } from './watch-source.ts';

/** Everything that is to be assessed, and what became of it. */
export interface Submission {
  readonly documents: readonly SubmissionDocument[];
  /** The file behind each document that has one, by path: what another thread needs to open it. */
  readonly files: ReadonlyMap<string, FoundFile>;
  /** Bytes to be read, where known. */
  readonly bytes: number | undefined;
  /** Paths that could not be read to their end; grows while the documents are read. */
  readonly unread: ReadonlySet<string>;
  readonly departmentPointer?: Pointer;
  /** For threads that read on behalf of this one. */
  readonly watcher: SourceWatcher;
  /** Who is to be told of every stretch of bytes read. */
  onBytes(listener: (count: number) => void): void;
}

interface Context {
  readonly flags: CheckFlags;
  readonly streams: Streams;
  /** How many paths were named. */
  readonly requests: number;
  /** Where the standard's manifest says that departments come from. */
  readonly departments?: DepartmentFrom;
  /** Where standard input is kept as a file; absent where it is read as it comes. */
  readonly held?: Pick<FoundFile, 'absolute' | 'problem'>;
}

/**
 * Files (and standard input, when `--stdin-filepath` names it) as documents with department, source and reader.
 * @throws Failure `usage` for a wrong `--department-from` or standard input without a name.
 */
export function submissionOf(files: readonly FoundFile[], context: Context): Submission {
  const unread = new Set<string>();
  let listener: (count: number) => void = () => {};
  const watcher = {
    onBytes: (count: number) => listener(count),
    onTrouble: (path: string) => unread.add(path),
  };
  const { from, pointer } = departmentSource(context.flags.departmentFrom, context.departments);
  const watched = ({ source, ...document }: SubmissionDocument): SubmissionDocument => {
    const isReadable = document.reader !== undefined || isSampleName(document.path);
    if (document.problem !== undefined || !isReadable) unread.add(document.path);
    return source === undefined ? document : { ...document, source: watchSource(source, watcher) };
  };
  const input = inputFile(context);
  const isHeld = context.held !== undefined;
  const all = [...(isHeld ? input : []), ...files];
  const documents = [
    ...(isHeld ? [] : input.map((file) => stdinDocument(file, context, from))),
    ...all.map((file) => fileDocument(file, from, context.requests)),
  ].map(watched);
  const sizes = documents.map(({ source }) => source?.size ?? 0);
  return {
    documents,
    files: new Map(all.map((file) => [file.path, file])),
    bytes: sizes.every((size) => size > 0) ? sizes.reduce((sum, size) => sum + size, 0) : undefined,
    unread,
    watcher,
    ...(pointer === undefined ? {} : { departmentPointer: pointer }),
    onBytes: (next) => {
      listener = next;
    },
  };
}

/** Standard input takes the place of the file it is named after. */
function inputFile({ flags, streams, held }: Context): FoundFile[] {
  const path = flags.stdinFilepath;
  if (path === undefined) return [];
  const under = path.replaceAll('\\', '/').replace(/^\.\//, '');
  const root = streams.cwd.split(/[/\\]/).at(-1) ?? '';
  return [{ path, absolute: path, under, root, from: 'pattern', ...held }];
}

function stdinDocument(
  file: FoundFile,
  { streams, requests }: Context,
  from: DepartmentFrom,
): SubmissionDocument {
  const { path } = file;
  return {
    path,
    ...ownerOfFile(file, from, requests),
    source: stdinSource(path, streams.stdin),
    ...readerOf(path),
  };
}

/** The flag's word; where it is silent or names a field of the records, that of the standard; else the folder. */
function departmentSource(
  value: string | undefined,
  standard: DepartmentFrom = 'folder',
): { from: DepartmentFrom; pointer?: Pointer } {
  if (value === undefined) return { from: standard };
  if (value === 'folder' || value === 'file') return { from: value };
  if (value.startsWith('/')) return { from: standard, pointer: value };
  throw new Failure(
    'usage',
    `--department-from ${JSON.stringify(value)} is neither folder, file nor a JSON Pointer.`,
    {
      hint: 'A JSON Pointer starts with a slash: --department-from /publisher/name',
      zh: {
        message: `--department-from ${JSON.stringify(value)} 无效：应为 folder、file 或 JSON Pointer。`,
        hint: 'JSON Pointer 以斜杠开头，如 --department-from /publisher/name',
      },
    },
  );
}
