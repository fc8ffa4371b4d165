import 'server-only';
import { pageOf } from '@/components/ui/paging';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listExploredUnits, readExplored } from '@/lib/data/explore/explored';
import { listPeriods } from '@/lib/data/tree/periods';
import { explore, exploreViews, type ExploreView } from '@/lib/domain/explore/explore';
import { unitLevels } from '@/lib/domain/tree/unit';
import type { ExploreQuery } from '@/lib/paths';

/** More at once are no longer read together. */
const mostIndicators = 6;
const usualYears = 5;

type Asked = Record<string, string | string[] | undefined>;

/** What an address asks for; what it does not say, or says wrongly, is the usual. */
function choiceOf(asked: Asked, years: readonly number[], codes: ReadonlySet<string>) {
  const one = (name: string) => [asked[name]].flat()[0];
  const last = years.at(-1) ?? 0;
  const year = (name: string, usual: number) => {
    const wanted = Number(one(name));
    return years.includes(wanted) ? wanted : usual;
  };
  const to = year('to', last);
  const from = year(
    'from',
    years.findLast((first) => first <= to - usualYears + 1) ?? years[0] ?? last,
  );
  return {
    indicators: [...new Set([asked.indicator].flat().flatMap((code) => code ?? []))]
      .filter((code) => codes.has(code))
      .slice(0, mostIndicators),
    from: Math.min(from, to),
    to,
    level: unitLevels.find((level) => level === one('level')) ?? null,
    view: exploreViews.find((view) => view === one('view')) ?? ('value' as ExploreView),
    page: one('page'),
  };
}

/** Indicators × units × years as the address asks for them. */
export async function readExplore(asked: Asked) {
  const viewer = await requireViewer();
  const [catalogue, periods] = await Promise.all([findCatalogue(), listPeriods(viewer)]);
  const years = periods
    .flatMap(({ kind, code }) => (kind === 'year' ? [Number(code)] : []))
    .toSorted((a, b) => a - b);
  const byCode = new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator]));
  const choice = choiceOf(asked, years, new Set(byCode.keys()));
  const indicators = choice.indicators.flatMap((code) => byCode.get(code) ?? []);
  const all = await listExploredUnits(viewer, choice);
  const { shown: units, page, pages } = pageOf(all, choice.page);
  const shownYears = years.filter((year) => year >= choice.from && year <= choice.to);
  const reports =
    indicators.length === 0
      ? []
      : await readExplored(viewer, {
          units: units.map(({ code }) => code),
          years: [choice.from - 1, ...shownYears],
          indicators,
        });
  const query: ExploreQuery = {
    indicators: choice.indicators,
    from: String(choice.from),
    to: String(choice.to),
    level: choice.level ?? undefined,
    view: choice.view,
  };
  return {
    viewer,
    catalogue,
    years,
    shownYears,
    choice,
    query,
    indicators,
    units,
    levels: unitLevels.slice(unitLevels.indexOf(viewer.unit.level)),
    page,
    pages,
    reportIds: new Map(
      reports.map(({ reportId, unit, period }) => [`${unit} ${period.code}`, reportId]),
    ),
    madeUp: reports.some(({ madeUp }) => madeUp),
    tables: explore({
      indicators,
      catalogue: catalogue.indicators,
      units: units.map(({ code }) => code),
      years: shownYears,
      reports,
      view: choice.view,
    }),
  };
}

export type ReadExplore = Awaited<ReturnType<typeof readExplore>>;
