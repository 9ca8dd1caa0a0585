import type { DataItem } from '../../model/data-item.ts';
import { privacyDetectors } from './detectors.ts';
import { headingForm, headingStrength } from './heading-class.ts';
import type { HeadingStrength, PrivacyDetector, PrivacyProfile } from './privacy-detector.ts';
import { headingStrengths } from './privacy-detector.ts';

/** A class that a heading, or the name of its item, tells of. */
export interface SaidClass {
  readonly detector: PrivacyDetector;
  readonly strength: HeadingStrength;
}

/** Headings whose strengths are kept: a table whose columns grow is looked at again and again. */
const mostKept = 20_000;
/** Longer headings are sentences, and not kept. UTF-16 units. */
const longestKept = 200;
const kept = new Map<string, ReadonlyMap<PrivacyDetector, HeadingStrength>>();

/** What a text tells, by detector. */
function strengthsOf(text: string): ReadonlyMap<PrivacyDetector, HeadingStrength> {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const form = headingForm(text);
  const strengths = new Map<PrivacyDetector, HeadingStrength>();
  for (const detector of privacyDetectors) {
    const strength = headingStrength(form, detector);
    if (strength !== undefined) strengths.set(detector, strength);
  }
  if (kept.size >= mostKept) kept.clear();
  if (text.length <= longestKept) kept.set(text, strengths);
  return strengths;
}

/**
 * The classes that a column is said to hold, in the order of the registry; where nothing else is said, those hinted at. Empty: its values
 * alone may tell.
 */
export function saidClasses(
  heading: string,
  item: DataItem | undefined,
  profile: PrivacyProfile,
): readonly SaidClass[] {
  const texts = [heading, ...(item === undefined ? [] : [item.name, ...item.aliases])];
  const told = [...new Set(texts)].map(strengthsOf).filter(({ size }) => size > 0);
  if (told.length === 0) return [];
  const classes = privacyDetectors.flatMap((detector): SaidClass[] => {
    if (detector.grades[profile] === 'none') return [];
    const strength = strongest(told, detector);
    return strength === undefined ? [] : [{ detector, strength }];
  });
  const said = classes.filter(({ strength }) => strength !== 'hint');
  return said.length > 0 ? said : classes;
}

function strongest(
  told: readonly ReadonlyMap<PrivacyDetector, HeadingStrength>[],
  detector: PrivacyDetector,
): HeadingStrength | undefined {
  const found = new Set(told.map((strengths) => strengths.get(detector)));
  return headingStrengths.find((strength) => found.has(strength));
}
