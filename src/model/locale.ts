/** The languages in which texts for people exist. */
export const locales = ['en', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

/** A text in every language. A missing one does not compile. */
export type Localized = Readonly<Record<Locale, string>>;
