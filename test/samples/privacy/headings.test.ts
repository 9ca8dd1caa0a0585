import { describe, expect, it } from 'vitest';
import { saidClasses } from '../../../src/samples/privacy/privacy-columns.ts';

function said(heading: string): string[] {
  return saidClasses(heading, undefined, 'gbt-45574').map(({ detector }) => detector.id);
}

describe('headings that tell of a person', () => {
  it.each([
    ['身份证号', 'citizen-id'],
    ['*公民身份号码（必填）', 'citizen-id'],
    ['法定代表人身份证号码', 'citizen-id'],
    ['SFZH', 'citizen-id'],
    ['sfzhm', 'citizen-id'],
    ['id_card_no', 'citizen-id'],
    ['idCardNumber', 'citizen-id'],
    ['applicant_id_card', 'citizen-id'],
    ['证件号码', 'citizen-id'],
    ['cerno', 'citizen-id'],
    ['护照号码', 'passport'],
    ['passport_no', 'passport'],
    ['驾驶证号', 'other-id'],
    ['社保卡号', 'social-security'],
    ['姓名', 'name'],
    ['XM', 'name'],
    ['联系人', 'name'],
    ['法定代表人', 'name'],
    ['first name', 'name'],
    ['联系电话', 'phone'],
    ['手机号码1', 'phone'],
    ['lxdh', 'phone'],
    ['mobile', 'phone'],
    ['phone_number', 'phone'],
    ['家庭住址', 'address'],
    ['户籍地址', 'address'],
    ['address', 'address'],
    ['银行账号', 'bank-account'],
    ['卡号', 'bank-account'],
    ['诊断', 'health'],
    ['残疾等级', 'health'],
    ['低保类别', 'special-status'],
    ['学籍号', 'minor'],
    ['行程轨迹', 'whereabouts'],
    ['指纹', 'biometric'],
    ['宗教信仰', 'religion'],
    ['出生日期', 'birth-date'],
    ['dob', 'birth-date'],
    ['民族', 'ethnicity'],
    ['婚姻状况', 'marriage'],
    ['文化程度', 'education'],
    ['电子邮箱', 'email'],
    ['e-mail', 'email'],
    ['车牌号', 'plate'],
  ])('%s: %s', (heading, detector) => expect(said(heading)).toContain(detector));
});

it('says of a column what it is and nothing besides', () => {
  expect(said('残疾证号')).toEqual(['other-id', 'special-status']);
  expect(said('车牌号码')).toEqual(['plate']);
  expect(said('学生姓名')).toEqual(['minor', 'name']);
  expect(said('姓名')).toEqual(['name']);
  expect(said('法定代表人身份证号')).toEqual(['citizen-id']);
});

describe('headings that do not', () => {
  it.each([
    '名称',
    '机构名称',
    '项目名称',
    '企业名称',
    'product_name',
    'org_name',
    'xmmc',
    'order_no',
    'order number',
    '订单编号',
    '统一社会信用代码',
    '电话区号',
    '电话费',
    '手机品牌',
    '身份证件类型',
    '证件类型',
    '身份证复印件数量',
    '银行卡数量',
    '邮箱数量',
    '民族乡数量',
    '残疾人数',
    '低保户数',
    '学生人数',
    '儿童医院',
    '残疾人服务机构名称',
    '婚姻登记处',
    '故障诊断',
    '台风轨迹',
    '景区照片',
    '更新日期',
    'ip_address',
    'web address',
    '序号',
    'id',
    '金额',
    '注册地址',
    '企业注册地址',
    '经营地址',
    '',
    '*',
  ])('%s', (heading) => expect(said(heading)).toEqual([]));
});
