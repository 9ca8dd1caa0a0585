import { describe, expect, it } from 'vitest';
import type { ZipInput } from '../../../scripts/support/zip-writer.js';
import { packZip } from '../../../scripts/support/zip-writer.js';
import { HeldBytes } from '../../../src/documents/held-bytes.ts';
import { faultOf } from '../../../src/documents/xlsx/xlsx-trouble.ts';
import { ZipArchive } from '../../../src/documents/xlsx/zip.ts';

const limits = { entries: 100, entryBytes: 5e6, totalBytes: 8e6, ratio: 100 };
const text = '信息资源目录 '.repeat(1000);

function archive(bytes: Uint8Array, given = limits): ZipArchive {
  const held = new HeldBytes();
  held.append(bytes);
  return new ZipArchive(held, given);
}

async function read(zip: ZipArchive, name: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of zip.unpack(name)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Why an archive, or the entry `a.xml` in it, cannot be read. */
async function refusal(bytes: Uint8Array, given = limits): Promise<unknown> {
  try {
    await read(archive(bytes, given), 'a.xml');
  } catch (error) {
    const { reason, facts } = faultOf(error);
    return { reason, ...facts };
  }
  return undefined;
}

const one = (input: Partial<ZipInput> = {}) => packZip([{ name: 'a.xml', data: text, ...input }]);

describe('reading', () => {
  it('unpacks deflated and stored entries, whatever the case of the name', async () => {
    const zip = archive(
      packZip([
        { name: 'xl/A.xml', data: text },
        { name: 'folder/', data: '' },
        { name: '信息.xml', data: 'x', stored: true },
      ]),
    );
    expect(await read(zip, 'XL/a.XML')).toBe(text);
    expect(await read(zip, '信息.xml')).toBe('x');
    expect(zip.has('folder/')).toBe(false);
  });

  it('holds a file of many blocks that came in any chunks', async () => {
    const data = Buffer.alloc(2_500_000, 'abcdefg');
    const bytes = packZip([
      { name: 'b', data, stored: true },
      { name: 'a', data: text },
    ]);
    const held = new HeldBytes();
    for (let at = 0; at < bytes.length; at += 99_991) held.append(bytes.subarray(at, at + 99_991));
    expect(held.size).toBe(bytes.length);
    expect(held.slice(1_048_000, 1_049_000)).toEqual(bytes.subarray(1_048_000, 1_049_000));
    const zip = new ZipArchive(held, limits);
    expect(await read(zip, 'b')).toBe(data.toString());
    expect(await read(zip, 'a')).toBe(text);
  });

  it('finds the directory behind a comment and before nothing else', async () => {
    const bytes = one();
    const comment = Buffer.from('made by hand PK\x05\x06');
    bytes.writeUInt16LE(comment.length, bytes.length - 2);
    expect(await read(archive(Buffer.concat([bytes, comment])), 'a.xml')).toBe(text);
  });

  it('reads zip64 sizes, offsets and directories', async () => {
    expect(await read(archive(asZip64(one())), 'a.xml')).toBe(text);
  });
});

describe('limits', () => {
  const packed = (size: number) => packZip([{ name: 'a.xml', data: Buffer.alloc(size), stored: true }]);

  it.each([
    [999, 1000],
    [1000, 1000],
    [1001, 1000],
  ])('an entry of %i bytes against %i', async (size, entryBytes) => {
    const expected = {
      reason: 'zip-bomb',
      limit: 'entryBytes',
      entry: 'a.xml',
      found: size,
      allowed: entryBytes,
    };
    expect(await refusal(packed(size), { ...limits, entryBytes })).toEqual(
      size > entryBytes ? expected : undefined,
    );
  });

  it.each([
    [1, 2],
    [2, 2],
    [3, 2],
  ])('%i entries against %i', async (count, entries) => {
    const inputs = Array.from({ length: count }, (_, index) => ({
      name: `${'a'.repeat(index + 1)}.xml`,
      data: 'x',
    }));
    const expected = { reason: 'zip-bomb', limit: 'entries', found: count, allowed: entries };
    expect(await refusal(packZip(inputs), { ...limits, entries })).toEqual(
      count > entries ? expected : undefined,
    );
  });

  it.each([
    [1999, 2000],
    [2000, 2000],
    [2001, 2000],
  ])('%i bytes in all against %i', async (size, totalBytes) => {
    const inputs = [
      { name: 'a.xml', data: Buffer.alloc(1000) },
      { name: 'b', data: Buffer.alloc(size - 1000) },
    ];
    const found = await refusal(packZip(inputs), { ...limits, totalBytes });
    expect(found).toEqual(
      size > totalBytes
        ? expect.objectContaining({ reason: 'zip-bomb', limit: 'totalBytes', found: size })
        : undefined,
    );
  });

  it.each([
    [100, undefined],
    [101, 'zip-bomb'],
  ])('declared to be %i times larger than packed, where 100 are allowed', (times, reason) => {
    const size = (1_100_000 * times) / 100;
    const bytes = packZip([{ name: 'a.xml', data: 'x', lie: { size, packed: 11_000 } }]);
    let found: string | undefined;
    try {
      archive(bytes);
    } catch (error) {
      found = faultOf(error).reason;
    }
    expect(found).toBe(reason);
  });

  it('does not mind a small entry that packs well', async () => {
    expect(await refusal(packZip([{ name: 'a.xml', data: Buffer.alloc(1 << 20) }]))).toBeUndefined();
    expect(await refusal(packZip([{ name: 'a.xml', data: Buffer.alloc((1 << 20) + 1) }]))).toMatchObject({
      limit: 'ratio',
    });
  });
});

describe('lies and damage', () => {
  it.each<[string, Uint8Array, string]>([
    ['more inside than declared', one({ lie: { size: 100 } }), 'size-mismatch'],
    ['less inside than declared', one({ lie: { size: 30_000 } }), 'size-mismatch'],
    ['a wrong checksum', one({ lie: { crc: 1 } }), 'crc'],
    ['a wrong checksum of a stored entry', one({ stored: true, lie: { crc: 1 } }), 'crc'],
    ['an encrypted entry', one({ lie: { flags: 1 } }), 'encrypted'],
    ['a method nobody reads', one({ lie: { method: 99 } }), 'zip-method'],
    ['another name in the local header', one({ lie: { localName: 'b.xml' } }), 'zip-structure'],
    ['a path that climbs', packZip([{ name: '../../evil.txt', data: 'x' }]), 'unsafe-name'],
    ['the same with backslashes', packZip([{ name: 'xl\\..\\..\\evil', data: 'x' }]), 'unsafe-name'],
    ['a NUL in a name', packZip([{ name: 'a.xml\0.png', data: 'x' }]), 'unsafe-name'],
    [
      'one name twice',
      packZip([
        { name: 'a.xml', data: 'x' },
        { name: 'A.XML', data: 'y' },
      ]),
      'duplicate-entry',
    ],
    ['a packed size beyond the file', one({ lie: { packed: 4_000_000 } }), 'truncated'],
    ['half of its packed bytes', one({ lie: { packed: 20 } }), 'damaged'],
    ['no such entry', packZip([]), 'missing-part'],
  ])('%s', async (_, bytes, reason) => {
    expect(await refusal(bytes)).toMatchObject({ reason });
  });

  it('tells whatever byte of the file is flipped, or reads the same', async () => {
    const bytes = one();
    const reasons = new Set<unknown>();
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x41;
      try {
        expect(await read(archive(flipped), 'a.xml')).toBe(text);
      } catch (error) {
        reasons.add(faultOf(error).reason);
      }
    }
    expect([...reasons].sort()).toEqual(
      expect.arrayContaining(['crc', 'damaged', 'missing-part', 'size-mismatch', 'zip-structure']),
    );
  });

  it('tells wherever the file is cut off', async () => {
    const bytes = one();
    for (let end = 0; end < bytes.length; end += 1)
      expect(await refusal(bytes.subarray(0, end))).toMatchObject({
        reason: end < 4 ? 'not-a-workbook' : 'truncated',
      });
  });
});

/** The same archive with one entry, its sizes and offset moved to a zip64 field and a zip64 end record before the end. */
function asZip64(bytes: Buffer): Buffer {
  const end = bytes.length - 22;
  const at = bytes.readUInt32LE(end + 16);
  const entry = Buffer.from(bytes.subarray(at, end));
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  for (const [index, from] of [24, 20, 42].entries()) {
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(from)), 4 + index * 8);
    entry.writeUInt32LE(0xffffffff, from);
  }
  entry.writeUInt16LE(extra.length, 30);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(1n, 32);
  end64.writeBigUInt64LE(BigInt(entry.length + extra.length), 40);
  end64.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at + entry.length + extra.length), 8);
  const end32 = Buffer.from(bytes.subarray(end));
  end32.fill(0xff, 8, 20);
  return Buffer.concat([bytes.subarray(0, at), entry, extra, end64, locator, end32]);
}
