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
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { Facts } from '@/components/admin/facts';
import { currentTime } from '@/lib/current-time';
import { PeriodPhase } from '../period-phase';

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

type PeriodFactsProps = {
  period: NonNullable<Awaited<ReturnType<typeof findPeriod>>>;
  reports: number;
};

/** The dates of a period, how many sign in it, and how many reports are expected. */
function PeriodFacts({ period, reports }: PeriodFactsProps) {
  const [t, format] = [useTranslations('admin.periods'), useFormatter()];
  const dates = ['opensAt', 'dueAt', 'lateUntil', 'closesAt'] as const;
  return (
    <Facts
      facts={[
        { name: t('kind'), value: t(`kinds.${period.kind}`) },
        { name: t('phaseHead'), value: <PeriodPhase dates={period} now={currentTime()} /> },
        ...dates.map((name) => ({ name: t(name), value: format.dateTime(period[name], 'day') })),
        {
          name: t('signatures'),
          value: t(period.signatures > 1 ? 'signaturesTwo' : 'signaturesOne'),
        },
        {
          name: t('reports'),
          value: (
            <Link href={paths.reports(period.code)}>{t('reportCount', { count: reports })}</Link>
          ),
        },
      ]}
    />
  );
}
