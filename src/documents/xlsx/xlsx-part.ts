import type { Buffer } from 'node:buffer';
import { Trouble } from './xlsx-trouble.ts';
import { asUtf8 } from './xml-encoding.ts';
import { token, XmlScanner } from './xml-scan.ts';
import type { ZipArchive } from './zip.ts';

/** The UTF-8 bytes of an XML part, chunk by chunk. */
export function partBytes(archive: ZipArchive, part: string): AsyncGenerator<Buffer> {
  return asUtf8(archive.unpack(part));
}

/** Scans a whole XML part and hands every token to `take`. Throws `Trouble` that names the part. */
export async function scanPart(
  archive: ZipArchive,
  part: string,
  take: (kind: number, scanner: XmlScanner) => void,
): Promise<void> {
  const scanner = new XmlScanner();
  const drain = (): void => {
    for (;;) {
      const kind = scanner.next();
      if (kind === token.more || kind === token.end) return;
      take(kind, scanner);
    }
  };
  try {
    for await (const chunk of partBytes(archive, part)) {
      scanner.push(chunk);
      drain();
    }
    scanner.finish();
    drain();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    throw new Trouble({ ...error.fault, facts: { part, ...error.fault.facts } });
  }
}
