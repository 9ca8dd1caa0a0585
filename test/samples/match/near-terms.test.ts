import { describe, expect, it } from 'vitest';
import { nearTerms } from '../../../src/samples/match/near-terms.ts';

describe('Chinese headings that may say the same', () => {
  it.each([
    ['登记成立日期', '成立登记日期', 'order'],
    ['开放条件', '条件开放', 'order'],
    ['登记日期', '成立登记日期', 'part'],
    ['登记日期', '登记成立日期', 'part'],
    ['停车场名称', '公共停车场名称', 'part'],
    ['统一社会信用代码', '机构统一社会信用代码（18位）', 'part'],
    ['摘要', '摘要信息', 'part'],
    ['登记日期', '注销登记日期', 'turned'],
    ['单位名称', '主管单位名称', 'turned'],
    ['身份证号码', '监护人身份证号码', 'turned'],
    ['企业名称', '企业法人名称', 'turned'],
  ])('%s, %s', (one, other, near) => {
    expect(nearTerms(one, other)).toBe(near);
    expect(nearTerms(other, one)).toBe(near);
  });

  it.each([
    ['登记日期', '登记日期'],
    ['名称', '停车场名称'],
    ['日期', '登记日期'],
    ['出生日期', '登记日期'],
    ['机构地址', '机构注册登记地址电话'],
    ['开始时间', '结束时间'],
    ['单位电话', '电话单位a'],
    ['name', 'full name'],
    ['', '登记日期'],
  ])('%s is not %s', (one, other) => {
    expect(nearTerms(one, other)).toBeUndefined();
    expect(nearTerms(other, one)).toBeUndefined();
  });
});
