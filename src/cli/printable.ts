/** Text from files or flags without characters that act on a terminal: they are written as `\u{1b}`. Line ends stay. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\p{Cf}\u2028\u2029]/gu, (character) =>
    character === '\n' ? '\n' : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
