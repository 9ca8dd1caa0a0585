import { Buffer } from 'node:buffer';
import { misencoded } from './xlsx-trouble.ts';

type Decoder = InstanceType<typeof TextDecoder>;

/**
 * The bytes of an XML part as UTF-8 without byte order mark. The Open Packaging Conventions allow UTF-8 and UTF-16;
 * anything else is refused by name. Throws `Trouble`: `xml-encoding`, `not-utf-16`.
 */
export async function* asUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: Decoder | undefined;
  let first = true;
  for await (const chunk of chunks) {
    if (first) decoder = utf16Decoder(chunk);
    if (decoder !== undefined) yield Buffer.from(decodePiece(decoder, chunk), 'utf8');
    else yield first ? withoutMark(chunk) : chunk;
    first = false;
  }
  if (decoder !== undefined) yield Buffer.from(decodePiece(decoder), 'utf8');
}

function utf16Decoder(start: Buffer): Decoder | undefined {
  const [first, second] = start;
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  if (little) return new TextDecoder('utf-16le', { fatal: true });
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  return big ? new TextDecoder('utf-16be', { fatal: true }) : undefined;
}

function decodePiece(decoder: Decoder, chunk?: Buffer): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw misencoded('not-utf-16');
  }
}

function withoutMark(start: Buffer): Buffer {
  const text = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? start.subarray(3) : start;
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]{1,40})/.exec(text.toString('latin1', 0, 200));
  const encoding = declared?.[1] ?? 'utf-8';
  if (!/^(?:utf-?8|us-ascii)$/i.test(encoding)) throw misencoded('xml-encoding', { encoding });
  return text;
}
