'use server';

import { cookies } from 'next/headers';
import { localeCookie, localeOf } from './locales';

/** Keeps the language a person chose for a year. */
export async function chooseLocale(form: FormData): Promise<void> {
  const locale = localeOf(String(form.get('locale')));
  (await cookies()).set(localeCookie, locale, {
    path: '/',
    sameSite: 'lax',
    maxAge: 365 * 24 * 3600,
  });
}
