import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Facts } from '@/components/admin/facts';
import { OpenStep } from '@/components/fields/open-step';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { currentTime } from '@/lib/current-time';
import { findPeriod } from '@/lib/data/tree/periods';
import { listReports } from '@/lib/data/report/reports';
import { labelOf } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';
import { mayManagePeriods, requireAdministrator } from '../../administrator';
import { editPeriod } from '../actions';
import { dateFields, signaturesField } from '../date-fields';
import { PeriodPhase } from '../period-phase';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('periods.one') };
}

/** One period: its dates, and how many reports are expected in it. */
export default async function PeriodPage({ params }: Props) {
  const [viewer, { code }, t, locale, format] = await Promise.all([
    requireAdministrator(),
    params,
    getTranslations('admin.periods'),
    getLocale(),
    getFormatter(),
  ]);
  const period = await findPeriod(viewer, code);
  if (!period) notFound();

  const [reports, dates, signatures] = await Promise.all([
    listReports(viewer, period.code),
    dateFields(period),
    signaturesField(period.signatures),
  ]);
  const label = labelOf(period, locale);
  const day = (date: Date) => format.dateTime(date, 'day');
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.admin.periods(), text: t('title') }]} here={label} />
      <PageHead title={label} />
      <Sheet>
        <Facts
          facts={[
            { name: t('kind'), value: t(`kinds.${period.kind}`) },
            { name: t('phaseHead'), value: <PeriodPhase dates={period} now={currentTime()} /> },
            { name: t('opensAt'), value: day(period.opensAt) },
            { name: t('dueAt'), value: day(period.dueAt) },
            { name: t('lateUntil'), value: day(period.lateUntil) },
            { name: t('closesAt'), value: day(period.closesAt) },
            {
              name: t('signatures'),
              value: t(period.signatures > 1 ? 'signaturesTwo' : 'signaturesOne'),
            },
            {
              name: t('reports'),
              value: (
                <Link href={paths.reports(period.code)}>
                  {t('reportCount', { count: reports.length })}
                </Link>
              ),
            },
          ]}
        />
      </Sheet>
      {mayManagePeriods(viewer) ? (
        <ClientMessages areas={['fields', 'issues']}>
          <OpenStep
            id="edit"
            action={editPeriod}
            isPrimary
            words={{
              title: t('edit.title'),
              text: t('edit.text'),
              submit: t('edit.submit'),
              saved: t('edit.saved'),
            }}
            fields={[{ kind: 'hidden', name: 'period', value: period.code }, ...dates, signatures]}
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
