import { lastToken, parentOf } from '../model/pointer.ts';
import { clauseOf } from './clause-of.ts';
import { defineCheck } from './define-check.ts';
import { assumedText, ownerName, ownerText } from './field-text.ts';
import { cut } from './shown-value.ts';

export const fieldUnknown = defineCheck({
  id: 'field/unknown',
  severity: 'error',
  title: { en: 'A field that the standard does not know', 'zh-CN': '标准中没有的元素' },
  rationale: {
    en: 'Nobody else reads a field that only one department uses; it is often a known field under another name.',
    'zh-CN': '只有一个部门使用的元素，其他部门不会读取；它往往是已有元素的另一种叫法。',
  },
  mend: {
    en: 'Remove it, or move its content to the field of the standard that means it.',
    'zh-CN': '删除该元素，或将其内容填入标准中含义相同的元素。',
  },
  message: {
    en: ({ found, owner }) =>
      `\`${found}\` is not a field of ${owner === '' ? 'the standard' : ownerText(owner, 'en')}`,
    'zh-CN': ({ found, owner }) =>
      `“${found}”不是${owner === '' ? '标准' : ` ${ownerText(owner, 'zh-CN')} `}中的元素`,
  },
  *run(view) {
    for (const fault of view.unknown) {
      const owner = view.fieldAt(parentOf(fault.pointer)).pattern;
      const name = lastToken(fault.pointer);
      yield {
        pointer: fault.pointer,
        target: 'key',
        // A schema that forbids the property decides; where it only goes unmentioned, it is a warning.
        severity: fault.keyword === 'knownFields' ? 'warning' : 'error',
        facts: { found: cut(name), owner: `${ownerName(owner)}${assumedText(fault.assumed)}`.trimStart() },
        keyword: fault.keyword === 'knownFields' ? 'properties' : fault.keyword,
        clause: clauseOf(fault, undefined),
        suggestion: { remove: true },
        causeKey: name,
        ...(fault.assumed === undefined ? {} : { assumed: fault.assumed }),
      };
    }
  },
});
