import { parentOf } from '../model/pointer.ts';
import { clauseOf } from './clause-of.ts';
import { defineCheck } from './define-check.ts';
import { ownerName } from './field-text.ts';
import { demandBehind } from './missing-field.ts';
import { cut } from './shown-value.ts';

export const fieldMisplaced = defineCheck({
  id: 'field/misplaced',
  severity: 'error',
  title: { en: 'A field in the wrong place', 'zh-CN': '元素位置不正确' },
  rationale: {
    en: 'The name is right, but the standard keeps this field in another object, where programs look for it.',
    'zh-CN': '名称正确，但标准规定该元素位于另一层级，系统在那里读取。',
  },
  mend: { en: 'Move the field to where the standard has it.', 'zh-CN': '将该元素移动到标准规定的位置。' },
  message: {
    en: ({ found, owner, home, to }) =>
      `\`${found}\` does not belong ${owner === '' ? 'here' : `in \`${owner}\``}; the standard has it ${home === '' ? 'directly in the record' : `in \`${home}\``} (${to})`,
    'zh-CN': ({ found, owner, home, to }) =>
      `“${found}”不应位于${owner === '' ? '此处' : `“${owner}”中`}，标准规定${home === '' ? '直接位于记录中' : `位于“${home}”中`}（${to}）`,
  },
  *run(view) {
    for (const { pointer, found, field, to, missing, extra } of view.moves) {
      const demand = demandBehind(missing, extra);
      yield {
        pointer,
        target: 'key',
        severity: demand === undefined ? 'warning' : 'error',
        facts: {
          found: cut(found),
          expected: field.name,
          owner: ownerName(view.fieldAt(parentOf(pointer)).pattern),
          home: ownerName(parentOf(field.pointer)),
          to: field.pointer,
        },
        keyword: demand?.keyword ?? missing?.keyword ?? 'properties',
        clause: demand === undefined ? { field: field.pointer } : clauseOf(demand, field),
        suggestion: { move: to },
        causeKey: `${found}→${field.pointer}`,
      };
    }
  },
});
