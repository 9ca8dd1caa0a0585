/** Signs that people and programs put in place of hidden characters. */
const runs = /\*|[＊●■█▇◆×]{2,}|[Xx#]{4,}|•{2,}/u;
const somebody = /^[\u3400-\u9FFF]{1,2}某{1,2}[\u3400-\u9FFF]?$/;
const digest = /^(?:[\dA-Fa-f]{32}|[\dA-Fa-f]{40}|[\dA-Fa-f]{64})$/;

/** A text of which none matches is not masked. */
export const maskedPatterns: readonly RegExp[] = [runs, somebody, digest];

/** Whether a personal value is hidden in part or whole: `330222************`, `138****8000`, `张某`, or a digest in its place. */
export function isMasked(text: string): boolean {
  return text.length <= 512 && (runs.test(text) || somebody.test(text) || digest.test(text));
}

/** Classes whose tests pass what is left of a masked value: `z***@example.org`, `渝北区****`. */
const passMasked: ReadonlySet<string> = new Set(['address', 'email', 'office-email', 'name']);

/** Whether a masked text may still hold a value of the class in the clear. */
export function outlastsMask(detector: { readonly id: string; readonly anyValue: boolean }): boolean {
  return !detector.anyValue && !passMasked.has(detector.id);
}
