import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';

/** The grammar of section 2.1 of RFC 5646, with the irregular tags that are still met; subtags are not looked up. */
const tag =
  /^(?:(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-(?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*(?:-x(?:-[A-Za-z0-9]{1,8})+)?|x(?:-[A-Za-z0-9]{1,8})+|i-[a-z]{2,8}|en-GB-oed|sgn-[A-Z]{2}-[A-Z]{2})$/;

/** A language as RFC 5646 (BCP 47) writes it: `en`, `en-US`, `zh-Hans`. */
export const languageTagFormat = defineFormat({
  name: 'language-tag',
  title: { en: 'language tag (RFC 5646)', 'zh-CN': '语言标签（RFC 5646）' },
  example: 'en-US',
  reasons: {
    empty: commonReasons.empty,
    'white-space': commonReasons['white-space'],
    underscore: { en: 'Its parts are joined by hyphens.', 'zh-CN': '各部分应以连字符连接。' },
    several: { en: 'It names more than one language.', 'zh-CN': '包含多种语言。' },
    shape: {
      en: 'A tag is a language code of two or three letters, then a script or country where it matters.',
      'zh-CN': '语言标签由两至三位字母的语言代码组成，必要时加文字或国家代码。',
    },
  },
  check: (text) => {
    if (tag.test(text)) return true;
    if (text === '') return 'empty';
    if (/[,;/|]/.test(text)) return 'several';
    if (/\s/.test(text)) return 'white-space';
    return tag.test(text.replaceAll('_', '-')) ? 'underscore' : 'shape';
  },
});
