/** Longer texts are prose. */
const maxLength = 1024;
const member = /^\s*(?:"([^"]*)"|'([^']*)')\s*$/;

/**
 * The texts of a list that was written into one text, as exports do (`["csv", "xml"]`, `['csv', 'xml']`), each once and
 * without empty ones; undefined where the text is no such list.
 */
export function listInText(text: string): readonly string[] | undefined {
  if (text.length > maxLength) return undefined;
  const inner = /^\s*\[([^[\]]*)\]\s*$/.exec(text)?.[1];
  if (inner === undefined) return undefined;
  const parts = inner.trim() === '' ? [] : inner.split(',').map((part) => member.exec(part));
  if (parts.some((part) => part === null)) return undefined;
  const texts = parts.map((part) => (part?.[1] ?? part?.[2] ?? '').trim());
  return [...new Set(texts)].filter((each) => each !== '');
}
