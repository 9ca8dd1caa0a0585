import type { NameEvidence } from './file-name-forms.ts';
import { codeForms, fileNameForms, titleForm } from './file-name-forms.ts';
import type { PathFault } from './sample-path.ts';
import { fileNameOf, isAddress, pathFault, plainPath } from './sample-path.ts';

/** A table that a record declares, as far as its file can be found by it. */
export interface FileClaim {
  /** What `--sample` may call the record: its code or identity, its title. */
  readonly names: readonly string[];
  /** Codes that may stand in a file name. */
  readonly codes: readonly string[];
  readonly titles: readonly string[];
  /** As declared: paths relative to `folder`, or addresses. */
  readonly paths: readonly string[];
  /** Of the document with the record, relative to where the paths of files start; `''` for there. */
  readonly folder: string;
}

export type FileEvidence = 'explicit' | 'path' | 'address' | 'code' | 'title';

/** Numbers are indices of the files and claims that were handed in. */
export interface MatchedFiles {
  readonly pairs: readonly { readonly file: number; readonly claim: number; readonly how: FileEvidence }[];
  /** Files that several claims fit equally well. They are nobody's. */
  readonly ambiguous: readonly {
    readonly file: number;
    readonly claims: readonly number[];
    readonly how: FileEvidence;
  }[];
  /** `sample/missing`: a path is declared, and no such file is there, or the path may not be followed. */
  readonly missing: readonly {
    readonly claim: number;
    readonly path: string;
    readonly reason: 'not-found' | PathFault;
  }[];
  /** `sample/undeclared`: files that no claim fits. */
  readonly undeclared: readonly number[];
  /** Parts of `--sample` that name no file or no record, or several records. */
  readonly refused: readonly {
    readonly explicit: number;
    readonly reason: 'no-file' | 'no-record' | 'several-records';
  }[];
}

/** What is matched: files by their paths with `/`, and the pairs that the user named. */
export interface FilesToMatch {
  readonly files: readonly string[];
  readonly claims: readonly FileClaim[];
  readonly explicit?: readonly { readonly file: string; readonly record: string }[];
}

/**
 * Finds the record of each data file: as the user says, by the path that the record declares, by the file name in its address, by its
 * code in the file name, by its title in the file name. Earlier evidence goes before later, and what fits two records equally well is
 * said and not guessed. A record may have several files. Pure.
 */
export function matchFiles({ files, claims, explicit = [] }: FilesToMatch): MatchedFiles {
  const table = new FileTable(files, claims);
  const refused = table.takeExplicit(explicit);
  const missing = table.takePaths();
  table.takeByName('address', (claim) =>
    claim.paths.filter(isAddress).map((path) => fileNameOf(path).normalize('NFC').toLowerCase()),
  );
  table.takeByName('code', (claim) => claim.codes.flatMap(codeForms));
  table.takeByName('title', (claim) => claim.titles.map(titleForm));
  return { ...table.finish(), missing, refused };
}

class FileTable {
  readonly #files: readonly string[];
  readonly #claims: readonly FileClaim[];
  readonly #byPath: ReadonlyMap<string, number>;
  readonly #pairs = new Map<number, { file: number; claim: number; how: FileEvidence }>();
  readonly #ambiguous = new Map<number, { file: number; claims: number[]; how: FileEvidence }>();

  constructor(files: readonly string[], claims: readonly FileClaim[]) {
    this.#files = files;
    this.#claims = claims;
    this.#byPath = new Map(files.map((path, file) => [plainPath(path), file]));
  }

  takeExplicit(explicit: NonNullable<FilesToMatch['explicit']>): MatchedFiles['refused'] {
    return explicit.flatMap(({ file: path, record }, index): MatchedFiles['refused'] => {
      const file = this.#byPath.get(plainPath(path));
      const found = this.#claims.flatMap(({ names }, claim) => (names.includes(record) ? [claim] : []));
      const [claim] = found;
      if (file === undefined) return [{ explicit: index, reason: 'no-file' }];
      if (claim === undefined) return [{ explicit: index, reason: 'no-record' }];
      if (found.length > 1) return [{ explicit: index, reason: 'several-records' }];
      this.#pairs.set(file, { file, claim, how: 'explicit' });
      return [];
    });
  }

  /** A file may be declared by several records: then it is ambiguous. */
  takePaths(): MatchedFiles['missing'] {
    const declared = this.#claims.flatMap((one, claim) =>
      one.paths
        .filter((path) => !isAddress(path))
        .map((path) => ({ claim, path, ...this.#find(one.folder, path) })),
    );
    const wanted = new Map<number, number[]>();
    for (const { claim, file } of declared) if (file !== undefined) push(wanted, file, claim);
    for (const [file, found] of wanted) this.#take(file, found, 'path');
    // A record whose file was named by the user has it, whatever path it declares.
    const given = new Set(
      [...this.#pairs.values()].filter(({ how }) => how === 'explicit').map(({ claim }) => claim),
    );
    return declared.flatMap(({ claim, path, file, fault }): MatchedFiles['missing'] =>
      file !== undefined || (fault === undefined && given.has(claim))
        ? []
        : [{ claim, path, reason: fault ?? 'not-found' }],
    );
  }

  #find(folder: string, path: string): { file?: number | undefined; fault?: PathFault } {
    const fault = pathFault(path);
    return fault === undefined ? { file: this.#byPath.get(plainPath(`${folder}/${path}`)) } : { fault };
  }

  takeByName(how: NameEvidence, keysOf: (claim: FileClaim) => readonly string[]): void {
    const owners = new Map<string, number[]>();
    for (const [index, claim] of this.#claims.entries())
      for (const key of keysOf(claim)) push(owners, key, index);
    owners.delete('');
    for (const [file, path] of owners.size === 0 ? [] : this.#files.entries())
      if (!this.#ambiguous.has(file) && !this.#pairs.has(file))
        this.#take(file, ownersOf(fileNameOf(path), how, owners), how);
  }

  finish(): Pick<MatchedFiles, 'pairs' | 'ambiguous' | 'undeclared'> {
    const byFile = (one: { file: number }, other: { file: number }): number => one.file - other.file;
    return {
      pairs: [...this.#pairs.values()].sort(byFile),
      ambiguous: [...this.#ambiguous.values()].sort(byFile),
      undeclared: [...this.#files.keys()].filter(
        (file) => !this.#pairs.has(file) && !this.#ambiguous.has(file),
      ),
    };
  }

  #take(file: number, claims: readonly number[], how: FileEvidence): void {
    const [claim] = claims;
    if (claim === undefined || this.#pairs.has(file)) return;
    if (claims.length === 1) this.#pairs.set(file, { file, claim, how });
    else this.#ambiguous.set(file, { file, claims: [...claims], how });
  }
}

/** Those whose key says most of a file name: of two titles in a name the longer, when it holds the other. */
function ownersOf(name: string, how: NameEvidence, owners: ReadonlyMap<string, readonly number[]>): number[] {
  for (const forms of fileNameForms(name, how)) {
    const found = new Set(forms.flatMap((form) => owners.get(form) ?? []));
    if (found.size > 0) return [...found];
  }
  return [];
}

function push<Key>(groups: Map<Key, number[]>, key: Key, member: number): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [member]);
  else if (group.at(-1) !== member) group.push(member);
}
