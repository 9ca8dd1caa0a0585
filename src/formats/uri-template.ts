import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';

const literals =
  /^(?:[!#$&-;=?-[\]_a-z~\u{A0}-\u{D7FF}\u{E000}-\u{FDCF}\u{FDF0}-\u{FFEF}\u{10000}-\u{10FFFD}]|%[\da-fA-F]{2})*$/u;
const variable = /^(?:\w|%[\da-fA-F]{2})(?:\.?(?:\w|%[\da-fA-F]{2}))*(?::[1-9]\d{0,3}|\*)?$/;

/** URI Template of RFC 6570, any level. */
export const uriTemplateFormat = defineFormat({
  name: 'uri-template',
  title: { en: 'URI template', 'zh-CN': 'URI 模板' },
  example: 'https://api.example.org/datasets/{id}{?lang}',
  reasons: {
    'white-space': commonReasons['white-space'],
    braces: { en: 'A brace is not closed or not opened.', 'zh-CN': '花括号没有成对。' },
    expression: {
      en: 'What stands between braces is not a list of variable names.',
      'zh-CN': '花括号中不是变量名列表。',
    },
    character: {
      en: 'It contains a character that must be percent-encoded.',
      'zh-CN': '含有必须进行百分号编码的字符。',
    },
  },
  check: (text) => {
    const pieces = text.split('{');
    const first = literalFault(pieces[0] ?? '');
    if (first !== undefined) return first;
    for (const piece of pieces.slice(1)) {
      const close = piece.indexOf('}');
      if (close < 0) return 'braces';
      const names = piece.slice(0, close).replace(/^[+#./;?&=,!@|]/, '');
      if (!names.split(',').every((name) => variable.test(name))) return 'expression';
      const fault = literalFault(piece.slice(close + 1));
      if (fault !== undefined) return fault;
    }
    return true;
  },
});

function literalFault(text: string): 'white-space' | 'braces' | 'character' | undefined {
  if (literals.test(text)) return undefined;
  if (/\s/.test(text)) return 'white-space';
  return text.includes('}') ? 'braces' : 'character';
}
