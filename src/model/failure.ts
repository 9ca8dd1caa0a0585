/** What kind of thing kept the tool from doing its job. */
export type FailureCode = 'usage' | 'path' | 'standard' | 'configuration' | 'output' | 'limit';

/** Where in a file of the standard or configuration the trouble sits. */
export interface FailurePlace {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * The tool could not do its job: a bad flag, a missing path, a broken standard. Not a divergence.
 * `message` is one plain sentence, `hint` says what to do next. It ends the run with exit code 2.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly place?: FailurePlace;
  readonly hint?: string;

  constructor(code: FailureCode, message: string, detail: { place?: FailurePlace; hint?: string } = {}) {
    super(message);
    this.code = code;
    if (detail.place !== undefined) this.place = detail.place;
    if (detail.hint !== undefined) this.hint = detail.hint;
  }
}
