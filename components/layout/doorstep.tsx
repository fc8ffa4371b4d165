import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LanguageSwitch } from './language-switch';
import { ProductMark } from './product-mark';

/** The frame of the pages one sees before signing in: one column, the mark, nothing else. */
export async function Doorstep({ children }: { children: ReactNode }) {
  const t = await getTranslations('common');
  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-xl px-4 py-10 outline-none">
      <div className="flex items-center justify-between">
        <span className="inline-flex items-center gap-2 font-bold">
          <ProductMark />
          {t('product')}
        </span>
        <LanguageSwitch />
      </div>
      <p className="mt-1 mb-8 text-ink-2">{t('tagline')}</p>
      {children}
    </main>
  );
}
