import type { ParquetPiece } from '../samples/inputs/parquet-batches.ts';
import type { ParquetLimits } from '../samples/inputs/parquet-limits.ts';

/** What the thread that reads a Parquet file is started with. */
export interface ParquetStart {
  /** Absolute path. */
  readonly path: string;
  readonly limits: ParquetLimits;
}

/** Each message to the thread, of whatever content, asks for one of these; after `end` there is none. */
export type ParquetReply =
  | ParquetPiece
  | { readonly end: true }
  | { readonly unread: string; readonly detail: string };
