import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isFileBeside } from './file-beside.ts';

/** A longer file is no schema of a table. */
const maxBytes = 16 * 2 ** 20;

/**
 * The value of a JSON file that a document names by its path relative to itself; undefined where there is none in its folder or below,
 * or none that can be read. Never leaves the folder, never asks the network.
 */
export function readBeside(absolute: string, reference: string): unknown {
  if (!isFileBeside(absolute, reference)) return undefined;
  try {
    const path = resolve(dirname(absolute), reference);
    if (statSync(path).size > maxBytes) return undefined;
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch {
    // Whoever asks says that the schema was not read.
    return undefined;
  }
}
