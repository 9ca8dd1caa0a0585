import type { SampleDeclaration } from './data-item.ts';
import type { Pointer } from './pointer.ts';

/** A table that a record or a data package declares. */
export interface DeclaredSample {
  /** What declares it, inside the document or record: `''` the record itself, or an element such as `/distribution/0`. */
  readonly pointer: Pointer;
  readonly declaration: SampleDeclaration;
  /** Where the record says that the data are: paths beside the document, or addresses. As written. */
  readonly paths: readonly string[];
  readonly title?: string;
}

/**
 * Reads a JSON file beside the document of a record, by its path relative to the document; undefined where there is none that can be
 * read. Never asked for addresses, nor for paths that lead out of the folder.
 */
export type ReadBeside = (path: string) => unknown;
