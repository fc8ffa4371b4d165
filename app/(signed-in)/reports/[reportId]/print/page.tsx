import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { PaperForm } from '@/components/paper/paper-form';
import { ReportTrail } from '@/components/history/report-trail';
import { PrintButton } from '@/components/summary/print-button';
import { PdfLink } from '@/components/ui/pdf-link';
import { formHeader } from '@/lib/data/catalogue/form-header';
import { chromiumPath } from '@/lib/env';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { paths } from '@/lib/paths';
import { readForm } from '../../read-form';

type Props = {
  params: Promise<{ reportId: string }>;
  searchParams: Promise<{ blank?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reportId }, t, locale] = await Promise.all([
    params,
    getTranslations('entryTools.print'),
    getLocale(),
  ]);
  const form = await readForm(reportId);
  return form ? { title: t('title', unitAndPeriod(form.report, locale)) } : {};
}

/** A report as its paper form on A4, filled or blank. */
export default async function PrintPage({ params, searchParams }: Props) {
  const [{ reportId }, { blank }, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations('entryTools.print'),
    getLocale(),
  ]);
  const form = await readForm(reportId);
  if (!form) notFound();
  const { report } = form;
  const { unit, period } = unitAndPeriod(report, locale);
  return (
    <>
      <ReportTrail report={report} here={t(blank === '1' ? 'blankLink' : 'link')} />
      <div className="no-print mb-3 flex flex-wrap items-center gap-4">
        <PrintButton>{t('print')}</PrintButton>
        <PdfLink
          page={paths.printForm(report.id, blank === '1')}
          isOffered={chromiumPath() !== null}
        />
        <span className="text-ink-2">{t('orientation')}</span>
      </div>
      <PaperForm
        title={t('title', { unit, period })}
        unit={unit}
        period={period}
        header={formHeader}
        sections={form.sections}
        rows={form.rows}
        checks={form.checks}
        isDraft={report.status !== 'approved'}
        isBlank={blank === '1'}
      />
    </>
  );
}
