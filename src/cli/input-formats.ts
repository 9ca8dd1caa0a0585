import type { Reader } from '../model/document.ts';

/** Formats whose readers can pass over records of other threads. */
const shareable: ReadonlySet<Reader['format']> = new Set(['json', 'ndjson']);

/**
 * The readers of `documents/`, each loaded when its first document is read: a run over JSON files does not pay for the
 * YAML parser at start-up. A test holds this list to the registry there.
 */
export const inputFormats: readonly Reader[] = [
  lazyReader('json', ['.json', '.jsonld'], async () => (await import('../documents/json.ts')).jsonReader),
  lazyReader(
    'ndjson',
    ['.ndjson', '.jsonl'],
    async () => (await import('../documents/ndjson.ts')).ndjsonReader,
  ),
  lazyReader('yaml', ['.yaml', '.yml'], async () => (await import('../documents/yaml.ts')).yamlReader),
  lazyReader('csv', ['.csv', '.tsv'], async () => (await import('../documents/csv.ts')).csvReader),
  lazyReader('xlsx', ['.xlsx', '.xlsm'], async () => (await import('../documents/xlsx.ts')).xlsxReader),
];

function lazyReader(
  format: Reader['format'],
  extensions: readonly string[],
  load: () => Promise<Reader>,
): Reader {
  return {
    format,
    extensions,
    ...(shareable.has(format) ? { shareable: true as const } : {}),
    read: async function* (source, options) {
      yield* (await load()).read(source, options);
    },
  };
}
