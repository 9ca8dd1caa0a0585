import type { Limits } from '../../model/document.ts';
import type { HeldBytes } from '../held-bytes.ts';
import { unreadable } from './xlsx-trouble.ts';

/** One file inside a zip archive, as its central directory declares it. */
export interface ZipEntry {
  /** With `/` between folders and without a leading one. */
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  /** Packed and unpacked size in bytes. */
  readonly packed: number;
  readonly size: number;
  /** Where its local header starts. */
  readonly offset: number;
}

const localSignature = 0x04034b50;
const directorySignature = 0x02014b50;
const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const endBytes = 22;
const maxCommentBytes = 0xffff;
/** Below this unpacked size no ratio is too high: small repetitive parts pack very well. */
const harmlessBytes = 1 << 20;

interface Directory {
  readonly offset: number;
  readonly bytes: number;
  readonly entries: number;
}

/**
 * The entries of a zip archive (PKWARE APPNOTE 6.3, zip64 included) by lower-case name, in directory order.
 * Everything declared is held against the limits before a byte is unpacked.
 * Throws `Trouble`: `not-a-workbook`, `truncated`, `zip-structure`, `zip-bomb`, `unsafe-name`, `duplicate-entry`.
 */
export function readDirectory(file: HeldBytes, limits: Limits['zip']): Map<string, ZipEntry> {
  const directory = findDirectory(file);
  if (directory.entries > limits.entries)
    throw unreadable('zip-bomb', { limit: 'entries', found: directory.entries, allowed: limits.entries });
  if (directory.offset + directory.bytes > file.size) throw unreadable('truncated');
  const bytes = file.slice(directory.offset, directory.offset + directory.bytes);
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  let at = 0;
  for (let index = 0; index < directory.entries; index += 1) {
    const { entry, next } = readEntry(bytes, at);
    at = next;
    if (entry.name.endsWith('/')) continue;
    if (entries.has(entry.name.toLowerCase())) throw unreadable('duplicate-entry', { entry: entry.name });
    total += entry.size;
    holdAgainst(entry, total, limits);
    entries.set(entry.name.toLowerCase(), entry);
  }
  return entries;
}

function holdAgainst(entry: ZipEntry, total: number, limits: Limits['zip']): void {
  const facts = { entry: entry.name, found: entry.size };
  if (entry.size > limits.entryBytes)
    throw unreadable('zip-bomb', { limit: 'entryBytes', allowed: limits.entryBytes, ...facts });
  if (total > limits.totalBytes)
    throw unreadable('zip-bomb', { limit: 'totalBytes', allowed: limits.totalBytes, ...facts, found: total });
  const ratio = Math.ceil(entry.size / Math.max(1, entry.packed));
  if (entry.size > harmlessBytes && ratio > limits.ratio)
    throw unreadable('zip-bomb', { limit: 'ratio', allowed: limits.ratio, ...facts, found: ratio });
}

/** The end record is the last one whose comment fits; it says where the directory is. */
function findDirectory(file: HeldBytes): Directory {
  const tail = file.slice(file.size - endBytes - maxCommentBytes, file.size);
  for (let at = tail.length - endBytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    if (at + endBytes + tail.readUInt16LE(at + 20) > tail.length) continue;
    const end = tail.subarray(at, at + endBytes);
    return directory64(file, file.size - tail.length + at) ?? directory32(end);
  }
  const start = file.slice(0, 4);
  throw unreadable(
    start.length === 4 && start.readUInt32LE(0) === localSignature ? 'truncated' : 'not-a-workbook',
  );
}

function directory32(end: Buffer): Directory {
  if (end.readUInt16LE(4) !== 0 || end.readUInt16LE(6) !== 0) throw unreadable('zip-structure');
  return { entries: end.readUInt16LE(10), bytes: end.readUInt32LE(12), offset: end.readUInt32LE(16) };
}

function directory64(file: HeldBytes, endAt: number): Directory | undefined {
  const locator = file.slice(endAt - 20, endAt);
  if (endAt < 20 || locator.readUInt32LE(0) !== locator64Signature) return undefined;
  const at = safeNumber(locator.readBigUInt64LE(8));
  const end = file.slice(at, at + 56);
  if (end.length < 56 || end.readUInt32LE(0) !== end64Signature) throw unreadable('truncated');
  return {
    entries: safeNumber(end.readBigUInt64LE(32)),
    bytes: safeNumber(end.readBigUInt64LE(40)),
    offset: safeNumber(end.readBigUInt64LE(48)),
  };
}

function safeNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw unreadable('zip-structure');
  return Number(value);
}

function readEntry(bytes: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directorySignature)
    throw unreadable('zip-structure');
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const next = extraEnd + bytes.readUInt16LE(at + 32);
  if (next > bytes.length) throw unreadable('zip-structure');
  const name = entryName(bytes.toString('utf8', at + 46, nameEnd));
  const sizes = wideSizes(bytes, at, bytes.subarray(nameEnd, extraEnd));
  const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
  const method = bytes.readUInt16LE(at + 10);
  return { entry: { name, encrypted, method, crc: bytes.readUInt32LE(at + 16), ...sizes }, next };
}

/** Some writers use `\`; a name that climbs out of the archive is refused although nothing is ever written. */
export function entryName(stored: string): string {
  const name = stored.replaceAll('\\', '/').replace(/^\/+/, '');
  if (name.split('/').includes('..') || name.includes('\0')) throw unreadable('unsafe-name', { entry: name });
  return name;
}

/** Sizes and offset, with those that overflowed 32 bits taken from the zip64 extra field, in its fixed order. */
function wideSizes(bytes: Buffer, at: number, extra: Buffer): Pick<ZipEntry, 'size' | 'packed' | 'offset'> {
  const wide = extraField(extra, 1);
  let used = 0;
  const take = (narrow: number): number => {
    if (narrow !== 0xffffffff || wide === undefined) return narrow;
    if (used + 8 > wide.length) throw unreadable('zip-structure');
    used += 8;
    return safeNumber(wide.readBigUInt64LE(used - 8));
  };
  const size = take(bytes.readUInt32LE(at + 24));
  const packed = take(bytes.readUInt32LE(at + 20));
  const offset = take(bytes.readUInt32LE(at + 42));
  return { size, packed, offset };
}

function extraField(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (end > extra.length) return undefined;
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, end);
    at = end;
  }
  return undefined;
}

/** Where the packed bytes of an entry start: past its local header, which must name the same file. */
export function dataOffset(file: HeldBytes, entry: ZipEntry): number {
  const header = file.slice(entry.offset, entry.offset + 30);
  if (header.length < 30) throw unreadable('truncated', { entry: entry.name });
  if (header.readUInt32LE(0) !== localSignature) throw unreadable('zip-structure', { entry: entry.name });
  const nameEnd = entry.offset + 30 + header.readUInt16LE(26);
  const name = entryName(file.slice(entry.offset + 30, nameEnd).toString('utf8'));
  if (name !== entry.name) throw unreadable('zip-structure', { entry: entry.name });
  return nameEnd + header.readUInt16LE(28);
}
