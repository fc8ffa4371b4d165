import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ChangedFigures } from '@/components/review/changed-figures';
import { FormHead } from '@/components/paper/form-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findReport } from '@/lib/data/report/reports';
import { compareSubmissions } from '@/lib/data/review/reviews';
import { nameOf } from '@/lib/i18n/name-of';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { paths } from '@/lib/paths';

type Props = {
  params: Promise<{ reportId: string }>;
  searchParams: Promise<{ before?: string; after?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [viewer, { reportId }, t, locale] = await Promise.all([
    requireViewer(),
    params,
    getTranslations('history.compare'),
    getLocale(),
  ]);
  const report = await findReport(viewer, reportId);
  return report ? { title: t('pageTitle', unitAndPeriod(report, locale)) } : {};
}

/** What changed between two submissions of a report. */
export default async function ComparePage({ params, searchParams }: Props) {
  const [viewer, { reportId }, { before, after }, t, locale] = await Promise.all([
    requireViewer(),
    params,
    searchParams,
    getTranslations('history.compare'),
    getLocale(),
  ]);
  const report = await findReport(viewer, reportId);
  const visible = report?.submissions.map(({ number }) => number) ?? [];
  const [first, second] = [
    visible.find((number) => String(number) === before),
    visible.find((number) => String(number) === after),
  ];
  if (!report || first === undefined || second === undefined) notFound();

  const rows = await compareSubmissions(viewer, reportId, first, second);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.report(report.id), text: nameOf(report.unit, locale) },
          { href: paths.history(report.id), text: (await getTranslations('history'))('title') },
        ]}
        here={t('title')}
      />
      <FormHead title={t('title')} report={report} />
      <Sheet>
        <p className="mb-2">{rows.length > 0 ? t('count', { count: rows.length }) : t('none')}</p>
        {rows.length > 0 ? <ChangedFigures before={first} after={second} rows={rows} /> : null}
      </Sheet>
    </>
  );
}
