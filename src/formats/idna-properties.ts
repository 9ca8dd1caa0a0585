import type { LazyPattern } from './lazy-pattern.ts';
import { lazyPattern } from './lazy-pattern.ts';

/*
 * Properties of characters that RFC 5892 and RFC 5893 ask for and that regular expressions do not name. Where one can be
 * derived from properties that they do name, it is, so that it follows the Unicode version of the running Node.
 */

/** Section 2.6 of RFC 5892: allowed and forbidden whatever the other properties say. */
const exceptionsAllowed = lazyPattern(() => /^[\u00DF\u03C2\u06FD\u06FE\u0F0B\u3007]$/u);
const exceptionsForbidden = lazyPattern(() => /^[\u0640\u07FA\u302E\u302F\u3031-\u3035\u303B]$/u);
/** Allowed only beside certain characters (CONTEXTO, CONTEXTJ). */
const contextual = lazyPattern(
  () => /^[\u00B7\u0375\u05F3\u05F4\u30FB\u0660-\u0669\u06F0-\u06F9\u200C\u200D]$/u,
);
/** Sections 2.3 to 2.9: unassigned, old Hangul, unstable under folding, ignorable, ignorable blocks. */
const forbidden = lazyPattern(
  () =>
    /^(?:[\p{Cn}\u1100-\u11FF\uA960-\uA97C\uD7B0-\uD7FB\p{CWKCF}\p{DI}\p{White_Space}\p{NChar}]|[\u20D0-\u20FF]|[\u{1D100}-\u{1D24F}])$/u,
);
/** Section 2.1 and LDH. */
const letterOrDigit = lazyPattern(() => /^[-\p{Ll}\p{Lu}\p{Lo}\p{Nd}\p{Lm}\p{Mn}\p{Mc}]$/u);

/** Whether a character may stand in a U-label: PVALID, or contextual (then its neighbours decide). */
export function allowedInLabel(character: string): boolean {
  if (exceptionsAllowed.test(character) || contextual.test(character)) return true;
  if (exceptionsForbidden.test(character) || forbidden.test(character)) return false;
  return letterOrDigit.test(character);
}

/**
 * Whether the canonical combining class is 9 (Virama). Canonical ordering tells: such a mark moves behind U+3099 (class 8)
 * but not behind U+094D (class 9).
 */
export function isVirama(character: string): boolean {
  return movesBehind(character, '\u3099') && !movesBehind(character, '\u094D');
}

function movesBehind(mark: string, other: string): boolean {
  return mark.normalize('NFD') === mark && (mark + other).normalize('NFD') !== mark + other;
}

/** Joining_Type Left or Dual, from the Unicode Character Database (ArabicShaping). */
export const joinsNext = lazyPattern(
  () =>
    /[\u{620}\u{626}\u{628}\u{62a}-\u{62e}\u{633}-\u{63f}\u{641}-\u{647}\u{649}-\u{64a}\u{66e}-\u{66f}\u{678}-\u{687}\u{69a}-\u{6bf}\u{6c1}-\u{6c2}\u{6cc}\u{6ce}\u{6d0}-\u{6d1}\u{6fa}-\u{6fc}\u{6ff}\u{712}-\u{714}\u{71a}-\u{71d}\u{71f}-\u{727}\u{729}\u{72b}\u{72d}-\u{72e}\u{74e}-\u{758}\u{75c}-\u{76a}\u{76d}-\u{770}\u{772}\u{775}-\u{777}\u{77a}-\u{77f}\u{7ca}-\u{7ea}\u{841}-\u{845}\u{848}\u{84a}-\u{853}\u{855}\u{860}\u{862}-\u{865}\u{868}\u{886}\u{889}-\u{88d}\u{8a0}-\u{8a9}\u{8af}-\u{8b0}\u{8b3}-\u{8b8}\u{8ba}-\u{8c8}\u{1807}\u{1820}-\u{1878}\u{1887}-\u{18a8}\u{18aa}\u{a840}-\u{a872}\u{10ac0}-\u{10ac4}\u{10acd}\u{10ad3}-\u{10adc}\u{10ade}-\u{10ae0}\u{10aeb}-\u{10aee}\u{10b80}\u{10b82}\u{10b86}-\u{10b88}\u{10b8a}-\u{10b8b}\u{10b8d}\u{10b90}\u{10bad}-\u{10bae}\u{10d00}-\u{10d21}\u{10d23}\u{10f30}-\u{10f32}\u{10f34}-\u{10f44}\u{10f51}-\u{10f53}\u{10f70}-\u{10f73}\u{10f76}-\u{10f81}\u{10fb0}\u{10fb2}-\u{10fb3}\u{10fb8}\u{10fbb}-\u{10fbc}\u{10fbe}-\u{10fbf}\u{10fc1}\u{10fc4}\u{10fca}-\u{10fcb}\u{1e900}-\u{1e943}]/u,
);

/** Joining_Type Right, from the same file. Together with `joinsNext` minus Left this is what may follow a joint. */
export const joinsPreviousOnly = lazyPattern(
  () =>
    /[\u{622}-\u{625}\u{627}\u{629}\u{62f}-\u{632}\u{648}\u{671}-\u{673}\u{675}-\u{677}\u{688}-\u{699}\u{6c0}\u{6c3}-\u{6cb}\u{6cd}\u{6cf}\u{6d2}-\u{6d3}\u{6d5}\u{6ee}-\u{6ef}\u{710}\u{715}-\u{719}\u{71e}\u{728}\u{72a}\u{72c}\u{72f}\u{74d}\u{759}-\u{75b}\u{76b}-\u{76c}\u{771}\u{773}-\u{774}\u{778}-\u{779}\u{840}\u{846}-\u{847}\u{849}\u{854}\u{856}-\u{858}\u{867}\u{869}-\u{86a}\u{870}-\u{882}\u{88e}\u{8aa}-\u{8ac}\u{8ae}\u{8b1}-\u{8b2}\u{8b9}\u{10ac5}\u{10ac7}\u{10ac9}-\u{10aca}\u{10ace}-\u{10ad2}\u{10add}\u{10ae1}\u{10ae4}\u{10aef}\u{10b81}\u{10b83}-\u{10b85}\u{10b89}\u{10b8c}\u{10b8e}-\u{10b8f}\u{10b91}\u{10ba9}-\u{10bac}\u{10d22}\u{10f33}\u{10f54}\u{10f74}-\u{10f75}\u{10fb4}-\u{10fb6}\u{10fb9}-\u{10fba}\u{10fbd}\u{10fc2}-\u{10fc3}\u{10fc9}]/u,
);
/** Joining_Type Left: joins to the next character only. */
export const joinsNextOnly = lazyPattern(() => /[\u{a872}\u{10acd}\u{10ad7}\u{10d00}\u{10fcb}]/u);
/** Joining_Type Transparent. */
export const joinTransparent = lazyPattern(() => /[\p{Mn}\p{Me}]/u);

/** Bidi_Class of a character that is allowed in a label; R stands for R and AL. */
type BidiClass = 'L' | 'R' | 'AN' | 'EN' | 'ES' | 'ON' | 'BN' | 'NSM';

const rightToLeft = lazyPattern(
  () =>
    /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Samr}\p{sc=Mand}\p{sc=Cprt}\p{sc=Armi}\p{sc=Palm}\p{sc=Nbat}\p{sc=Hatr}\p{sc=Phnx}\p{sc=Lydi}\p{sc=Mero}\p{sc=Merc}\p{sc=Khar}\p{sc=Sarb}\p{sc=Narb}\p{sc=Mani}\p{sc=Avst}\p{sc=Prti}\p{sc=Phli}\p{sc=Phlp}\p{sc=Orkh}\p{sc=Hung}\p{sc=Rohg}\p{sc=Yezi}\p{sc=Sogo}\p{sc=Sogd}\p{sc=Ougr}\p{sc=Chrs}\p{sc=Elym}\p{sc=Mend}\p{sc=Adlm}]/u,
);

const classes: readonly (readonly [BidiClass, LazyPattern])[] = [
  ['EN', lazyPattern(() => /^[0-9\u06F0-\u06F9]$/u)],
  ['ES', lazyPattern(() => /^-$/u)],
  ['AN', lazyPattern(() => /^[\u0660-\u0669\u{10D30}-\u{10D39}\u{10D40}-\u{10D49}]$/u)],
  ['BN', lazyPattern(() => /^[\u200C\u200D]$/u)],
  ['L', lazyPattern(() => /^[\u0CBF\u0CC6\u{11A07}\u{11A08}\u{11C3F}]$/u)],
  ['NSM', lazyPattern(() => /^[\p{Mn}\p{Me}]$/u)],
  [
    'ON',
    lazyPattern(
      () => /^[\u00B7\u02B9\u02BA\u02C6-\u02CF\u02EC\u0375\u2E2F\u30FB\uA67F\uA717-\uA71F\uA788]$/u,
    ),
  ],
  ['R', rightToLeft],
];

/** The Bidi_Class that decides in RFC 5893. */
export function bidiClass(character: string): BidiClass {
  return classes.find(([, pattern]) => pattern.test(character))?.[0] ?? 'L';
}
