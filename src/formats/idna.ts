import {
  allowedInLabel,
  bidiClass,
  isVirama,
  joinsNext,
  joinsNextOnly,
  joinsPreviousOnly,
  joinTransparent,
} from './idna-properties.ts';
import { decodePunycode, encodePunycode } from './punycode.ts';

/** Why a label is not a U-label of IDNA2008. */
export type LabelFault =
  | 'character'
  | 'context'
  | 'hyphen'
  | 'combining-mark'
  | 'direction'
  | 'punycode'
  | 'label-length';

/** Judges a label with characters outside ASCII (RFC 5891 section 4.2): its characters, their neighbours, its encoded length. */
export function uLabelFault(label: string): LabelFault | undefined {
  const characters = [...label];
  if (characters.length > 63) return 'label-length';
  if (label.normalize('NFC') !== label) return 'character';
  if (label.startsWith('-') || label.endsWith('-') || label.slice(2, 4) === '--') return 'hyphen';
  if (/^\p{M}/u.test(label)) return 'combining-mark';
  if (!characters.every(allowedInLabel)) return 'character';
  if (!characters.every((_, at) => contextHolds(characters, at))) return 'context';
  const encoded = encodePunycode(characters.map((character) => character.codePointAt(0) ?? 0));
  return encoded === undefined || encoded.length > 59 ? 'label-length' : undefined;
}

/** Decodes what follows `xn--` and judges it; the decoded label comes back for checks on the whole name. */
export function aLabelFault(encoded: string): { fault: LabelFault } | { label: string } {
  const lower = encoded.toLowerCase();
  const codePoints = decodePunycode(lower);
  if (codePoints === undefined || codePoints.some((one) => one >= 0xd800 && one <= 0xdfff))
    return { fault: 'punycode' };
  if (codePoints.every((one) => one < 128) || encodePunycode(codePoints) !== lower)
    return { fault: 'punycode' };
  const label = String.fromCodePoint(...codePoints);
  const fault = uLabelFault(label);
  return fault === undefined ? { label } : { fault };
}

/** Appendix A of RFC 5892: characters that need certain neighbours. */
function contextHolds(characters: readonly string[], at: number): boolean {
  const before = characters[at - 1] ?? '';
  const after = characters[at + 1] ?? '';
  switch (characters[at]) {
    case '\u00B7':
      return before === 'l' && after === 'l';
    case '\u0375':
      return /\p{sc=Greek}/u.test(after);
    case '\u05F3':
    case '\u05F4':
      return /\p{sc=Hebrew}/u.test(before);
    case '\u30FB':
      return characters.some((one) => /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u.test(one));
    case '\u200D':
      return before !== '' && isVirama(before);
    case '\u200C':
      return (before !== '' && isVirama(before)) || standsInJoint(characters, at);
    default:
      return digitsAgree(characters, at);
  }
}

/** Arabic-Indic and extended Arabic-Indic digits do not mix. */
function digitsAgree(characters: readonly string[], at: number): boolean {
  if (!/[\u0660-\u0669]/.test(characters[at] ?? '')) return true;
  return !characters.some((one) => /[\u06F0-\u06F9]/.test(one));
}

/** Whether the letters on both sides of a non-joiner, marks passed over, would otherwise join. */
function standsInJoint(characters: readonly string[], at: number): boolean {
  const before = characters.slice(0, at).findLast((one) => !joinTransparent.test(one)) ?? '';
  const after = characters.slice(at + 1).find((one) => !joinTransparent.test(one)) ?? '';
  const joinsBack = joinsPreviousOnly.test(after) || (joinsNext.test(after) && !joinsNextOnly.test(after));
  return joinsNext.test(before) && joinsBack;
}

/** The Bidi rule of RFC 5893: it binds every label of a name in which one label runs from right to left. */
export function directionHolds(labels: readonly string[]): boolean {
  const classesOf = labels.map((label) => Array.from(label, bidiClass));
  if (!classesOf.some((classes) => classes.some((one) => one === 'R' || one === 'AN'))) return true;
  return classesOf.every((classes) => {
    const text = classes.join(' ');
    if (classes[0] === 'R') {
      return (
        /^(?:(?:R|AN|EN|ES|ON|BN|NSM)(?: |$))+$/.test(text) &&
        /(?:R|EN|AN)(?: NSM)*$/.test(text) &&
        !(classes.includes('EN') && classes.includes('AN'))
      );
    }
    return (
      classes[0] === 'L' &&
      /^(?:(?:L|EN|ES|ON|BN|NSM)(?: |$))+$/.test(text) &&
      /(?:L|EN)(?: NSM)*$/.test(text)
    );
  });
}
