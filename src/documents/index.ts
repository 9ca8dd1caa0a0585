import type { Reader } from '../model/document.ts';

type Described = Omit<Reader, 'read'>;

/**
 * Every input format. Each reader is loaded when its first document is read: a run over JSON files does not pay for the
 * YAML parser at start-up. A test holds what is said here of a reader to the reader.
 */
export const readers: readonly Reader[] = [
  lazy({ format: 'json', extensions: ['.json', '.jsonld'], findsRecords: true }, async () => {
    return (await import('./json/json.ts')).jsonReader;
  }),
  lazy({ format: 'ndjson', extensions: ['.ndjson', '.jsonl'], findsRecords: true }, async () => {
    return (await import('./json/ndjson.ts')).ndjsonReader;
  }),
  lazy(
    { format: 'yaml', extensions: ['.yaml', '.yml'] },
    async () => (await import('./yaml/yaml.ts')).yamlReader,
  ),
  lazy({ format: 'csv', extensions: ['.csv', '.tsv'] }, async () => (await import('./csv/csv.ts')).csvReader),
  lazy(
    { format: 'xlsx', extensions: ['.xlsx', '.xlsm'] },
    async () => (await import('./xlsx/xlsx.ts')).xlsxReader,
  ),
];

function lazy(described: Described, load: () => Promise<Reader>): Reader {
  return {
    ...described,
    read: async function* (source, options) {
      yield* (await load()).read(source, options);
    },
  };
}
