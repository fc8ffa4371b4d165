import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findPeriod } from '@/lib/data/tree/periods';
import { findProgress } from '@/lib/data/report/progress';
import { listLockedReports } from '@/lib/data/report/report-locks';
import { labelOf } from '@/lib/domain/tree/period';
import { can } from '@/lib/domain/access/policy';
import { paths } from '@/lib/paths';
import { LockSteps } from './lock-steps';
import { LockedReports } from './locked-reports';

type Props = { searchParams: Promise<{ period?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('locks'))('title') };
}

/** Which reports of a period stand still, and for whoever may, locking and unlocking of one unit or of all below it. */
export default async function LocksPage({ searchParams }: Props) {
  const [viewer, { period: code = '' }, t, progress, locale] = await Promise.all([
    requireViewer(),
    searchParams,
    getTranslations('locks'),
    getTranslations('progress'),
    getLocale(),
  ]);
  if (!can(viewer, 'report.lock', { relation: 'below' })) notFound();
  const period = await findPeriod(viewer, code);
  if (!period) notFound();
  const [board, locked] = await Promise.all([
    findProgress(viewer, { unit: viewer.unit.code, period: period.code }),
    listLockedReports(viewer, period.code),
  ]);
  return (
    <>
      <Breadcrumbs
        trail={[{ href: paths.progress({ period: period.code }), text: progress('title') }]}
        here={t('title')}
      />
      <PageHead title={t('pageTitle', { period: labelOf(period, locale) })} meta={t('intro')} />
      <Sheet>{locked.length === 0 ? <p>{t('none')}</p> : <LockedReports locked={locked} />}</Sheet>
      <ClientMessages areas={['fields', 'issues']}>
        <LockSteps
          period={period.code}
          locked={locked}
          units={(board?.rows ?? []).map(({ unit }) => unit)}
        />
      </ClientMessages>
    </>
  );
}
