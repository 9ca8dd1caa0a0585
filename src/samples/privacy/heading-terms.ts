import type { HeadingTerms } from './privacy-detector.ts';

/** Terms from lists parted by blanks: Chinese ones, then initials of pinyin and English ones, run together as `headingForm` does. */
export function headingTerms(han: string, latin: string): HeadingTerms {
  return { han: listed(han), latin: listed(latin) };
}

function listed(terms: string): readonly string[] {
  return terms.split(' ').filter((term) => term !== '');
}
