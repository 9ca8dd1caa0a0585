import { parentOf } from '../model/pointer.ts';
import { clauseOf } from './clause-of.ts';
import { defineCheck } from './define-check.ts';
import { ownerName } from './field-text.ts';
import { demandBehind } from './missing-field.ts';
import { cut } from './shown-value.ts';

export const fieldRenamed = defineCheck({
  id: 'field/renamed',
  severity: 'error',
  title: { en: 'A field of the standard under another name', 'zh-CN': '元素名称与标准不一致' },
  rationale: {
    en: 'The content is there, but programs look for the standard’s name and find nothing.',
    'zh-CN': '内容存在，但系统按标准名称读取时找不到。',
  },
  mend: { en: 'Rename the field as the standard has it.', 'zh-CN': '按标准名称改名。' },
  message: {
    en: ({ found, expected, owner, missing }) =>
      `\`${found}\` is not a field of ${owner === '' ? 'the standard' : owner}. Did you mean \`${expected}\`${missing === true ? ', which is missing' : ''}?`,
    'zh-CN': ({ found, expected, owner, missing }) =>
      `“${found}”不是${owner === '' ? '标准' : ` ${owner} `}中的元素，应为“${expected}”${missing === true ? '（该元素缺失）' : ''}`,
  },
  *run(view) {
    for (const { pointer, found, field, how, missing, extra } of view.renames) {
      const demand = demandBehind(missing, extra);
      const owner = view.fieldAt(parentOf(pointer)).pattern;
      yield {
        pointer,
        target: 'key',
        // Renaming a field that nobody demands, from a name that nobody forbids, is a smaller matter.
        severity: demand === undefined ? 'warning' : 'error',
        facts: {
          found: cut(found),
          expected: field.name,
          owner: ownerName(owner),
          missing: missing !== undefined,
          how,
        },
        keyword: demand?.keyword ?? missing?.keyword ?? 'properties',
        clause: demand === undefined ? { field: field.pointer } : clauseOf(demand, field),
        suggestion: { rename: field.name },
        fixable: true,
        causeKey: `${found}→${field.name}`,
      };
    }
  },
});
