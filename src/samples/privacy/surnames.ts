/** Common surnames of one character, most frequent first. A name of a rarer one is found by its heading only where it has a middle dot. */
const single =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边吉饶阚党刁褚鄢池卓蓝冀尚农温麻仇苟晏蒲瞿占樊商肖闫戚邬连佟宫巩简娄盖符穆练国和原代桑来楼郎丘付应慕臧敖宗茅滕计晋胥窦花干邝竺东么仝辜蒙米明匡敬虞郁艾幸鞠闻莘芮井那荆古谌寇巫富支粟满门苑封储鹿雍伏全居狄栾冷官鄂奚禹厉冒佘战庾喻巴曹邸逯由相尧沙海岑初揭朴衣昌乌郗隆咸弓车危谈亓苌呼延竹勾皮訾危訚佴';

const compound =
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 轩辕 南宫 夏侯 端木 百里 呼延 东郭 南门 西门 独孤 闾丘 太史 公羊 公冶 澹台 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 鲜于 赫连 拓跋 万俟 闻人 宗政 司空 司寇 亓官 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 公良 夹谷 宰父 谷梁 段干 梁丘 左丘 东门 贺兰 纳兰 完颜 耶律 爱新觉罗 叶赫那拉';

const singles: ReadonlySet<string> = new Set(single);
/** First two characters → how long the surname is. */
const compounds: ReadonlyMap<string, number> = new Map(
  compound.split(' ').map((surname) => [surname.slice(0, 2), surname.length]),
);

/** How many characters the surname takes at the start of a text; 0 where it starts with none that is known. */
export function surnameLength(text: string): number {
  return compounds.get(text.slice(0, 2)) ?? (singles.has(text.charAt(0)) ? 1 : 0);
}

/** Surnames as expressions: the first characters of those of two and more, and those of one. */
export const surnamePatterns = {
  compound: [...compounds.keys()].join('|'),
  single: `[${[...singles].join('')}]`,
} as const;
