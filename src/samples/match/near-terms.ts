import { nameWords } from '../../alignment/normalise.ts';

/** How two headings that are spelt differently may say the same; `turned`: they share their terms, but one of them makes another thing of it. */
export type NearTerms = 'order' | 'part' | 'turned';

/** Terms have two characters at least, and what two headings share must be more than the last of them (日期, 名称). */
const termLength = 2;
const leastShared = 4;

/** Ends that only say that there is something: 摘要信息, 联系电话号码. */
const emptyEnds = ['信息', '情况', '内容', '数据'];

/**
 * What makes another thing of the same words: whose it is, in which state, of which time, how sure. 注销登记日期 is not 登记日期, 主管单位名称 is
 * not 单位名称.
 */
const turning =
  /[日周月年旬季时分秒有无不非未否省市县区乡镇村一二三四五六七八九十百千万半双单多前后上下内外入出新旧首末始终起止原曾拟应实预父母子女夫妻主从正副总大小高低男]|配偶|监护|代理|代办|经办|委托|受托|管理|监管|审批|所属|相关|关联|其他|变更|注销|撤销|吊销|延续|补办|计划|最近|法人|代表|联系|户籍|通讯|经营|更新|发布|创建|结束|开始|截止|修改/u;

/**
 * Whether two Chinese headings may say the same: the same terms, two of them in another order (登记成立日期, 成立登记日期), or one with a term
 * more in front (成立登记日期, 登记日期) or an empty one behind. Not certain: only where no other heading comes into question.
 */
export function nearTerms(one: string, other: string): NearTerms | undefined {
  const [short, long] = [one, other].map(compactHan).sort((a, b) => a.length - b.length) as [string, string];
  if (short.length < termLength || short === long) return undefined;
  if (short.length === long.length) return isRotated(short, long) ? 'order' : undefined;
  if (emptyEnds.some((end) => long === short + end)) return 'part';
  if (short.length < leastShared || long.length - short.length < termLength) return undefined;
  const more = termMore(short, long);
  if (more === undefined) return undefined;
  return turning.test(more) ? 'turned' : 'part';
}

/** What the longer has in front, or between two terms, that the shorter has not. */
function termMore(short: string, long: string): string | undefined {
  const more = long.length - short.length;
  for (let at = 0; at <= short.length - termLength; at += 1) {
    if (at === 1 || short.slice(0, at) !== long.slice(0, at)) continue;
    if (short.slice(at) === long.slice(at + more)) return long.slice(at, at + more);
  }
  return undefined;
}

/** `''` for what is not Chinese throughout. */
function compactHan(text: string): string {
  const compact = nameWords(text).join('');
  return /^\p{Script=Han}+$/u.test(compact) && compact.length <= 40 ? compact : '';
}

/** Whether two neighbouring terms have changed places between what both start and end with. */
function isRotated(one: string, other: string): boolean {
  let start = 0;
  while (one[start] === other[start]) start += 1;
  let end = one.length;
  while (one[end - 1] === other[end - 1]) end -= 1;
  const [left, right] = [one.slice(start, end), other.slice(start, end)];
  for (let at = termLength; at <= left.length - termLength; at += 1)
    if (left.slice(at) + left.slice(0, at) === right) return true;
  return false;
}
