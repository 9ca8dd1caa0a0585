/** Why a path that was asked for could not be read: the reason codes of `document/unreadable`. */
export type ReadReason =
  | 'permission'
  | 'not-regular'
  | 'broken-link'
  | 'outside'
  | 'bad-name'
  | 'vanished'
  | 'changed'
  | 'read-error'
  | 'gzip-truncated'
  | 'gzip-broken'
  | 'gzip-bomb';

/**
 * Bytes of a submission could not be read. Thrown by `Source.chunks()`; the assessment turns it into
 * `document/unreadable`, because the department's file is the subject, not the tool.
 */
export class ReadProblem extends Error {
  override readonly name = 'ReadProblem';
  readonly reason: ReadReason;
  readonly path: string;
  readonly facts: Readonly<Record<string, string>>;

  constructor(reason: ReadReason, path: string, detail: string = reason) {
    super(detail);
    this.reason = reason;
    this.path = path;
    this.facts = { detail };
  }
}

/** The error code of a failed system call (`ENOENT`, `EACCES`, …), or `''`. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The reason behind a failed system call. */
export function reasonOf(error: unknown): ReadReason {
  switch (systemCode(error)) {
    case 'EACCES':
    case 'EPERM':
      return 'permission';
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return 'vanished';
    case 'ELOOP':
      return 'broken-link';
    case 'ENXIO':
    case 'EISDIR':
      return 'not-regular';
    default:
      return 'read-error';
  }
}
