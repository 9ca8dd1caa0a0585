import type { HeadingTerms } from './privacy-detector.ts';

/**
 * Terms from lists parted by blanks: Chinese ones, then initials of pinyin and English ones, run together as `headingForm` does; then Chinese
 * ones that say it is about something else.
 */
export function headingTerms(han: string, latin: string, except = ''): HeadingTerms {
  return { han: listed(han), latin: listed(latin), ...(except === '' ? {} : { except: listed(except) }) };
}

function listed(terms: string): readonly string[] {
  return terms.split(' ').filter((term) => term !== '');
}
