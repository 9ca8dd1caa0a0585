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
  /** The same in Chinese, for failures that users of the command meet; those of authors of standards are in English. */
  readonly zh?: FailureText;

  constructor(code: FailureCode, message: string, detail: FailureDetail = {}) {
    super(message);
    this.code = code;
    if (detail.place !== undefined) this.place = detail.place;
    if (detail.hint !== undefined) this.hint = detail.hint;
    if (detail.zh !== undefined) this.zh = detail.zh;
  }
}

/** What happened, and what to do next. */
export interface FailureText {
  readonly message: string;
  readonly hint?: string;
}

interface FailureDetail {
  readonly place?: FailurePlace;
  readonly hint?: string;
  readonly zh?: FailureText;
}
