import type { Locale } from './locales';

/** A unit's, section's or indicator's name in the reader's language. */
export function nameOf({ name, nameEn }: { name: string; nameEn: string }, locale: Locale): string {
  return locale === 'en' ? nameEn : name;
}
