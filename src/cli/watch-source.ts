import type { Source } from '../model/source.ts';

/** What is told about a source while it is read. */
export interface SourceWatcher {
  onBytes(count: number): void;
  /** It could not be read to its end. */
  onTrouble(path: string): void;
}

/** The same source, with somebody watching. */
export function watchSource(source: Source, watcher: SourceWatcher): Source {
  return {
    path: source.path,
    size: source.size,
    chunks: async function* () {
      try {
        for await (const chunk of source.chunks()) {
          watcher.onBytes(chunk.length);
          yield chunk;
        }
      } catch (error) {
        watcher.onTrouble(source.path);
        throw error;
      }
    },
  };
}
