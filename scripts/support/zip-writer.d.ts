export interface ZipInput {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** Keep unpacked (method 0). */
  readonly stored?: boolean;
  /** What the headers say instead of the truth. */
  readonly lie?: Partial<{
    size: number;
    packed: number;
    crc: number;
    method: number;
    flags: number;
    localName: string;
  }>;
}

/** A zip archive with the entries in the given order; the same input gives the same bytes. */
export function packZip(inputs: readonly ZipInput[]): Buffer;
