/** Where a part started and ended: the offsets of `ScannedPart`. */
export interface PartEnds {
  readonly started: number;
  readonly ended: number;
}

/** A part that was scanned from a wrong place, and the offset of the source where its first record truly starts. */
export interface WrongStart {
  readonly part: number;
  readonly from: number;
}

/**
 * Whether each part of a file, in order, started exactly where the one before ended. The first one that did not must be scanned again from
 * the place that is named, with `startsRecord`; then this is to be asked again, as its end may have moved. Undefined: together the
 * parts are what one pass is. The first part is right by itself: it starts with the file.
 */
export function joinParts(parts: readonly PartEnds[]): WrongStart | undefined {
  for (let part = 1; part < parts.length; part += 1) {
    const from = parts[part - 1]?.ended ?? 0;
    if (parts[part]?.started !== from) return { part, from };
  }
  return undefined;
}
