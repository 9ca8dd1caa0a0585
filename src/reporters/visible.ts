/**
 * Characters that act on a terminal instead of being seen there: controls (C0, DEL, C1), bidirectional overrides and
 * marks, line and paragraph separators, invisible joiners, tags, noncharacters, lone surrogates.
 */
const unseen =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e0fff}]/gu;

/** Text from data, on one line, with every character that cannot be seen written as `\u{1b}`. */
export function visible(text: string): string {
  return text.replaceAll(unseen, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/**
 * A finished line that no CI runner takes for a command of its own: GitHub's obeys lines that start with `::` and
 * `##[` anywhere. The second character is written as its code then. Colour codes before it do not count as text.
 */
export function inert(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes start with ESC
  const command = /^((?:\s|\u001b\[[\d;]*m)*:):/;
  return line.replace(command, '$1\\u{3a}').replaceAll('##[', '#\\u{23}[');
}
