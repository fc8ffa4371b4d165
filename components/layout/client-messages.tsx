import { NextIntlClientProvider } from 'next-intl';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { pickMessages, type Area } from '@/lib/i18n/messages';

/** Gives the components that run in the browser the words they need, and no others: a page names its areas. The
 *  root layout has `common` already. */
export async function ClientMessages({
  areas,
  children,
}: {
  areas: readonly Area[];
  children: ReactNode;
}) {
  const locale = await getLocale();
  return (
    <NextIntlClientProvider locale={locale} messages={pickMessages(locale, ['common', ...areas])}>
      {children}
    </NextIntlClientProvider>
  );
}
