/** Entry point of the thread that reads one Parquet file: hands out a piece whenever it is asked. It may be ended at any time. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ParquetPiece } from '../samples/inputs/parquet-batches.ts';
import { readParquet } from '../samples/inputs/parquet-batches.ts';
import type { ByteFile } from '../samples/inputs/parquet-footer.ts';
import type { FileRanges } from '../workspace/file-ranges.ts';
import { openRanges } from '../workspace/file-ranges.ts';
import { ReadProblem } from '../workspace/read-problem.ts';
import type { ParquetReply, ParquetStart } from './parquet-messages.ts';

const { path, limits } = workerData as ParquetStart;
let pieces: Generator<ParquetPiece> | undefined;
/** What the disk refused; to the decoder it is an error like others. */
let refused: ReadProblem | undefined;

parentPort?.on('message', () => {
  parentPort?.postMessage(next());
});

function next(): ParquetReply {
  try {
    pieces ??= readParquet(watched(openRanges(path)), limits);
    const { done, value } = pieces.next();
    if (refused !== undefined) throw refused;
    return done === true ? { end: true } : value;
  } catch (error) {
    if (error instanceof ReadProblem) return { unread: error.reason, detail: error.message };
    throw error;
  }
}

function watched(file: FileRanges): ByteFile {
  return {
    size: file.size,
    read: (offset, length) => {
      try {
        return file.read(offset, length);
      } catch (error) {
        if (error instanceof ReadProblem) refused ??= error;
        throw error;
      }
    },
  };
}
