/**
 * A deterministic automaton over bytes: `next[state * classCount + classOf[byte]]`; state 0 is dead, state 1 the start. It has at most 2,000
 * states; nearly all have at most 64 classes, which an engine may rely on if it doubts every cell of a column with more.
 */
export interface ByteAutomaton {
  readonly classOf: Uint8Array;
  readonly classCount: number;
  readonly next: Uint16Array;
  /** By state: 1 where the text may end. */
  readonly accepts: Uint8Array;
}

/**
 * What an engine tests the bytes of a filled cell for. An engine says of a cell either “certainly fine” or nothing: then the exact judge
 * looks at it. It may doubt a cell that is fine; it must never pass one that is not.
 */
export type CellTest =
  /** Nothing is asked of it. */
  | { readonly kind: 'any' }
  /** No quick test: every filled cell goes to the exact judge. */
  | { readonly kind: 'none' }
  /**
   * Its length, and no blank or invisible character at its edges: a cell is doubted whose first or last byte is ≤ 0x20, 0x7F, or whose
   * first or last character lies in U+0080–U+00A0, U+2000–U+206F, U+3000, U+FEFF or U+FFF0–U+FFFF. Bounds are inclusive.
   */
  | {
      readonly kind: 'text';
      readonly min: number;
      readonly max: number;
      readonly unit: 'characters' | 'bytes';
    }
  /** `-?` digits, at most 15, without leading zeros (except `0`); bounds inclusive. */
  | { readonly kind: 'integer'; readonly minimum: number; readonly maximum: number }
  /** `-?` digits `.` digits, at most 15 digits in all, without leading zeros (except before the point); at most `decimals` behind the point. */
  | {
      readonly kind: 'number';
      readonly minimum: number;
      readonly maximum: number;
      readonly digits: number;
      readonly decimals: number;
    }
  /** CCYY-MM-DD, a day that exists. `minimum` and `maximum` as CCYYMMDD numbers. */
  | { readonly kind: 'date'; readonly minimum: number; readonly maximum: number }
  /** CCYY-MM-DDThh:mm:ssZ, a moment that exists (second 60 is doubted). */
  | { readonly kind: 'date-time' }
  /** One of these, byte for byte; each at most 255 bytes. */
  | { readonly kind: 'codes'; readonly codes: readonly Uint8Array[] }
  | { readonly kind: 'pattern'; readonly automaton: ByteAutomaton };

/** Cells of which all is known by their bytes: an engine counts them and hands none out but the first few, whose places are wanted. */
export interface Sight {
  readonly automaton: ByteAutomaton;
  /** Longer cells are not of it. Bytes. */
  readonly longest: number;
  /** So many of its first cells are handed out all the same. */
  readonly shown: number;
}

/** How the cells of one column of a file are tested, in the order of the file. */
export interface ColumnTest {
  readonly test: CellTest;
  /** Whether an empty cell (nothing, or `""`) is fine. Empty cells are counted in any case. */
  readonly allowsEmpty: boolean;
  /** Whether a cell that is fine and holds eleven ASCII digits in a row (numbers of 18 digits, telephones) is handed out: detectors look at it. */
  readonly watchesDigits: boolean;
  /**
   * Where somebody looks at every filled cell: the ones that are fine are handed out, except those of a sight, which count for the first
   * sight that they are of. Absent: cells that are fine are not handed out.
   */
  readonly sights?: readonly Sight[];
}
