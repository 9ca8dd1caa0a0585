import { crc32 } from 'node:zlib';
import type { ColumnChunk, PageHeader } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import type { ByteFile, ParquetColumn } from './parquet-footer.ts';
import { countOf } from './parquet-footer.ts';
import type { ParquetLimits } from './parquet-limits.ts';
import type { Page, PageLayout } from './parquet-page.ts';
import { contentsOf, readDataPage, readDictionary } from './parquet-page.ts';
import { damaged, ParquetTrouble } from './parquet-trouble.ts';
import type { ValueReader } from './parquet-values.ts';

/** Unpacked pages of all columns together. */
export interface OpenPages {
  bytes: number;
}

interface Reading {
  readonly file: ByteFile;
  readonly limits: ParquetLimits;
  readonly open: OpenPages;
}

/** Bytes that are read ahead: page headers are small, pages mostly below this. */
const windowBytes = 1 << 18;
/** Bytes of the longest page header (statistics stand in it). */
const headerBytes = 1 << 24;

/** The values of one column in one row group, page by page: one page and the dictionary are in memory at a time. */
export class ParquetChunk {
  readonly #reading: Reading;
  readonly #reader: ValueReader;
  readonly #layout: PageLayout;
  readonly #rows: number;
  #at: number;
  readonly #end: number;
  #window: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #windowAt = 0;
  #dictionary: string[] | undefined;
  #page: Page | undefined;
  /** The next row of the page, and the next of its values. */
  #next = 0;
  #nextValue = 0;
  #seen = 0;
  #pageBytes = 0;
  #dictionaryBytes = 0;

  constructor(
    chunk: ColumnChunk | undefined,
    column: ParquetColumn & { reader: ValueReader },
    reading: Reading & { rows: number },
  ) {
    this.#reading = reading;
    this.#reader = column.reader;
    this.#rows = reading.rows;
    if (chunk?.crypto_metadata !== undefined || (chunk !== undefined && chunk.meta_data === undefined))
      throw new ParquetTrouble('encrypted');
    const data = chunk?.meta_data;
    if (data === undefined || data.type !== column.element.type) throw damaged('footer');
    const firstPage = countOf(data.data_page_offset);
    const dictionary = data.dictionary_page_offset === undefined ? 0 : countOf(data.dictionary_page_offset);
    this.#at = dictionary > 0 ? Math.min(dictionary, firstPage) : firstPage;
    this.#end = this.#at + countOf(data.total_compressed_size);
    if (this.#end > reading.file.size) throw damaged('footer');
    const { type, type_length: typeLength, repetition_type: repetition } = column.element;
    this.#layout = {
      type: data.type,
      typeLength,
      isOptional: repetition !== 'REQUIRED',
      codec: data.codec,
      pageBytes: reading.limits.pageBytes,
    };
    if (type === undefined) throw damaged('schema');
  }

  /** How many values are at hand; at least one. */
  available(): number {
    while (this.#page === undefined || this.#next >= this.#page.count) this.#turn();
    return this.#page.count - this.#next;
  }

  /** Bytes of a value, on average. */
  get width(): number {
    const { count = 1, isIndexed = false } = this.#page ?? {};
    const dictionary = isIndexed ? this.#dictionaryBytes / Math.max(1, this.#dictionary?.length ?? 1) : 0;
    return this.#pageBytes / Math.max(1, count) + dictionary;
  }

  /** The next `count` values, which must be at hand; `null` for nothing. */
  take(count: number): (string | null)[] {
    const texts = new Array<string | null>(count);
    const page = this.#page;
    if (page === undefined) return texts.fill(null);
    for (let index = 0; index < count; index += 1) {
      const isPresent = page.present === undefined || page.present[this.#next + index] === 1;
      texts[index] = isPresent ? this.#text(page) : null;
    }
    this.#next += count;
    return texts;
  }

  close(): void {
    this.#reading.open.bytes -= this.#pageBytes + this.#dictionaryBytes;
    this.#page = undefined;
    this.#dictionary = undefined;
  }

  #text({ values, isIndexed }: Page): string {
    const value = values[this.#nextValue];
    this.#nextValue += 1;
    if (!isIndexed) return this.#reader.text(value);
    const text = this.#dictionary?.[value as number];
    if (text === undefined) throw damaged('dictionary');
    return text;
  }

  #turn(): void {
    this.#reading.open.bytes -= this.#pageBytes;
    this.#pageBytes = 0;
    this.#page = undefined;
    if (this.#at >= this.#end) throw damaged('page');
    const header = this.#header();
    const size = this.#checked(header);
    // A copy: the decoder takes apart the memory behind the bytes, and values are views of it.
    const stored = this.#bytes(this.#at, size).slice();
    if (header.crc !== undefined && crc32(stored) !== header.crc >>> 0) throw damaged('checksum of a page');
    this.#at += size;
    if (header.type === 'DICTIONARY_PAGE') this.#takeDictionary(header, stored);
    else if (header.type === 'DATA_PAGE' || header.type === 'DATA_PAGE_V2') this.#takeData(header, stored);
  }

  #takeDictionary(header: PageHeader, stored: Uint8Array): void {
    if (this.#dictionary !== undefined) throw damaged('dictionary');
    const values = readDictionary(header, stored, this.#layout);
    this.#dictionaryBytes = this.#pageBytes;
    this.#pageBytes = 0;
    this.#dictionary = Array.from(values, (value) => this.#reader.text(value));
  }

  #takeData(header: PageHeader, stored: Uint8Array): void {
    const { count } = contentsOf(header);
    const { pageValues } = this.#reading.limits;
    if (!(count >= 0 && count <= this.#rows - this.#seen)) throw damaged('page header');
    if (count > pageValues) throw new ParquetTrouble('too-large', { limit: pageValues });
    this.#page = readDataPage(header, stored, this.#layout);
    this.#seen += count;
    this.#next = 0;
    this.#nextValue = 0;
  }

  /** What the page header says, before anything is unpacked. Bytes of the page as stored. */
  #checked(header: PageHeader): number {
    const { limits, open } = this.#reading;
    const { compressed_page_size: stored, uncompressed_page_size: unpacked } = header;
    if (!(stored >= 0 && unpacked >= 0) || stored > this.#end - this.#at) throw damaged('page header');
    if (stored > limits.pageBytes || unpacked > limits.pageBytes)
      throw new ParquetTrouble('too-large', { limit: limits.pageBytes });
    if (unpacked > limits.freeBytes && unpacked > stored * limits.ratio)
      throw new ParquetTrouble('parquet-bomb');
    this.#pageBytes = unpacked;
    open.bytes += unpacked;
    if (open.bytes > limits.openBytes) throw new ParquetTrouble('too-large', { limit: limits.openBytes });
    return stored;
  }

  #header(): PageHeader {
    for (let length = 1 << 12; ; length *= 16) {
      const bytes = this.#bytes(this.#at, Math.min(length, this.#end - this.#at));
      const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), offset: 0 };
      try {
        const header = parquetHeader(reader);
        this.#at += reader.offset;
        return header;
      } catch (error) {
        if (length >= Math.min(headerBytes, this.#end - this.#at)) throw error;
      }
    }
  }

  /** Bytes of the file, from a window that moves along. */
  #bytes(offset: number, length: number): Uint8Array<ArrayBuffer> {
    const from = offset - this.#windowAt;
    if (from < 0 || from + length > this.#window.length) {
      const ahead = Math.min(Math.max(length, windowBytes), this.#end - offset);
      this.#window = this.#reading.file.read(offset, ahead);
      this.#windowAt = offset;
      return this.#window.subarray(0, length);
    }
    return this.#window.subarray(from, from + length);
  }
}
