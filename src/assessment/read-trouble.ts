import type { Facts } from '../model/check.ts';

/** Thrown by sources for what happens while reading; `reason` is a code of `document/unreadable`. */
export interface ReadTrouble {
  readonly reason: string;
  readonly facts?: Facts;
}

/** What a source says of its end before the end; undefined for any other error. */
export function readTrouble(error: unknown): ReadTrouble | undefined {
  if (!(error instanceof Error) || error.name !== 'ReadProblem') return undefined;
  const { reason, facts } = error as Error & ReadTrouble;
  return { reason, ...(facts === undefined ? {} : { facts }) };
}
