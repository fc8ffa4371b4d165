import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { OpenStep } from '@/components/fields/open-step';
import { stepWords } from '@/components/fields/step-words';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { findPeriod } from '@/lib/data/tree/periods';
import { listReports } from '@/lib/data/report/reports';
import { labelOf } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';
import { mayManagePeriods, requireAdministrator } from '../../administrator';
import { editPeriod } from '../actions';
import { editFields } from '../date-fields';
import { PeriodFacts } from './period-facts';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('periods.one') };
}

/** One period: its dates, and how many reports are expected in it. */
export default async function PeriodPage({ params }: Props) {
  const [viewer, { code }, t, locale] = await Promise.all([
    requireAdministrator(),
    params,
    getTranslations('admin.periods'),
    getLocale(),
  ]);
  const period = await findPeriod(viewer, code);
  if (!period) notFound();

  const [reports, fields] = await Promise.all([
    listReports(viewer, period.code),
    editFields(period),
  ]);
  const label = labelOf(period, locale);
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.admin.periods(), text: t('title') }]} here={label} />
      <PageHead title={label} />
      <Sheet>
        <PeriodFacts period={period} reports={reports.length} />
      </Sheet>
      {mayManagePeriods(viewer) ? (
        <ClientMessages areas={['fields', 'issues']}>
          <OpenStep
            id="edit"
            action={editPeriod}
            isPrimary
            words={stepWords('edit', t)}
            fields={fields}
          />
        </ClientMessages>
      ) : (
        <Notice title={t('othersTitle')}>
          <p>{t('othersText')}</p>
        </Notice>
      )}
    </>
  );
}
