import type { Reader } from '../../model/document.ts';
import { Utf8Input } from '../utf8-input.ts';
import { JsonDocument } from './json-document.ts';

/**
 * JSON (RFC 8259). Where `recordsAt` names an array by a literal path (`/*`, `/dataset/*`), its elements are handed out
 * one by one and only one of them is in memory at a time; what stands around them follows as one tree with `omitted`.
 * Else the document is one tree.
 */
export const jsonReader: Reader = {
  format: 'json',
  extensions: ['.json', '.jsonld'],
  findsRecords: true,
  async *read(source, options) {
    const input = new Utf8Input(source.chunks());
    try {
      for await (const parts of new JsonDocument(input, options).parts()) if (parts.length > 0) yield parts;
    } finally {
      await input.close();
    }
  },
};
