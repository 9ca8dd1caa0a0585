import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';

const time = /^T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S)$/;
const date = /^(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)$/;

/** Duration after the grammar in appendix A of RFC 3339: units in order, none left out in between, weeks alone. */
export const durationFormat = defineFormat({
  name: 'duration',
  title: { en: 'duration (such as P1Y or PT36H)', 'zh-CN': '时长（如 P1Y 或 PT36H）' },
  example: 'P1Y6M',
  reasons: {
    empty: commonReasons.empty,
    'p-missing': { en: 'A duration starts with the capital letter P.', 'zh-CN': '时长应以大写字母 P 开头。' },
    'no-units': { en: 'No unit with a number follows.', 'zh-CN': '没有带数字的单位。' },
    weeks: { en: 'Weeks cannot be combined with other units.', 'zh-CN': '周不能与其他单位合用。' },
    'units-out-of-order': {
      en: 'Its units are not whole numbers in the order Y, M, D, then T with H, M, S, none left out in between.',
      'zh-CN': '单位应为整数，并依次为 Y、M、D，T 之后为 H、M、S，中间不得缺位。',
    },
  },
  check: (text) => durationFault(text) ?? true,
});

function durationFault(
  text: string,
): 'empty' | 'p-missing' | 'no-units' | 'weeks' | 'units-out-of-order' | undefined {
  if (text === '') return 'empty';
  if (!text.startsWith('P')) return 'p-missing';
  const rest = text.slice(1);
  if (!/\d/.test(rest) || rest.endsWith('T')) return 'no-units';
  if (rest.includes('W')) return /^\d+W$/.test(rest) ? undefined : 'weeks';
  return unitsHold(rest) ? undefined : 'units-out-of-order';
}

function unitsHold(text: string): boolean {
  const cut = text.indexOf('T');
  if (cut < 0) return date.test(text);
  return (cut === 0 || date.test(text.slice(0, cut))) && time.test(text.slice(cut));
}
