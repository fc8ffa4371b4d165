import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import '@/components/summary/summary.css';
import { DeskLinks } from '@/components/desk/desk-links';
import { Charts } from '@/components/summary/charts';
import { ComparisonTable } from '@/components/summary/comparison-table';
import { Exports } from '@/components/summary/exports';
import { headingsOf } from '@/components/summary/narrative';
import { summaryAddress } from '@/components/summary/summary-address';
import { SummaryFrame } from '@/components/summary/summary-frame';
import { Beside } from '@/components/summary/units/beside';
import { Unstated } from '@/components/summary/unstated';
import { PdfLink } from '@/components/ui/pdf-link';
import { labelOfCode } from '@/lib/domain/tree/period';
import { chromiumPath } from '@/lib/env';
import { decodeScope, paths, type SummaryQuery } from '@/lib/paths';
import { linkedDrawings } from '../../linked-drawings';
import { baseChoiceOf } from './base-choice';
import { readSummary, readSummaryPage } from './read-summary';
import { findTraceView } from './find-trace-view';

type Props = {
  params: Promise<{ unit: string; period: string }>;
  searchParams: Promise<SummaryQuery>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return { title: (await readSummary(decodeScope(await params), await searchParams))?.title };
}

/** The comparison summary of a unit: text, table and charts of the same numbers, and where each comes from. */
export default async function SummaryPage({ params, searchParams }: Props) {
  const [{ unit, period }, query, t, locale] = await Promise.all([
    params.then(decodeScope),
    searchParams,
    getTranslations('summary'),
    getLocale(),
  ]);
  const { trace, at } = query;
  const found = await readSummaryPage({ unit, period }, query);
  if (!found) notFound();
  const { viewer, summary, scope, written, sections } = found;
  const view = trace || at ? await findTraceView(viewer, summary, { trace, at, locale }) : null;
  if (trace && !view) notFound();

  const address = summaryAddress(unit, period, { ...written, trace, at });
  const pdf = paths.summary(unit, period, written);
  return (
    <SummaryFrame
      unit={{ code: unit, name: scope?.unit }}
      here={labelOfCode(period, locale)}
      summary={summary}
      address={address}
      view={view}
      letterhead={found.letterhead}
      under={
        <Unstated unstated={summary.unstated} indicators={found.indicators} address={address} />
      }
      labelledBy="comparison"
      beside={
        <Beside
          {...found}
          unit={unit}
          period={period}
          headings={headingsOf(summary.paragraphs)}
          base={baseChoiceOf(scope, period, written.base, locale)}
          pdf={<PdfLink page={pdf} isOffered={chromiumPath() !== null} />}
          files={
            <Exports
              address={(format, query) => paths.summaryFile(unit, period, format, query)}
              query={written}
              below={found.hasBelow ? paths.summariesBelow(unit, period) : null}
            />
          }
          desk={<DeskLinks {...found} unit={unit} period={period} query={written} />}
        />
      }
    >
      <h2 id="comparison" className="mb-2 scroll-mt-4">
        {t('table.title')}
      </h2>
      <ComparisonTable table={summary.table} sections={sections} address={address} />
      <Charts charts={summary.charts} draw={linkedDrawings} address={address} />
    </SummaryFrame>
  );
}
