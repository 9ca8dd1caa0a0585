import type { Locale } from '../model/locale.ts';
import { locales } from '../model/locale.ts';

/** The language of the texts: `--locale`, else what the environment asks for (LC_ALL, LC_MESSAGES, LANG). */
export function localeFor(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Locale {
  const asked = localeFlag(args);
  if (asked !== undefined) return asked;
  const language = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return language?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** What stands between a name and its value. */
export function colon(locale: Locale): string {
  return locale === 'en' ? ': ' : '：';
}

/** Read ahead of all other flags, because help and failures speak it too. A wrong value is reported later. */
function localeFlag(args: readonly string[]): Locale | undefined {
  const at = args.findLastIndex((arg) => arg === '--locale' || arg.startsWith('--locale='));
  const value = args[at]?.includes('=') ? args[at]?.slice('--locale='.length) : args[at + 1];
  return at === -1 ? undefined : locales.find((locale) => locale === value);
}
