import type { SampleClaims } from '../../model/data-item.ts';

/** Headings of columns that say when a row was written. Other days may well lie in the future: 有效期至, 计划日期. */
const written =
  /更新|修改|录入|登记|采集|入库|上报|填报|创建|同步|updated?|modified|created?|inserted|recorded|collected|last.?(?:change|edit)/iu;

/** Whether a column of this heading says when its rows were written. */
export function tellsWhenWritten(heading: string): boolean {
  return written.test(heading);
}

/** Whether the days of a column of this heading are held against what is claimed. */
export function claimsDays({ lastUpdate, period }: SampleClaims, heading: string): boolean {
  return period !== undefined || (lastUpdate !== undefined && tellsWhenWritten(heading));
}
