/** Whether a code is in use, being phased out, or gone. */
export type CodeStatus = 'active' | 'deprecated' | 'withdrawn';

/** One row of a code list. */
export interface Code {
  readonly code: string;
  /** Language → label; `en` may be missing. */
  readonly labels: Readonly<Record<string, string>>;
  readonly definition?: string;
  /** Other spellings that mean this code. */
  readonly aliases: readonly string[];
  readonly status: CodeStatus;
  readonly replacedBy?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly parent?: string;
  /** A word of `DataType`: what a data item of this type holds, in a list of data types. */
  readonly type?: string;
}

/** The agreed values of a field. A value outside an open list is a warning, outside a closed one an error. */
export interface CodeList {
  readonly id: string;
  readonly open: boolean;
  /** In the standard's own order. */
  readonly codes: readonly Code[];
  /** Code → row, for constant-time look-up. */
  readonly byCode: ReadonlyMap<string, Code>;
  /** The file it was read from, relative to the package. */
  readonly path: string;
}
