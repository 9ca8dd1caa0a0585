/**
 * What is left of a title or name once punctuation, spaces, width and case are taken away: equal where people would call two of them the
 * same.
 */
export function comparableText(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  return usual.test(plain)
    ? plain.replaceAll(usualMarks, '')
    : plain.replaceAll(/[\p{P}\p{Z}\p{C}\s~^`|]+/gu, '');
}

/*
 * ASCII, Chinese characters and the commonest punctuation that NFKC leaves as it is: nearly all texts, spared the classes of Unicode, which
 * take milliseconds to load.
 */
const usual = /^[\x20-\x7e\u4e00-\u9fff、。《》【】“”]*$/;
const usualMarks = /[^0-9a-z\u4e00-\u9fff$+<=>]+/g;
