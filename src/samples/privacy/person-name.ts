import { surnameLength, surnamePatterns } from './surnames.ts';

const han = /^[\u3400-\u9FFF]{2,6}$/;
const dotted = /^[\u3400-\u9FFF]{1,10}(?:[·•・‧.．][\u3400-\u9FFF]{1,10}){1,3}$/u;
const latin = /^\p{Lu}[\p{L}'’-]{0,29}(?:[ ,]{1,2}\p{Lu}[\p{L}'’.-]{0,29}){1,4}$/u;

/** Words that start like a surname and are none of a person: what tables write in a column of names when there is nothing to say. */
const notNames: ReadonlySet<string> = new Set(
  '未知 不详 无名 空白 保密 匿名 平均 全部 全市 全县 安全 单位 成员 方案 马上 时间 高中 高级 金额 金属 黄金 强制 包括 关于 应急 和平 常规 常住 任务 项目 相关 路灯 温度 成人 明细 文化 白色 黄色 白天 东部 东区 项数 章节 计划 代码 古镇 原始 向阳'.split(
    ' ',
  ),
);

/** Texts that certainly are Chinese names: those of a surname of one character and one or two more, but for the exceptions. */
export const namePatterns = {
  certain: new RegExp(`^${surnamePatterns.single}[\\u3400-\\u9FFF]{1,2}$`),
  compound: new RegExp(`^(?:${surnamePatterns.compound})`),
  notNames: new RegExp(`^(?:${[...notNames].join('|')})$`),
} as const;

/** Whether a text is the Chinese name of a person: a known surname and one or two characters (`张伟`, `欧阳娜娜`), or parts with middle dots. */
export function isChineseName(text: string): boolean {
  const name = text.length > 48 ? '' : text.replaceAll(/\s/g, '');
  if (dotted.test(name)) return true;
  if (!han.test(name) || notNames.has(name)) return false;
  const surname = surnameLength(name);
  const given = name.length - surname;
  // Two surnames before the given name, as many children and married women have: 张王小明.
  const most = surname === 1 && surnameLength(name.slice(1)) === 1 ? 3 : 2;
  return surname > 0 && given >= 1 && given <= most;
}

/** A Chinese name, or two to five capitalised words. */
export function isPersonName(text: string): boolean {
  return isChineseName(text) || (text.length <= 100 && latin.test(text));
}
