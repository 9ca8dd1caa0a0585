import type { CST, Document } from 'yaml';

/** The library, loaded only when a YAML document turns up. */
export type Yaml = typeof import('yaml');

/** A message of the library about a stretch of the text. */
export interface Remark {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Where the library says a remark stands: an offset, two of them, or a token. */
type RemarkSource = number | readonly number[] | { readonly offset: number; readonly source?: unknown };

type RemarkArguments = [source: RemarkSource, code: string, message: string, warning?: boolean];

/** Thrown through the library to end a document at its first error. One object: a stack trace for each would cost seconds. */
const firstErrorFound = new Error('The document has a syntax error');

/**
 * The library's composer, ended at the first syntax error of a document. It would otherwise go on and make an error
 * object with a stack trace for each of a million commas. To that end its `onError` is replaced, which is not in its
 * public types; should a later version ignore that, the errors still arrive in `document.errors`.
 */
export class EarlyComposer {
  readonly #composer: InstanceType<Yaml['Composer']>;
  #error: Remark | undefined;
  #warnings: Remark[] = [];

  constructor(yaml: Yaml, schema: InstanceType<Yaml['Schema']>) {
    this.#composer = new yaml.Composer({
      version: '1.2',
      schema,
      // Quadratic in the library; `yaml-value.ts` finds repeated keys itself.
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
    });
    const onError = (...[source, code, message, warning]: RemarkArguments): void => {
      const remark = { code, message, ...offsetsOf(source) };
      if (warning === true) {
        this.#warnings.push(remark);
        return;
      }
      this.#error ??= remark;
      throw firstErrorFound;
    };
    Object.assign(this.#composer, { onError });
  }

  /** Takes a token; gives the documents that are finished by it, or the error that ends the one at hand. */
  next(token: CST.Token): { documents: Document.Parsed[]; error?: Remark; warnings: Remark[] } {
    this.#error = undefined;
    this.#warnings = [];
    const documents: Document.Parsed[] = [];
    try {
      for (const document of this.#composer.next(token)) documents.push(document);
    } catch (thrown) {
      if (this.#error === undefined) throw thrown;
    }
    const error: Remark | undefined = this.#error;
    return { documents, warnings: this.#warnings, ...(error === undefined ? {} : { error }) };
  }

  /** The document that was held back until its end was sure. */
  end(): Document.Parsed[] {
    return [...this.#composer.end()];
  }

  /** Errors that belong to no document. */
  stray(): Remark | undefined {
    const [error] = this.#composer.streamInfo().errors;
    return error === undefined ? undefined : remarkOf(error);
  }
}

/** What YAML 1.2 calls the core schema, without the types of YAML 1.1: dates stay text, `!!binary` is an unknown tag. */
export function coreSchema(yaml: Yaml): InstanceType<Yaml['Schema']> {
  return new yaml.Schema({ schema: 'core', resolveKnownTags: false, merge: false });
}

/** An error object of the library as a remark. */
export function remarkOf(error: Document.Parsed['errors'][number]): Remark {
  return { code: error.code, message: error.message, start: error.pos[0], end: error.pos[1] };
}

function offsetsOf(source: RemarkSource): { start: number; end: number } {
  if (typeof source === 'number') return { start: source, end: source + 1 };
  if ('offset' in source) {
    const length = typeof source.source === 'string' ? source.source.length : 1;
    return { start: source.offset, end: source.offset + length };
  }
  const [start = 0, end = start + 1] = source;
  return { start, end };
}
