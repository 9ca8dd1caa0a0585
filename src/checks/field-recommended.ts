import { defineCheck } from './define-check.ts';
import { ownerText } from './field-text.ts';
import { fieldObservation, titleText } from './missing-field.ts';

export const fieldRecommended = defineCheck({
  id: 'field/recommended',
  severity: 'warning',
  title: { en: 'A recommended field is missing', 'zh-CN': '缺少推荐填写的元素' },
  rationale: {
    en: 'The standard recommends the field because others need it to judge and use the data.',
    'zh-CN': '标准推荐填写该元素，便于他人判断和使用数据。',
  },
  mend: { en: 'Add the field where the value is known.', 'zh-CN': '在已知取值时补充该元素。' },
  message: {
    en: ({ expected, owner, heading, tabular, title }) =>
      tabular === true
        ? `${heading} is empty; the standard recommends it`
        : `\`${expected}\`${titleText(title, 'en')} is missing${owner === '' ? '' : ` from ${ownerText(owner, 'en')}`}; the standard recommends it`,
    'zh-CN': ({ expected, owner, heading, tabular, titleZh }) =>
      `${tabular === true ? `未填写“${heading}”` : `${owner === '' ? '' : `${ownerText(owner, 'zh-CN')} `}缺少“${expected}”${titleText(titleZh, 'zh-CN')}`}，标准建议填写`,
  },
  *run(view) {
    for (const fault of view.missing) {
      if (fault.keyword === 'recommended') yield fieldObservation(view, fault);
    }
  },
});
