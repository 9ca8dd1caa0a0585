import type { Localized } from '../model/locale.ts';

/** A named shape of text that a schema's `format` keyword, a column type or a rule may ask for. */
export interface Format {
  /** As written after `format` in a schema. */
  readonly name: string;
  /** A noun phrase: `"x" is not a valid <title>`. */
  readonly title: Localized;
  /** One text that conforms. */
  readonly example: string;
  /** A sentence for every reason that `check` can give. */
  readonly reasons: Readonly<Record<string, Localized>>;
  /** `true`, or a machine-readable reason such as `month-out-of-range`. Pure; linear in the length of the text. */
  check(text: string): true | string;
  /** The same content as the format wants it written; undefined where that would be a guess. */
  mend?(text: string): string | undefined;
}

/** Longer texts are refused unread: no identifier or address that means something is longer. UTF-16 units. */
const maxFormatLength = 8192;

const tooLong: Localized = {
  en: `It is longer than ${maxFormatLength} characters.`,
  'zh-CN': `长度超过 ${maxFormatLength} 个字符。`,
};

/** Makes a format. A reason without a sentence does not compile; the length cap is added here, once for all. */
export function defineFormat<Reason extends string>(format: {
  readonly name: string;
  readonly title: Localized;
  readonly example: string;
  readonly reasons: Readonly<Record<Reason, Localized>>;
  readonly check: (text: string) => true | Reason;
  readonly mend?: (text: string) => string | undefined;
}): Format {
  return {
    ...format,
    reasons: { ...format.reasons, 'too-long': tooLong },
    check: (text) => (text.length > maxFormatLength ? 'too-long' : format.check(text)),
  };
}
