import type { Composed, StreamSource } from './yaml-stream.ts';
import { DocumentStream } from './yaml-stream.ts';

/** Where reading a stream of documents stands. */
export interface StreamPlace {
  /** Starts a document or the text. When reading stopped: where the next document starts, or the end of the text. */
  at: number;
}

/**
 * The documents of a YAML 1.2 stream, one by one, from a place on; once `enough` of them are read it stops at the next `---`,
 * and says so in `place`.
 */
export function* composeDocuments(
  source: StreamSource,
  place: StreamPlace,
  enough: number,
): Generator<Composed> {
  const { yaml, text } = source;
  const stream = new DocumentStream(source, place.at);
  let stop = text.length;
  for (const lexeme of new yaml.Lexer().lex(text.slice(place.at))) {
    if (stream.startsAnother(lexeme, enough)) {
      stop = stream.offset;
      break;
    }
    stream.feed(lexeme);
    if (stream.ready.length > 0) yield* stream.ready.splice(0);
  }
  place.at = stop;
  stream.end();
  yield* stream.ready;
}
