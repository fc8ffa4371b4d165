import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { paths } from '@/lib/paths';

/** Before the first period: nothing can be reported yet, and who may creates one. */
export function NoPeriods({ mayCreate }: { mayCreate: boolean }) {
  const t = useTranslations('reports');
  return (
    <>
      <PageHead title={t('title')} />
      <Notice title={t('noPeriods.title')}>
        <p>{t('noPeriods.text')}</p>
        {mayCreate ? (
          <p className="mt-2">
            <Link href={paths.admin.periods()}>{t('noPeriods.create')}</Link>
          </p>
        ) : null}
      </Notice>
    </>
  );
}
