import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/layout/client-messages';
import { DemoBanner } from '@/components/layout/demo-banner';
import { SkipLink } from '@/components/layout/skip-link';
import './globals.css';

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return {
    title: { default: t('product'), template: `%s · ${t('product')}` },
    robots: { index: false, follow: false },
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  return (
    <html lang={locale}>
      <body className="font-sans">
        <ClientMessages areas={[]}>
          <SkipLink />
          {process.env.GONGBAO_DEMO === '1' ? <DemoBanner /> : null}
          {children}
        </ClientMessages>
      </body>
    </html>
  );
}
