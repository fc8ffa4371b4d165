// What the interface says to people who build on it, in the language their system asks for.
import { createTranslator } from 'next-intl';
import { defaultLocale, type Locale } from '@/lib/i18n/locales';
import { messages } from '@/lib/i18n/messages';

/** The language of an answer: the first of Accept-Language that is Chinese or English. */
export function localeOfHeader(header: string | null): Locale {
  for (const wanted of (header ?? '').slice(0, 500).toLowerCase().split(',')) {
    const language = wanted.trim().split(/[-;]/)[0];
    if (language === 'zh') return 'zh-CN';
    if (language === 'en') return 'en';
  }
  return defaultLocale;
}

/** The sentence of a problem: the interface's own, or else the one that people read on screen for the same fault. */
export function sentenceOf(
  locale: Locale,
  code: string,
  params: Record<string, string> = {},
): string {
  const area = code in messages[locale].api.problems ? 'api.problems' : 'issues';
  const t = createTranslator({ locale, messages: messages[locale] }) as unknown as {
    (key: string, params: object): string;
    has(key: string): boolean;
  };
  const key = `${area}.${code}`;
  return t.has(key) ? t(key, params) : code;
}
