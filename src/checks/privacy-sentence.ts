import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { thousands } from '../model/numbers.ts';
import { columnText, firstPlaces, howMany } from './sample-words.ts';
import { cut } from './shown-value.ts';

/** What is said of personal information in a column, never with a value: its class, how many cells, and what the record declares. */
export function privacySentence(facts: Facts, locale: Locale): string {
  if (facts['evidence'] === 'title') return titleSentence(facts, locale);
  const colon = locale === 'en' ? ': ' : '：';
  const parts = [amount(facts, locale), shape(facts, locale), maskedToo(facts, locale)].join('');
  return `${columnText(facts, locale)}${colon}${parts}${consequence(facts, locale)}${firstPlaces(facts, locale)}`;
}

/** `11,950 of 12,000 cells hold sensitive personal information (citizen identification number) in the clear` */
function amount(facts: Facts, locale: Locale): string {
  const { evidence, count, masked, filled } = facts;
  const what = information(facts, locale);
  if (evidence === 'item-list') return locale === 'en' ? `the item is to hold ${what}` : `该信息项为${what}`;
  const isMasked = evidence === 'masked';
  const of = filled === undefined ? {} : { of: filled };
  const says = isMasked
    ? { en: `hold ${what}, masked`, 'zh-CN': `为已脱敏的${what}` }
    : { en: `hold ${what} in the clear`, 'zh-CN': `为未脱敏的${what}` };
  const some = isMasked ? (masked ?? 0) : (count ?? 0);
  return howMany({ count: some, ...of }, { noun: 'cell', says: says[locale], locale });
}

function information({ grade, class: name, classZh }: Facts, locale: Locale): string {
  const isSensitive = grade === 'sensitive';
  return locale === 'en'
    ? `${isSensitive ? 'sensitive ' : ''}personal information (${name})`
    : `${isSensitive ? '敏感' : ''}个人信息（${classZh ?? name}）`;
}

/** The form of a masked value, invented. */
function shape({ shape: form }: Facts, locale: Locale): string {
  if (typeof form !== 'string' || form === '') return '';
  return locale === 'en' ? ` (such as ${cut(form, 40)})` : `（如 ${cut(form, 40)}）`;
}

function maskedToo({ evidence, masked }: Facts, locale: Locale): string {
  if (evidence === 'masked' || typeof masked !== 'number' || masked === 0) return '';
  return locale === 'en' ? `, ${thousands(masked)} more masked` : `，另有 ${thousands(masked)} 个已脱敏`;
}

/** What the record declares, and why it is only noted where it is. */
function consequence(facts: Facts, locale: Locale): string {
  const { lowered, declared } = facts;
  if (typeof lowered === 'string' && lowered !== '') return noted(facts, locale);
  if (declared === 'not-sensitive')
    return locale === 'en'
      ? `; the record declares the item as not sensitive${openness(facts, ' and the data as ', 'en')}`
      : `，目录却声明该信息项不敏感${openness(facts, '，且数据为', 'zh-CN')}`;
  return openness(
    facts,
    locale === 'en' ? '; the record declares the data as ' : '，目录声明该数据为',
    locale,
  );
}

function noted({ reason, reasonZh }: Facts, locale: Locale): string {
  const why = locale === 'en' ? reason : (reasonZh ?? reason);
  if (typeof why !== 'string' || why === '') return '';
  return locale === 'en'
    ? `. Only noted: ${why.charAt(0).toLowerCase()}${unended(why.slice(1))}`
    : `。仅作提示：${unended(why)}`;
}

function unended(sentence: string): string {
  return sentence.replace(/[.。]$/u, '');
}

const accesses: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  open: { en: 'open to everyone', 'zh-CN': '无条件共享或开放' },
  limited: { en: 'shared under conditions', 'zh-CN': '有条件共享' },
  refused: { en: 'not shared', 'zh-CN': '不予共享' },
};

function openness({ access }: Facts, before: string, locale: Locale): string {
  const known = Object.hasOwn(accesses, String(access)) ? accesses[String(access)] : undefined;
  if (known !== undefined) return before + known[locale];
  // Where nothing is declared, a second clause would say nothing.
  if (!before.startsWith(';') && !before.startsWith('，目录')) return '';
  return locale === 'en' ? '; who may see the data is not declared' : '，共享或开放范围未声明';
}

function titleSentence({ title, telling, lowered }: Facts, locale: Locale): string {
  const name = cut(String(title ?? ''), 80);
  const isGroup = telling === 'special-group';
  if (locale === 'en') {
    const what = isGroup ? 'persons in a special situation' : 'a list of persons';
    const seen = lowered === 'nothing-found' ? '; nothing of the kind was found in the data' : '';
    return `the title “${name}” tells of ${what}, and the data are declared as open to everyone${seen}`;
  }
  const what = isGroup ? '特定群体' : '人员名单';
  const seen = lowered === 'nothing-found' ? '；数据中未发现此类信息' : '';
  return `标题“${name}”涉及${what}，而数据声明为无条件共享或开放${seen}`;
}
