import type { Buffer } from 'node:buffer';
import { brotliDecompressSync, unzipSync } from 'node:zlib';
import type { Compressors } from 'hyparquet';
import { decompressLz4, decompressLz4Raw, decompressZstd } from 'hyparquet-compressors';

/** Unpackers that write at most as many bytes as the page says; Snappy is part of the decoder itself. */
export const codecs: Compressors = {
  GZIP: (input, length) => plain(unzipSync(input, { maxOutputLength: Math.max(1, length) })),
  BROTLI: (input, length) => plain(brotliDecompressSync(input, { maxOutputLength: Math.max(1, length) })),
  ZSTD: (input, length) => decompressZstd(input, new Uint8Array(length)),
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
};

/** In memory of their own: the decoder looks behind the bytes, and would find those of others there. */
function plain(bytes: Buffer): Uint8Array {
  return new Uint8Array(bytes);
}
