'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { Button } from '@/components/ui/button';

/** A page that could not be made. A digest that begins with DATABASE says that the database does not answer. */
export function Failure({ digest, retry }: { digest?: string; retry: () => void }) {
  const t = useTranslations('common');
  const router = useRouter();
  // The page is asked for anew; drawing the old answer again would only fail again.
  const askAgain = () =>
    startTransition(() => {
      router.refresh();
      retry();
    });
  const down = digest?.startsWith('DATABASE') === true;
  return (
    <main id="content" className="mx-auto max-w-[720px] px-4 py-12">
      <h1>{down ? t('databaseDown.title') : t('failure.title')}</h1>
      <p className="my-4">{down ? t('databaseDown.text') : t('failure.text')}</p>
      <p className="my-4">{t('failure.help')}</p>
      {digest ? <p className="my-4 font-bold">{t('failure.number', { number: digest })}</p> : null}
      <Button type="button" kind="primary" onClick={askAgain}>
        {t('failure.retry')}
      </Button>
    </main>
  );
}
