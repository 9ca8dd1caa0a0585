import { findFormat } from '../formats/index.ts';
import type { Locale } from '../model/locale.ts';
import { cut } from './shown-value.ts';
import { alternatives, typesInWords } from './type-words.ts';

const keywords = 'type|format|pattern|required|enum|const';
const betweenForms = new RegExp(` \\| (?=(?:${keywords}) )`);
const betweenWishes = new RegExp(` and (?=(?:${keywords}) )`);

/** What each form of a choice wants (`type string | format date and required name`), in plain words. */
export function formsInWords(wants: unknown, locale: Locale): string {
  const and = locale === 'en' ? ' with ' : '，且';
  return alternatives(
    String(wants)
      .split(betweenForms)
      .map((form) =>
        form
          .split(betweenWishes)
          .map((wish) => wishInWords(wish, locale))
          .join(and),
      ),
    locale,
  );
}

function wishInWords(wish: string, locale: Locale): string {
  const [keyword = ''] = wish.split(' ', 1);
  const wanted = wish.slice(keyword.length + 1);
  const isEnglish = locale === 'en';
  if (keyword === 'type') return typesInWords(listOf(wanted), locale);
  if (keyword === 'format') return findFormat(wanted)?.title[locale] ?? wanted;
  if (keyword === 'required') return isEnglish ? `an object with \`${wanted}\`` : `含“${wanted}”的对象`;
  if (keyword === 'pattern') return isEnglish ? `the form ${cut(wanted, 40)}` : `样式 ${cut(wanted, 40)}`;
  return cut(wanted, 40);
}

/** Several types stand as a JSON list. */
function listOf(wanted: string): readonly unknown[] {
  if (!wanted.startsWith('[')) return [wanted];
  return wanted
    .slice(1, -1)
    .split(',')
    .map((name) => name.replaceAll('"', '').trim());
}
