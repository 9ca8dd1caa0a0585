// Where things lie in memory. The caller (src/samples/simd/engine-memory.ts) writes the header before the first call; all numbers are u32.

/** Number of columns. */
export const COLUMNS: usize = 0;
/** Column records of `COLUMN_BYTES` each. */
export const COLUMN_TABLE: usize = 4;
/** The bytes that are judged. */
export const INPUT: usize = 8;
/** As long as the input: an escaped cell as it reads. */
export const SCRATCH: usize = 12;
/** Offsets in the input of delimiters and line ends outside quotes, u32; slot -1 is written as well. */
export const POSITIONS: usize = 16;
/** By record: number of its first position, and one more. */
export const RECORDS: usize = 20;
/** By record with as many cells as there are columns: the same. */
export const WHOLE: usize = 24;
/** By record of `WHOLE`: 1 where a cell of it is handed out. */
export const ROW_FLAGS: usize = 28;
/** By position: 1 where the cell that ends there is doubted, 2 where it is fine but handed out. */
export const CELL_FLAGS: usize = 32;
/** By column: empty cells, f64. */
export const EMPTIES: usize = 36;
/** By first byte of a doubted word: the lengths of those words, a bit each, u64. */
export const WORD_LENGTHS: usize = 40;
/** Doubted words: length u32, 4 bytes unused, the bytes up to a multiple of 8; length 0 ends the list. */
export const WORDS: usize = 44;
/** Two words of hash a record, for the key that was asked for. */
export const HASHES: usize = 48;
/** The delimiter. */
export const DELIMITER: usize = 52;
/** The quote; 256 where cells are never quoted. */
export const QUOTE: usize = 56;
/** Bytes of the longest record. */
export const RECORD_BYTES: usize = 60;
/** Bytes that are cut before their cells are tested; a multiple of 64. */
export const SEGMENT: usize = 64;
/** 1 where lines end with CRLF, 0 where with LF. */
export const IS_CRLF: usize = 68;
/** By sight: cells so far, f64. */
export const SIGHTED: usize = 72;
/** Powers of ten up to 15, f64. */
export const POWERS: usize = 128;

// A column record.
export const COLUMN_BYTES: usize = 48;
/** u8: one of the kinds below. */
export const KIND: usize = 0;
/** u8 */
export const ALLOWS_EMPTY: usize = 1;
/** u8 */
export const WATCHES_DIGITS: usize = 2;
/** u8: whether a doubted word can pass its test. */
export const WATCHES_WORDS: usize = 3;
/** i32: least length; most digits; mask of the table of codes; length of a chain. */
export const FIRST: usize = 4;
/** i32: greatest length; most decimals; longest code; states that accept. */
export const SECOND: usize = 8;
/** u32: address of a table. i32: length in bytes from which the least length in characters is certain. */
export const TABLE: usize = 12;
/** f64 */
export const MINIMUM: usize = 16;
/** f64 */
export const MAXIMUM: usize = 24;
/** i32: so many digits before the point, without a minus, are always inside the bounds. */
export const CERTAIN: usize = 32;

/** u32: address of the records of its sights. */
export const SIGHTS: usize = 36;
/** i32: how many. -1: cells that are fine are not handed out. */
export const SIGHT_COUNT: usize = 40;

// A sight: a column record in which KIND, FIRST, SECOND and TABLE mean the same, and these stand beside them.
/** i32: bytes of the longest cell. */
export const LONGEST: usize = 16;
/** i32: how many are handed out. */
export const SHOWN: usize = 20;
/** u32: address of its count. */
export const COUNT: usize = 24;

export const ANY: u32 = 0;
export const NONE: u32 = 1;
export const TEXT: u32 = 2;
export const TEXT_BYTES: u32 = 3;
export const INTEGER: u32 = 4;
export const NUMBER: u32 = 5;
export const DATE: u32 = 6;
export const DATE_TIME: u32 = 7;
export const CODES: u32 = 8;
/** An automaton that accepts texts of one length, in which each byte is judged by its place alone. */
export const CHAIN: u32 = 9;
/** An automaton of at most 16 states. */
export const SMALL: u32 = 10;
export const AUTOMATON: u32 = 11;
