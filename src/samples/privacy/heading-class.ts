import { nameWords } from '../../alignment/normalise.ts';
import { headingTerms } from './heading-terms.ts';
import type { HeadingStrength, HeadingTerms, PrivacyDetector } from './privacy-detector.ts';
import { headingStrengths } from './privacy-detector.ts';

/** What the matching of terms needs of a heading, made once. */
export interface HeadingForm {
  /** Its words run together: `联系人手机号`, `idcardno`. */
  readonly compact: string;
  /** The whole heading, with and without the words at its end that only say that a number follows. */
  readonly wholes: readonly string[];
  /** The same and its ends at every further word. */
  readonly tails: readonly string[];
}

const fillers: ReadonlySet<string> = new Set([
  'no',
  'number',
  'num',
  'nr',
  'value',
  'text',
  'str',
  'md5',
  'hash',
]);

/** Behind a term these make another thing of it: the kind of a document, a count of persons, a building. */
const otherThing =
  /(?:类型|种类|名称|状态|状况|标志|标识|代码|数|数量|人数|次数|户数|件数|率|比例|占比|品牌|型号|归属地|运营商|区号|机关|有效期|开户行|费|费用|单价|金额|单位|机构|医院|学校|中心|部门|部|处|站|所|机|亭|线|线路|点|门诊|时间|日期|时长|来源|说明|原因|要求|格式|长度|版本|app|公司|场所|床位|设施|用品|服务|会议|制度|政策|系统|平台|编码规则|证号|证编号|实名制?)$/;

/** Before a term these say that it is not about a person: `故障诊断`, `台风轨迹`, `设备照片`. */
const otherOwner =
  /(?:故障|设备|车辆行驶|网络|系统|植物|动物|犬只|宠物|作物|台风|网站|景区|景点|建筑|产品|商品|现场|门头|卫星)$/;

/** A heading as terms are looked for in it: half-width, lower case, without remarks in brackets. */
export function headingForm(heading: string): HeadingForm {
  const words = nameWords(heading);
  const tails: string[] = [];
  for (const shown of [words, withoutFillers(words)])
    for (let from = 0; from < Math.min(shown.length, 12); from += 1) tails.push(shown.slice(from).join(''));
  return { compact: words.join(''), wholes: [words.join(''), withoutFillers(words).join('')], tails };
}

function withoutFillers(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && (fillers.has(words[end - 1] ?? '') || /^\d{1,2}$/.test(words[end - 1] ?? ''))) end -= 1;
  return words.slice(0, end);
}

/** Whether one of the terms stands in the heading and means there what it says. */
export function holdsTerm(form: HeadingForm, terms: HeadingTerms): boolean {
  return terms.han.some((term) => holdsHan(form.compact, term)) || isLatinTerm(form.tails, terms.latin);
}

function isLatinTerm(texts: readonly string[], terms: readonly string[]): boolean {
  return terms.some((term) => texts.some((text) => text === term || text === `${term}s`));
}

function holdsHan(compact: string, term: string): boolean {
  if (term.endsWith('$')) return compact.replace(/\d{1,2}$/, '').endsWith(term.slice(0, -1));
  const at = compact.lastIndexOf(term);
  if (at < 0 || otherOwner.test(compact.slice(0, at))) return false;
  return !otherThing.test(compact.slice(at + term.length));
}

/** How much a heading tells of a class; undefined where nothing. */
export function headingStrength(form: HeadingForm, detector: PrivacyDetector): HeadingStrength | undefined {
  return headingStrengths.find((strength) => {
    const terms = detector.words[strength];
    if (terms === undefined) return false;
    if (terms.except?.some((term) => holdsHan(form.compact, term)) === true) return false;
    // Words of many meanings count only where the heading says nothing else: `name` may be a person's, `product_name` is not.
    const texts = strength === 'certain' ? form.tails : form.wholes;
    return terms.han.some((term) => holdsHan(form.compact, term)) || isLatinTerm(texts, terms.latin);
  });
}

const quantities = headingTerms(
  '金额$ 总额$ 余额$ 数额$ 差额$ 税额$ 限额$ 资本$ 资金$ 收入$ 支出$ 产值$ 价值$ 价格$ 单价$ 总价$ 均价$ 费用$ 税款$ 预算$ 决算$ 成本$ 利润$ 货值$ 罚款$ 面积$ 数量$ 总量$ 产量$ 销量$ 人口$ 里程$ 重量$ 体积$ 容量$',
  'amount price cost total sum revenue income expenditure budget balance capital turnover profit tax fee gdp area quantity population volume weight',
);

/** Whether a heading is that of an amount, whose numbers are as long as telephone numbers by chance. */
export function isQuantityHeading(heading: string): boolean {
  return holdsTerm(headingForm(heading), quantities);
}

/** Whether a heading is that of a count: the table then tells of groups, not of persons. */
export function isCountHeading(heading: string): boolean {
  const { compact } = headingForm(heading);
  return /(?:人数|户数|数量|人次|件数|总数|合计|小计|占比|比例)$|^(?:count|total|persons|population|households|percentage)$/.test(
    compact,
  );
}
