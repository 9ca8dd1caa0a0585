import type { Source } from '../model/source.ts';

/** What is told about a source while it is read. */
export interface SourceWatcher {
  onBytes(count: number): void;
  /** It could not be read to its end. */
  onTrouble(path: string): void;
}

/** The same source, with somebody watching. */
export function watchSource(source: Source, watcher: SourceWatcher): Source {
  const { path, size } = source;
  const watched = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of chunks) {
        watcher.onBytes(chunk.length);
        yield chunk;
      }
    } catch (error) {
      watcher.onTrouble(path);
      throw error;
    }
  };
  const { range } = source;
  return {
    path,
    size,
    chunks: () => watched(source.chunks()),
    ...(range === undefined ? {} : { range: (from, to) => watched(range(from, to)) }),
  };
}
