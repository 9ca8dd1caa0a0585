import { writeSync } from 'node:fs';
import { Failure } from '../model/failure.ts';
import { systemCode } from './read-problem.ts';

/** `fs.writeSync`: how many of the bytes were taken. */
export type WriteCall = (handle: number, bytes: Uint8Array) => number;

/** How long to wait for a slow reader before trying again, in milliseconds. */
const pause = 5;

/**
 * A writer for standard output or standard error that writes every byte before it returns, or fails.
 * `process.stdout` loses bytes on a nearly full disk and at an early exit; this does not.
 * When the reader has gone away (EPIPE), the rest is dropped without a word, as `head` expects.
 * @throws Failure `output` when bytes cannot be stored.
 */
export function exactWriter(handle: 1 | 2, write: WriteCall = writeSync): (text: string) => void {
  let isGone = false;
  return (text) => {
    if (isGone || text === '') return;
    const bytes = Buffer.from(text, 'utf8');
    for (let done = 0; done < bytes.length; ) {
      const written = writeSome(write, handle, bytes.subarray(done));
      if (written === 'gone') {
        isGone = true;
        return;
      }
      done += written;
    }
  };
}

function writeSome(write: WriteCall, handle: number, bytes: Uint8Array): number | 'gone' {
  try {
    const written = write(handle, bytes);
    if (written > 0) return written;
    throw new Error('nothing more could be written');
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EPIPE') return 'gone';
    if (code === 'EAGAIN' || code === 'EINTR') {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
      return 0;
    }
    const name = handle === 1 ? 'standard output' : 'standard error';
    throw new Failure(
      'output',
      `Cannot write to ${name}: ${error instanceof Error ? error.message : String(error)}`,
      {
        hint: 'The report is incomplete.',
      },
    );
  }
}
