import type { Localized } from '../../model/locale.ts';
import { headingForm, holdsTerm } from './heading-class.ts';
import { headingTerms } from './heading-terms.ts';
import type { HeadingTerms } from './privacy-detector.ts';

/** Information on persons that is public by law or belongs to an office. It is noted, not reported as a leak. */
export interface BusinessContact {
  readonly id: string;
  /** Ids of the classes that are let pass under such a heading; no other. */
  readonly detectors: readonly string[];
  /** Undefined: under every heading except those of `not`. */
  readonly words: HeadingTerms | undefined;
  readonly not?: HeadingTerms;
  readonly reason: Localized;
}

/** What is let pass. Contact persons are not: the name of a person who answers a telephone is not published by law. */
export const businessContacts: readonly BusinessContact[] = [
  {
    id: 'legal-representative',
    detectors: ['name'],
    words: headingTerms(
      '法定代表人$ 法定代表人姓名 法人代表$ 法人代表姓名 法人$ 法人姓名 企业负责人 机构负责人 单位负责人 经营者姓名 经营者$ 投资人$ 股东',
      'fddbr fddbrxm frdb frxm legalrepresentative',
    ),
    reason: {
      en: 'Who represents an organisation in law is public in its register entry.',
      'zh-CN': '法定代表人、负责人、投资人属依法公示的登记信息（《企业信息公示暂行条例》）。',
    },
  },
  {
    id: 'official-in-charge',
    detectors: ['name'],
    words: headingTerms(
      '局长 主任$ 科长 执法人员 执法人姓名 承办人$ 审批人$ 校长 院长 河长 林长 主要负责人 裁判 审判长',
      '',
    ),
    reason: {
      en: 'Officials act in public; who was in charge is published with the act.',
      'zh-CN': '公职人员履行职务的信息依规公示（行政执法公示制度等）。',
    },
  },
  {
    id: 'licensed-professional',
    detectors: ['name', 'other-id'],
    words: headingTerms('执业医师 执业药师 律师$ 律师姓名 注册建造师 注册建筑师 评估师 会计师', ''),
    reason: {
      en: 'Licences to practise are published so that clients can check them.',
      'zh-CN': '执业资格依法公开，供公众查询。',
    },
  },
  {
    id: 'office-phone',
    detectors: ['phone', 'landline'],
    words: headingTerms(
      '单位联系电话 单位电话 单位联系方式 单位固定电话 办公电话 办公室电话 咨询电话 咨询方式 客服 服务电话 热线 投诉电话 举报电话 监督电话 值班电话 值班手机 部门电话 部门联系电话 机构电话 机构联系电话 企业电话 企业联系电话 公司电话 公司联系电话 学校电话 医院电话 预约电话 订餐电话 前台电话 报警电话 救援电话 窗口电话 网点电话 门店电话 商家电话 传真',
      'officephone workphone businessphone companyphone officetelephone hotline servicephone officenumber bgdh zxdh dwdh dwlxdh fwdh tsdh jddh fax',
    ),
    reason: {
      en: 'It is the number of an office, published to be called.',
      'zh-CN': '属单位对外公布的联系电话。',
    },
  },
  {
    id: 'landline',
    detectors: ['landline'],
    words: undefined,
    not: headingTerms(
      '家庭电话 家庭联系电话 住宅电话 宅电 家长电话 本人电话 个人电话 监护人电话 住户电话',
      'homephone jtdh hometelephone personalphone',
    ),
    reason: {
      en: 'Fixed telephones mostly belong to offices, unless the heading says otherwise.',
      'zh-CN': '固定电话多为单位电话，除非表头另有说明。',
    },
  },
  {
    id: 'office-email',
    detectors: ['email'],
    words: headingTerms(
      '单位邮箱 单位电子邮箱 办公邮箱 部门邮箱 部门电子邮箱 机构邮箱 企业邮箱 公司邮箱 公开邮箱 投诉邮箱 咨询邮箱 监督邮箱 企业电子邮箱 单位电子邮件',
      'officeemail workemail businessemail companyemail contactemail supportemail dwyx bgyx',
    ),
    reason: {
      en: 'It is the address of an office, published to be written to.',
      'zh-CN': '属单位对外公布的邮箱。',
    },
  },
  {
    id: 'office-mailbox',
    detectors: ['office-email'],
    words: undefined,
    reason: {
      en: 'The address is under a domain of government or names a role, not a person.',
      'zh-CN': '邮箱属政府域名或岗位公共邮箱，不指向个人。',
    },
  },
  {
    id: 'account-of-organisation',
    detectors: ['bank-account'],
    words: headingTerms(
      '单位银行账号 单位账号 对公账户 对公账号 企业账号 公司账号 财政专户 国库账号 缴款账号',
      '',
    ),
    reason: {
      en: 'Accounts of organisations are not of persons.',
      'zh-CN': '单位账户不属于个人信息。',
    },
  },
  {
    id: 'commercial-vehicle',
    detectors: ['plate'],
    words: headingTerms(
      '公务车 公交 出租车 营运车 客运车 货运车 危险品车 危货车 执法车 环卫车 渣土车 校车 工程车 网约车',
      '',
    ),
    reason: {
      en: 'Vehicles in public or commercial service are licensed publicly.',
      'zh-CN': '公务、营运车辆的号牌属公开许可信息。',
    },
  },
];

/** Why values of a class under this heading are let pass; undefined where they are not. */
export function businessContactOf(heading: string, detector: string): BusinessContact | undefined {
  const form = headingForm(heading);
  return businessContacts.find(
    ({ detectors, words, not }) =>
      detectors.includes(detector) &&
      (words === undefined || holdsTerm(form, words)) &&
      (not === undefined || !holdsTerm(form, not)),
  );
}

/** Headings of persons whom one asks about an organisation: their names are personal, but the rows are about the organisation. */
const contactPersons: HeadingTerms = headingTerms(
  '联系人 经办人 负责人 填报人 管理员 法定代表人 法人',
  'contactperson contactname lxr lxrxm',
);

/** Whether the rows of the table are about the persons in a column of this heading. */
export function isAboutPersons(heading: string): boolean {
  return !holdsTerm(headingForm(heading), contactPersons);
}
