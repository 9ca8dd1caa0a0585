/** The world as a command sees it. Tests hand in their own. */
export interface Streams {
  /** Results. Every byte is written when it returns. */
  out(text: string): void;
  /** Everything else: progress, failures. */
  err(text: string): void;
  /** The bytes of standard input; opened when asked for. */
  stdin(): AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the current folder. */
  readonly cwd: string;
  readonly isOutTerminal: boolean;
  readonly isErrTerminal: boolean;
  /** Columns of the terminal that standard output goes to, where it is one. */
  readonly columns?: number;
  /** The same of standard error. */
  readonly errColumns?: number;
  now(): Date;
}
