import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ReportTrail } from '@/components/history/report-trail';
import { ClientMessages } from '@/components/layout/client-messages';
import { FormHead } from '@/components/paper/form-head';
import { FigureFacts } from '@/components/review/figure/figure-facts';
import { FigureList } from '@/components/review/figure/figure-list';
import { FigureSteps } from '@/components/review/figure/figure-steps';
import { FigureTalk } from '@/components/review/figure/figure-talk';
import { rowFilters } from '@/components/review/review-rows';
import { Sheet } from '@/components/ui/sheet';
import { nameOf } from '@/lib/i18n/name-of';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { speak } from '../../../figure-words';
import { readForm } from '../../../read-form';
import { readFigure } from './read-figure';

type Props = {
  params: Promise<{ reportId: string; indicator: string }>;
  searchParams: Promise<{ show?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reportId, indicator: code }, t, locale] = await Promise.all([
    params,
    getTranslations('figure'),
    getLocale(),
  ]);
  const form = await readForm(reportId);
  const row = form?.rows.find(({ indicator }) => indicator.code === code);
  if (!form || !row) return {};
  const name = nameOf(row.indicator, locale);
  return { title: t('pageTitle', { name, ...unitAndPeriod(form.report, locale) }) };
}

/** One figure of a submission with everything known and said about it, beside the list of all: for who reviews it and
 *  for who entered it. Every figure has its own address. */
export default async function FigurePage({ params, searchParams }: Props) {
  const [{ reportId, indicator: code }, { show }, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations('figure'),
    getLocale(),
  ]);
  const filter = rowFilters.find((one) => one === show) ?? 'all';
  const found = await readFigure(reportId, code, filter);
  if (!found) notFound();

  const { form, row } = found;
  const { report, submission } = form;
  return (
    <>
      <ReportTrail
        report={report}
        here={t(report.allowed.includes('report.fill') ? 'titleUnit' : 'title')}
      />
      <FormHead title={nameOf(row.indicator, locale)} report={report}>
        <span>{t('place', found.place)}</span>
      </FormHead>
      <FigureSteps {...found} report={report} indicator={row.indicator} filter={filter} />
      <div className="gap-6 lg:grid lg:grid-cols-[24rem_minmax(0,1fr)] lg:items-start">
        <Sheet className="mb-4 lg:order-2">
          <FigureFacts {...found} report={report} hint={found.hints.get(code) ?? null} />
          <ClientMessages areas={['figure', 'issues']}>
            <FigureTalk
              {...found}
              action={speak}
              hidden={{ reportId, submission: String(submission.number), indicator: code }}
              lock={form.locks.get(code) ?? null}
              allowed={report.allowed}
            />
          </ClientMessages>
          <p className="no-print mt-4 text-table text-ink-2">
            {t('keys', { hasQueue: found.nextReport ? 'yes' : 'no' })}
          </p>
        </Sheet>
        <FigureList
          {...found}
          reportId={reportId}
          sections={form.sections}
          chosen={code}
          filter={filter}
          hinted={found.hints}
        />
      </div>
    </>
  );
}
