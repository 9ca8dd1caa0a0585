import type { Localized } from '../../model/locale.ts';

/** Which standard grades the classes: GB/T 35273 (personal information security) or GB/T 45574-2025 (sensitive personal information). */
export const privacyProfiles = ['gbt-35273', 'gbt-45574'] as const;
export type PrivacyProfile = (typeof privacyProfiles)[number];

export type PrivacyGrade = 'sensitive' | 'personal' | 'none';

/** Terms of one strength. Chinese ones stand anywhere in a heading; with `$` behind, only at its end. Others are whole words at its end. */
export interface HeadingTerms {
  readonly han: readonly string[];
  readonly latin: readonly string[];
  /** With one of these Chinese terms the heading is about something else. */
  readonly except?: readonly string[];
}

/** How much a heading tells of a class, strongest first. */
export const headingStrengths = ['certain', 'share', 'beside-person', 'hint'] as const;

/**
 * `certain`: one value of the class is enough. `share`: the word has other meanings, so most cells must hold such a value. `beside-person`:
 * it tells of a person only in a table that also says which person. `hint`: it says so little that values count as if nothing were said, but
 * that hidden ones are values of the class.
 */
export type HeadingStrength = (typeof headingStrengths)[number];

export type HeadingWords = Readonly<
  Record<Exclude<HeadingStrength, 'hint'>, HeadingTerms> & { hint?: HeadingTerms }
>;

/** A class of personal information: how headings call it, how its values look, how it is graded. */
export interface PrivacyDetector {
  readonly id: string;
  readonly title: Localized;
  readonly grades: Readonly<Record<PrivacyProfile, PrivacyGrade>>;
  readonly words: HeadingWords;
  /** Whether such a column says which person a row is about. */
  readonly identifies: boolean;
  /** Whether the class is told by the heading alone, so that any value counts. */
  readonly anyValue: boolean;
  /**
   * Whether a cell under such a heading holds a value of the class in the clear. The text is half-width and trimmed. With a heading that may
   * mean something else the test is the stricter one, where there are two. Linear in the length of the text.
   */
  test(text: string, strength: HeadingStrength): boolean;
}
