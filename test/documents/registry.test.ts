import { expect, it } from 'vitest';
import { csvReader } from '../../src/documents/csv/csv.ts';
import { readers } from '../../src/documents/index.ts';
import { jsonReader } from '../../src/documents/json/json.ts';
import { ndjsonReader } from '../../src/documents/json/ndjson.ts';
import { xlsxReader } from '../../src/documents/xlsx/xlsx.ts';
import { yamlReader } from '../../src/documents/yaml/yaml.ts';

it('says of each reader what the reader says of itself', () => {
  const described = (list: typeof readers) =>
    list.map(({ format, extensions, findsRecords }) => ({ format, extensions, findsRecords }));
  expect(described(readers)).toEqual(
    described([jsonReader, ndjsonReader, yamlReader, csvReader, xlsxReader]),
  );
});
