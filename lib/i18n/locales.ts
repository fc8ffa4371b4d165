// Languages of the screen. Simplified Chinese is the default; the choice lives in a cookie, never in the address.
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = 'zh-CN';
export const localeCookie = 'locale';

/** The locale a cookie's value stands for; anything unknown is the default. */
export function localeOf(value: string | undefined): Locale {
  return locales.find((locale) => locale === value) ?? defaultLocale;
}
