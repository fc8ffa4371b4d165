import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { listPeriods } from '@/lib/data/tree/periods';
import { mayManagePeriods, requireAdministrator } from '../administrator';
import { AddPeriod } from './add-period';
import { PeriodTable } from './period-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('periods.title') };
}

/** All periods with their dates; the topmost unit's administrator adds one. */
export default async function PeriodsPage() {
  const [viewer, t] = await Promise.all([requireAdministrator(), getTranslations('admin.periods')]);
  const periods = await listPeriods(viewer);
  const mayManage = mayManagePeriods(viewer);
  return (
    <>
      <PageHead
        title={t('title')}
        meta={mayManage ? t('intro') : t('others')}
        actions={mayManage ? <LinkButton href="#add">{t('add.title')}</LinkButton> : null}
      />
      <Sheet>
        {periods.length === 0 ? (
          <p>{mayManage ? t('none') : t('noneOthers')}</p>
        ) : (
          <PeriodTable periods={periods} />
        )}
      </Sheet>
      {mayManage ? (
        <AddPeriod level={viewer.unit.level} />
      ) : (
        <Notice title={t('othersTitle')}>
          <p>{t('othersText')}</p>
        </Notice>
      )}
    </>
  );
}
