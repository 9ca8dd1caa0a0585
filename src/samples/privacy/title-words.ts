import { headingForm } from './heading-class.ts';

/** What a title tells of persons: a list of them, or a group that it would expose. */
export type TitleTelling = 'list-of-persons' | 'special-group';

const lists =
  /名单|花名册|名册|人员信息|人员明细|(?:补贴|补助|救助|津贴|低保|资金|金|待遇|款)发放|发放(?:表|明细|信息|数据|公示)|公示表/;
/** What stands before 名单, 发放 and the like where they are not about persons. */
const notPersons =
  /(?:企业|法人|机构|单位|公司|工厂|平台|工作站|工作室|事务所|示范区|示范点|空间|地块|市场|委员会|文明岗|黑|消防|许可|食品|商标|合作社|示范社|质量奖|商场|超市|餐饮|年检|学校|医院|药店|商户|景区|产品|品牌|项目|社团|组织|协会|基地|园区|门店|网点|品种|目录|许可证|执照|证书|牌照|证照|车辆)[^，。]{0,6}(?:名单|名册|发放|公示表)/;
const groups =
  /残疾|低保|特困|孤儿|困境儿童|留守儿童|事实无人抚养|贫困户|救助对象|服刑|社区矫正|戒毒|患者|病例|身份证号|优抚|失独|死亡人员/;
/** Titles of figures, and of what exists for such a group. */
const figures =
  /统计|汇总|数量|人数|总数|总量|指标|概况|简介|年鉴|网点|(?:机构|协会|学校|中心|医院|设施|政策|指南|标准|法规)(?:信息|名录|名单|列表|一览表?)?$/;

/** Why the title of a resource is a reason to look at it; undefined where it is none. */
export function titleTelling(title: string): TitleTelling | undefined {
  const { compact } = headingForm(title);
  if (figures.test(compact)) return undefined;
  if (groups.test(compact)) return 'special-group';
  return lists.test(compact) && !notPersons.test(compact) ? 'list-of-persons' : undefined;
}
