import type { Reader } from '../model/document.ts';
import { csvReader } from './csv.ts';
import { jsonReader } from './json.ts';
import { ndjsonReader } from './ndjson.ts';
import { xlsxReader } from './xlsx.ts';
import { yamlReader } from './yaml.ts';

/** Every input format. */
export const readers: readonly Reader[] = [jsonReader, ndjsonReader, yamlReader, csvReader, xlsxReader];
