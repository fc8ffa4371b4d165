import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import '@/components/summary/summary.css';
import { DeskLinks } from '@/components/desk/desk-links';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { Beside } from '@/components/summary/units/beside';
import { Charts } from '@/components/summary/charts';
import { ComparisonTable } from '@/components/summary/comparison-table';
import { Exports } from '@/components/summary/exports';
import { headingsOf } from '@/components/summary/narrative';
import { SoftLinks } from '@/components/summary/soft-links';
import { summaryAddress } from '@/components/summary/summary-address';
import { SummarySheet } from '@/components/summary/summary-sheet';
import { TracePanel } from '@/components/summary/trace/trace-panel';
import { Untold } from '@/components/summary/untold';
import { PdfLink } from '@/components/ui/pdf-link';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listEditions } from '@/lib/data/desk/editions';
import { findSummary, listSummaryScopes } from '@/lib/data/summary/summaries';
import { listUnitsScopes } from '@/lib/data/summary/units-summary';
import { labelOfCode } from '@/lib/domain/tree/period';
import { can } from '@/lib/domain/access/policy';
import { readStyle, styleQuery } from '@/lib/domain/summary/style';
import { chromiumPath } from '@/lib/env';
import { nameOf } from '@/lib/i18n/name-of';
import { type SummaryQuery, decodeScope, paths } from '@/lib/paths';
import { linkedDrawings } from '../../linked-drawings';
import { baseChoiceOf } from './base-choice';
import { findTraceView } from './trace-view';

type Props = {
  params: Promise<{ unit: string; period: string }>;
  searchParams: Promise<SummaryQuery>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ unit, period }, query] = await Promise.all([params.then(decodeScope), searchParams]);
  return { title: (await readSummary(unit, period, scopeText(query)))?.title };
}

/** The comparison summary of a unit: text, table and charts of the same numbers, and where each comes from. */
export default async function SummaryPage({ params, searchParams }: Props) {
  const [{ unit, period }, query, viewer, t, locale] = await Promise.all([
    params.then(decodeScope),
    searchParams,
    requireViewer(),
    getTranslations('summary'),
    getLocale(),
  ]);
  const { trace, at } = query;
  const wanted = scopeOf(query);
  const [summary, scopes, unitsScopes, catalogue, editions] = await Promise.all([
    readSummary(unit, period, scopeText(query)),
    listSummaryScopes(viewer),
    listUnitsScopes(viewer),
    findCatalogue(),
    listEditions(viewer, { unit, period }),
  ]);
  if (!summary) notFound();
  const view = trace || at ? await findTraceView(viewer, summary, { trace, at, locale }) : null;
  if (trace && !view) notFound();

  const address = summaryAddress(unit, period, {
    base: wanted.base,
    ...styleQuery(wanted.style),
    trace,
    at,
  });
  const scope = scopes.find((one) => one.unit.code === unit);
  const hasBelow = scopes.length > 1 && scope !== undefined && scope.unit.level !== 'county';
  const hasUnits = unitsScopes.some(
    (one) => one.unit.code === unit && one.periods.some(({ code }) => code === period),
  );
  return (
    <SoftLinks className={`beside-sheet ${view ? 'has-trace' : ''}`}>
      <div className="min-w-0">
        <Breadcrumbs
          trail={[
            { href: paths.summaries(), text: t('title') },
            { href: paths.summaries(unit), text: scope ? nameOf(scope.unit, locale) : unit },
          ]}
          here={labelOfCode(period, locale)}
        />
        <SummarySheet summary={summary} address={address}>
          <Untold untold={summary.untold} indicators={catalogue.indicators} address={address} />
        </SummarySheet>
      </div>
      <Sheet className="full-width sm:px-8 sm:pt-6 sm:pb-8" aria-labelledby="comparison">
        <h2 id="comparison" className="mb-2 scroll-mt-4">
          {t('table.title')}
        </h2>
        <ComparisonTable table={summary.table} sections={catalogue.sections} address={address} />
        <Charts charts={summary.charts} draw={linkedDrawings} address={address} />
      </Sheet>
      <div className="beside-column">
        {view ? (
          <div className="beside">
            <TracePanel view={view} address={address} />
          </div>
        ) : (
          <Beside
            unit={unit}
            period={period}
            headings={headingsOf(summary.paragraphs)}
            base={baseChoiceOf(scope, period, wanted.base, locale)}
            style={wanted.style}
            hasUnits={hasUnits}
            pdf={
              <PdfLink
                page={paths.summary(unit, period, {
                  base: wanted.base,
                  ...styleQuery(wanted.style),
                })}
                isOffered={chromiumPath() !== null}
              />
            }
            files={
              <Exports
                address={(format, query) => paths.summaryFile(unit, period, format, query)}
                query={{ base: wanted.base, ...styleQuery(wanted.style) }}
                below={hasBelow ? paths.summariesBelow(unit, period) : null}
              />
            }
            desk={
              <DeskLinks
                unit={unit}
                period={period}
                query={{ base: wanted.base, ...styleQuery(wanted.style) }}
                mayWrite={
                  viewer.unit.code === unit && can(viewer, 'summary.write', { relation: 'own' })
                }
                editions={editions?.length ?? 0}
              />
            }
          />
        )}
      </div>
    </SoftLinks>
  );
}

// Once for the title in the head and for the page: its arguments are compared as they are, so the scope goes as a text.
const readSummary = cache(async (unit: string, period: string, scope: string) =>
  findSummary(await requireViewer(), {
    unit,
    period,
    ...scopeOf(JSON.parse(scope) as SummaryQuery),
  }),
);

const scopeText = ({ base, length, headings, falls, numbers }: SummaryQuery): string =>
  JSON.stringify({ base, length, headings, falls, numbers });

/** What a query asks for. "No further year" is an empty choice in the form. */
const scopeOf = (query: SummaryQuery) => ({
  base: query.base || undefined,
  style: readStyle(query),
});
