import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import '@/components/summary/summary.css';
import { Charts } from '@/components/summary/charts';
import { ComparisonTable } from '@/components/summary/comparison-table';
import { headingsOf } from '@/components/summary/narrative';
import { wholeAddress } from '@/components/summary/summary-address';
import { SummaryFrame } from '@/components/summary/summary-frame';
import { WholeBeside } from '@/components/summary/units/whole-beside';
import { PdfLink } from '@/components/ui/pdf-link';
import { readStyle, styleQuery } from '@/lib/domain/summary/style';
import { labelOfCode } from '@/lib/domain/tree/period';
import { chromiumPath } from '@/lib/env';
import { decodeScope, paths, type SummaryQuery } from '@/lib/paths';
import { linkedDrawings } from '../../../linked-drawings';
import { findTraceView } from '../find-trace-view';
import { readWhole, readWholePage } from './read-whole';

type Props = {
  params: Promise<{ unit: string; period: string }>;
  searchParams: Promise<SummaryQuery>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return { title: (await readWhole(decodeScope(await params), await searchParams))?.title };
}

/** A unit and those below it narrated as one, each number with everything it adds up. */
export default async function WholePage({ params, searchParams }: Props) {
  const [{ unit, period }, query, t, units, locale] = await Promise.all([
    params.then(decodeScope),
    searchParams,
    getTranslations('summary'),
    getTranslations('units'),
    getLocale(),
  ]);
  const { trace, at } = query;
  const found = await readWholePage({ unit, period }, query);
  if (!found) notFound();
  const { viewer, summary, sections, scope } = found;
  const view = trace || at ? await findTraceView(viewer, summary, { trace, at, locale }) : null;
  if (trace && !view) notFound();
  const style = readStyle(query);
  const written = styleQuery(style);
  const address = wholeAddress(unit, period, { ...written, trace, at });
  return (
    <SummaryFrame
      unit={{ code: unit, name: scope?.unit }}
      here={`${labelOfCode(period, locale)} · ${units('whole')}`}
      summary={summary}
      address={address}
      view={view}
      labelledBy="comparison"
      beside={
        <WholeBeside
          unit={unit}
          period={period}
          headings={headingsOf(summary.paragraphs)}
          style={style}
          pdf={
            <PdfLink
              page={paths.whole(unit, period, written)}
              isOffered={chromiumPath() !== null}
            />
          }
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
