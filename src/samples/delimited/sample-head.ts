import { Buffer } from 'node:buffer';
import type { Encoding } from '../../documents/encoding.ts';
import { Utf8Input } from '../../documents/utf8-input.ts';
import type { DocumentFault } from '../../model/document.ts';

/** How much of a file is looked at to find out how it is written. A heading row must end in it. */
const headBytes = 64 << 10;

/** The start of a delimited file. */
export interface SampleHead {
  readonly encoding: Encoding;
  readonly bomBytes: number;
  /** UTF-8 without byte order mark. */
  readonly bytes: Uint8Array;
  /** Whether that is all of the file. */
  readonly isWhole: boolean;
  /** That the file is not UTF-8, with the place of its first character beyond ASCII. */
  readonly notUtf8?: DocumentFault;
}

/** Reads as much of a file as it takes to know its encoding and its first rows, then lets go of it. */
export async function readHead(chunks: AsyncIterable<Uint8Array>): Promise<SampleHead> {
  const input = new Utf8Input(chunks);
  const held: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  while (size <= headBytes && !isWhole) {
    const chunk = await input.next();
    if (chunk === undefined) isWhole = true;
    else {
      held.push(chunk);
      size += chunk.length;
    }
  }
  await input.close();
  const notUtf8 = input.takeFaults().find(({ reason }) => reason === 'not-utf-8');
  return {
    encoding: input.encoding,
    bomBytes: input.bomBytes,
    bytes: Buffer.concat(held).subarray(0, headBytes),
    isWhole: isWhole && size <= headBytes,
    ...(notUtf8 === undefined ? {} : { notUtf8 }),
  };
}
