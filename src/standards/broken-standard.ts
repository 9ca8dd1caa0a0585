import { Failure } from '../model/failure.ts';
import { nearestName } from '../model/nearest-name.ts';

/** Where in a package the trouble sits. */
export interface PackagePlace {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

/** Ends the loading of a standard: something in its own files is wrong. */
export function fail(message: string, place: PackagePlace, hint?: string): never {
  throw new Failure('standard', message, { place, ...(hint === undefined ? {} : { hint }) });
}

/** `Did you mean …?` where a known name is near, else (unless the sentence names them) the known names when they are few. */
export function didYouMean(typed: string, known: Iterable<string>, listed = true): string | undefined {
  const names = [...known];
  const near = nearestName(typed, names);
  if (near !== undefined) return `Did you mean ${near}?`;
  return listed && names.length > 0 && names.length <= 24 ? `Known here: ${names.join(', ')}.` : undefined;
}
