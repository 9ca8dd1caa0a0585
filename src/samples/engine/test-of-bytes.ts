/** Whether the bytes of a filled cell, `bytes[start, end)` without quotes around and with none doubled, are certainly fine. */
export type ByteTest = (bytes: Uint8Array, start: number, end: number) => boolean;
