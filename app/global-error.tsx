'use client';

import { NextIntlClientProvider } from 'next-intl';
import { Failure } from '@/components/layout/failure';
import { defaultLocale } from '@/lib/i18n/locales';
import common from '@/lib/i18n/messages/zh-CN/common.json';
import './globals.css';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** When even the root layout failed; the language is unknown then, so it is the default one. */
export default function GlobalError({ error, reset }: Props) {
  return (
    <html lang={defaultLocale}>
      <body className="font-sans">
        <NextIntlClientProvider locale={defaultLocale} messages={{ common }}>
          <Failure digest={error.digest} retry={reset} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
