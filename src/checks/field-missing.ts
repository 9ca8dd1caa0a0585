import { lastToken } from '../model/pointer.ts';
import { defineCheck } from './define-check.ts';
import { ownerText } from './field-text.ts';
import { fieldObservation, titleText } from './missing-field.ts';

export const fieldMissing = defineCheck({
  id: 'field/missing',
  severity: 'error',
  title: { en: 'A field that the standard demands is missing', 'zh-CN': '缺少标准要求的元素' },
  rationale: {
    en: 'Without its mandatory fields a record cannot be found, attributed or shared on the common platform.',
    'zh-CN': '缺少必填元素的记录无法在共享平台上检索、确权和共享。',
  },
  mend: { en: 'Add the field with its value.', 'zh-CN': '补充该元素及其取值。' },
  message: {
    en: ({ expected, owner, heading, tabular, because, title }) =>
      tabular === true
        ? `${heading} is empty; the standard demands it${because === undefined ? '' : ` because ${because} is given`}`
        : `\`${expected}\`${titleText(title, 'en')} is missing${owner === '' ? '' : ` from ${ownerText(owner, 'en')}`}${because === undefined ? '' : `; it is demanded because \`${because}\` is given`}`,
    'zh-CN': ({ expected, owner, heading, tabular, because, titleZh }) =>
      `${tabular === true ? `未填写“${heading}”` : `${owner === '' ? '' : `${ownerText(owner, 'zh-CN')} `}缺少“${expected}”${titleText(titleZh, 'zh-CN')}`}，${because === undefined ? '' : `已填写“${because}”时`}标准要求必填`,
  },
  *run(view) {
    for (const fault of view.missing) {
      if (fault.keyword === 'recommended') continue;
      const observation = fieldObservation(view, fault);
      const because =
        typeof fault.detail?.['because'] === 'string'
          ? { because: lastToken(`/${fault.detail['because']}`) }
          : {};
      yield { ...observation, facts: { ...observation.facts, ...because } };
    }
  },
});
