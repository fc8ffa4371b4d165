import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import '@/components/summary/summary.css';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { Charts } from '@/components/summary/charts';
import { ComparisonTable } from '@/components/summary/comparison-table';
import { headingsOf } from '@/components/summary/narrative';
import { SoftLinks } from '@/components/summary/soft-links';
import { unitsAddress } from '@/components/summary/summary-address';
import { SummarySheet } from '@/components/summary/summary-sheet';
import { TracePanel } from '@/components/summary/trace/trace-panel';
import { UnitsBeside } from '@/components/summary/units/units-beside';
import { UnitsOfIndicator } from '@/components/summary/units/units-of-indicator';
import { UnitsOverview } from '@/components/summary/units/units-overview';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { PdfLink } from '@/components/ui/pdf-link';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listSummaryScopes } from '@/lib/data/summary/summaries';
import { findUnitsSummary } from '@/lib/data/summary/units-summary';
import { labelOfCode } from '@/lib/domain/tree/period';
import { readStyle, styleQuery } from '@/lib/domain/summary/style';
import { chromiumPath } from '@/lib/env';
import { nameOf } from '@/lib/i18n/name-of';
import { type SummaryQuery, decodeScope, paths } from '@/lib/paths';
import { findTraceView } from '../trace-view';
import { linkedDrawings } from '../../../linked-drawings';

type Props = {
  params: Promise<{ unit: string; period: string }>;
  searchParams: Promise<SummaryQuery>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ unit, period }, query] = await Promise.all([params.then(decodeScope), searchParams]);
  return { title: (await readSummary(unit, period, styleText(query)))?.title };
}

/** The units below one, side by side: what they come to, who stands where, each number with its origin. */
export default async function UnitsPage({ params, searchParams }: Props) {
  const [{ unit, period }, query, viewer, t, common, locale] = await Promise.all([
    params.then(decodeScope),
    searchParams,
    requireViewer(),
    getTranslations('units'),
    getTranslations('summary'),
    getLocale(),
  ]);
  const { indicator: wanted, trace, at } = query;
  const style = readStyle(query);
  const [summary, scopes, catalogue] = await Promise.all([
    readSummary(unit, period, styleText(query)),
    listSummaryScopes(viewer),
    findCatalogue(),
  ]);
  if (!summary?.units) notFound();
  const { units } = summary;
  const chosen =
    units.indicators.find(({ indicator }) => indicator.code === (wanted ?? units.headlines[0])) ??
    units.indicators[0];
  if (!chosen || (wanted && chosen.indicator.code !== wanted)) notFound();
  const charts = chosen.chart
    ? [chosen.chart, ...summary.charts.filter((chart) => chart !== chosen.chart)]
    : summary.charts;
  // What the page shows: of the many tables the chosen one.
  const shown = { ...summary, charts, units: { ...units, indicators: [chosen] } };
  const view = trace ? await findTraceView(viewer, shown, { trace, at, locale }) : null;
  if (trace && !view) notFound();

  const address = unitsAddress(unit, period, {
    indicator: wanted,
    ...styleQuery(style),
    trace,
    at,
  });
  const scope = scopes.find((one) => one.unit.code === unit);
  const totals = new Map(
    catalogue.indicators.map(({ code, name, nameEn, unit: base, display }) => [
      code,
      { code, name, nameEn, unit: display.moneyUnit ?? base },
    ]),
  );
  return (
    <SoftLinks className={`beside-sheet ${view ? 'has-trace' : ''}`}>
      <div className="min-w-0">
        <Breadcrumbs
          trail={[
            { href: paths.summaries(), text: common('title') },
            { href: paths.summaries(unit), text: scope ? nameOf(scope.unit, locale) : unit },
          ]}
          here={`${labelOfCode(period, locale)} · ${t('title')}`}
        />
        <SummarySheet summary={summary} address={address} />
      </div>
      <Sheet className="full-width sm:px-8 sm:pt-6 sm:pb-8" aria-labelledby="indicator">
        <h2 id="indicator" className="mb-2 scroll-mt-4">
          {t('indicator')}
        </h2>
        <form
          method="get"
          action={`${paths.units(unit, period)}#indicator`}
          className="no-print sm:flex sm:items-end sm:gap-x-4"
        >
          {Object.entries(styleQuery(style)).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Select
            id="indicator-choice"
            name="indicator"
            label={t('choose')}
            defaultValue={chosen.indicator.code}
            options={units.indicators.map(({ indicator }) => ({
              value: indicator.code,
              label: nameOf(indicator, locale),
            }))}
          />
          <p className="mb-4">
            <Button>{t('show')}</Button>
          </p>
        </form>
        <UnitsOfIndicator table={chosen} units={units.units} address={address} />
        <Charts charts={charts} draw={linkedDrawings} address={address} />
        <h2 id="overview" className="mt-10 mb-2 scroll-mt-4 border-t border-line pt-6">
          {t('overview')}
        </h2>
        <UnitsOverview
          table={units}
          sections={catalogue.sections}
          indicators={totals}
          address={address}
        />
        <h2 id="totals" className="mt-10 mb-2 scroll-mt-4 border-t border-line pt-6">
          <span id="comparison">{t('totals')}</span>
        </h2>
        <ComparisonTable table={summary.table} sections={catalogue.sections} address={address} />
      </Sheet>
      <div className="beside-column">
        {view ? (
          <div className="beside">
            <TracePanel view={view} address={address} />
          </div>
        ) : (
          <UnitsBeside
            pdf={
              <PdfLink
                page={paths.units(unit, period, { indicator: wanted, ...styleQuery(style) })}
                isOffered={chromiumPath() !== null}
              />
            }
            unit={unit}
            unitName={scope ? nameOf(scope.unit, locale) : unit}
            period={period}
            headings={headingsOf(summary.paragraphs)}
            style={style}
            indicator={wanted}
            hasOwnSummary={scope?.periods.some(({ code }) => code === period) ?? false}
          />
        )}
      </div>
    </SoftLinks>
  );
}

// Once for the title in the head and for the page.
const readSummary = cache(async (unit: string, period: string, style: string) =>
  findUnitsSummary(await requireViewer(), {
    unit,
    period,
    style: readStyle(JSON.parse(style) as SummaryQuery),
  }),
);

const styleText = (query: SummaryQuery): string => JSON.stringify(readStyle(query));
