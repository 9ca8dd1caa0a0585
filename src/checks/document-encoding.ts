import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { defineCheck } from './define-check.ts';
import { firstPlaces } from './sample-words.ts';
import { counted } from './shown-value.ts';

export const documentEncoding = defineCheck({
  id: 'document/encoding',
  severity: 'warning',
  title: { en: 'A document that is not UTF-8', 'zh-CN': '文件编码不是 UTF-8' },
  rationale: {
    en: 'A reader that expects UTF-8 shows other encodings as garbage or refuses them.',
    'zh-CN': '按 UTF-8 读取其他编码会显示乱码或被拒收。',
  },
  mend: { en: 'Save the document as UTF-8.', 'zh-CN': '将文件另存为 UTF-8 编码。' },
  message: {
    en: (facts) => sentences[kindOf(facts)].en(facts),
    'zh-CN': (facts) => sentences[kindOf(facts)]['zh-CN'](facts),
  },
});

type Kind = 'broken-bytes' | 'other-encoding' | 'workbook';

/** A document in another encoding says which; the parts and cells of a workbook have to be UTF-8 or UTF-16. */
function kindOf({ reason, encoding, part }: Facts): Kind {
  if (reason === 'broken-bytes') return 'broken-bytes';
  return part === undefined && encoding !== undefined ? 'other-encoding' : 'workbook';
}

const sentences: Readonly<Record<Kind, Readonly<Record<Locale, (facts: Facts) => string>>>> = {
  'broken-bytes': {
    en: (facts) =>
      `${facts['count'] === undefined ? 'some bytes' : counted(facts['count'], 'byte')} cannot be read as ${encodingText(facts).en}${firstBroken(facts, 'en')}`,
    'zh-CN': (facts) =>
      `${facts['count'] ?? '若干'} 个字节不是有效的${encodingText(facts)['zh-CN']}${firstBroken(facts, 'zh-CN')}`,
  },
  'other-encoding': {
    en: ({ encoding }) =>
      `the document is encoded in ${inCapitals(encoding)} and was read as such; save it as UTF-8`,
    'zh-CN': ({ encoding }) => `文件编码为 ${inCapitals(encoding)}，已按该编码读取；请另存为 UTF-8`,
  },
  workbook: {
    en: ({ part }) =>
      `${part === undefined ? 'a text' : `the part ${part}`} of the workbook is not encoded as workbooks are; open the workbook and save it again`,
    'zh-CN': ({ part }) =>
      `工作簿的${part === undefined ? '某处文本' : `组成部分 ${part} `}编码有误，请打开工作簿重新保存`,
  },
};

/** In a data table the encoding is that of the file, and lines say where. */
function encodingText({ encoding, of }: Facts): Readonly<Record<Locale, string>> {
  return encoding === undefined && of !== undefined
    ? { en: 'text in the encoding of the file: characters are lost', 'zh-CN': '文件编码，部分字符已丢失' }
    : { en: inCapitals(encoding), 'zh-CN': ` ${inCapitals(encoding)}` };
}

function firstBroken(facts: Facts, locale: Locale): string {
  const { hex, offset, of } = facts;
  if (of !== undefined) return firstPlaces(facts, locale);
  return locale === 'en'
    ? `; the first is ${hex ?? '?'} at byte ${offset ?? '?'}`
    : `；第一个是 ${hex ?? '?'}，位于第 ${offset ?? '?'} 字节`;
}

/** Encodings go by their names in capitals: `GB18030`. */
function inCapitals(encoding: unknown): string {
  return typeof encoding === 'string' ? encoding.toUpperCase() : 'UTF-8';
}
