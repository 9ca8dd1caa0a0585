import { createHash } from 'node:crypto';

/** UTF-16 code units that are kept of a value. */
const keptUnits = 64;

/** The beginning of a long text, the text itself if it is short. */
export function cutText(text: string): string {
  return text.length <= keptUnits ? text : text.slice(0, keptUnits);
}

/** A short name for a text, another one for another text: the text itself, or the beginning of a long one with its SHA-256. */
export function nameOfText(text: string): string {
  if (text.length <= keptUnits) return text;
  const digest = createHash('sha256').update(text, 'utf16le').digest('base64');
  return `${cutText(text)}${digest}`;
}

/** What a name says of its text, for people: never half a character. */
export function shownText(name: string): { readonly text: string; readonly isCut: boolean } {
  if (name.length <= keptUnits) return { text: name, isCut: false };
  const cut = cutText(name);
  const unit = cut.charCodeAt(keptUnits - 1);
  return { text: unit >= 0xd800 && unit < 0xdc00 ? cut.slice(0, -1) : cut, isCut: true };
}
