import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/assessment/grade.ts';
import type { Standard } from '../../src/model/standard.ts';

const standard = { messages: {} } as unknown as Standard;
const wrongType = {
  check: 'value/type',
  field: '',
  facts: { found: '1', expected: ['object'], is: 'number' },
};

function said(field: string, locale: 'en' | 'zh-CN'): string {
  return messageOf(standard, locale, { ...wrongType, facts: { ...wrongType.facts, field } });
}

describe('messageOf', () => {
  it('calls the record itself by a name', () => {
    expect(said('', 'en')).toBe('the record must be an object; 1 is a number');
    expect(said('', 'zh-CN')).toBe('记录应为对象，1 是数字');
  });

  it('puts no blank between Chinese and Chinese', () => {
    expect(said('信息项', 'zh-CN')).toBe('信息项应为对象，1 是数字');
    expect(said('theme', 'zh-CN')).toBe('theme 应为对象，1 是数字');
    expect(said('信息项', 'en')).toBe('信息项 must be an object; 1 is a number');
  });
});
