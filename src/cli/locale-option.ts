import { Option } from 'commander';
import type { Locale } from '../model/locale.ts';
import { locales } from '../model/locale.ts';

/** `--locale`, for commands that leave reading their flags to commander. */
export function localeOption(locale: Locale): Option {
  return new Option('--locale <locale>', locale === 'en' ? 'language of the texts' : '文字语言').choices(
    locales,
  );
}
