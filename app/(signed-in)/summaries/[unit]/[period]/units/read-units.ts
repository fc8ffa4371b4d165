import 'server-only';
import { cache } from 'react';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listSummaryScopes } from '@/lib/data/summary/summaries';
import { findUnitsSummary } from '@/lib/data/summary/units-summary';
import { readStyle } from '@/lib/domain/summary/style';
import type { SummaryQuery } from '@/lib/paths';

type Scope = { unit: string; period: string };

/** The units side by side with one of their tables chosen; null where there is none. */
export async function readUnitsPage({ unit, period }: Scope, query: SummaryQuery) {
  const viewer = await requireViewer();
  const [summary, scopes, { sections, indicators }] = await Promise.all([
    readUnits({ unit, period }, query),
    listSummaryScopes(viewer),
    findCatalogue(),
  ]);
  if (!summary?.units) return null;
  const { units } = summary;
  const asked = query.indicator ?? units.headlines[0];
  const chosen =
    units.indicators.find(({ indicator }) => indicator.code === asked) ?? units.indicators[0];
  if (!chosen || (query.indicator && chosen.indicator.code !== query.indicator)) return null;
  const scope = scopes.find((one) => one.unit.code === unit);
  return {
    viewer,
    units,
    chosen,
    // What the page shows: of the many tables the chosen one.
    summary: {
      ...summary,
      charts: chosen.chart
        ? [chosen.chart, ...summary.charts.filter((chart) => chart !== chosen.chart)]
        : summary.charts,
      units: { ...units, indicators: [chosen] },
    },
    sections,
    totals: new Map(
      indicators.map(({ code, name, nameEn, unit: base, display }) => [
        code,
        { code, name, nameEn, unit: display.moneyUnit ?? base },
      ]),
    ),
    scope,
    hasOwnSummary: scope?.periods.some(({ code }) => code === period) ?? false,
  };
}

export type Units = NonNullable<Awaited<ReturnType<typeof readUnitsPage>>>;

/** Written once a request though the page and its title both ask. */
export const readUnits = ({ unit, period }: Scope, query: SummaryQuery) =>
  readOnce(unit, period, JSON.stringify(readStyle(query)));

const readOnce = cache(async (unit: string, period: string, style: string) =>
  findUnitsSummary(await requireViewer(), {
    unit,
    period,
    style: readStyle(JSON.parse(style) as SummaryQuery),
  }),
);
