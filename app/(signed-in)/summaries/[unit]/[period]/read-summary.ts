import 'server-only';
import { cache } from 'react';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listEditions } from '@/lib/data/desk/editions';
import { findSummary, listSummaryScopes } from '@/lib/data/summary/summaries';
import { currentTime } from '@/lib/current-time';
import { findPrintedLetterhead } from '@/lib/data/summary/letterheads';
import { listUnitsScopes } from '@/lib/data/summary/units-summary';
import { can } from '@/lib/domain/access/policy';
import { officeDay } from '@/lib/domain/tree/office-day';
import { readStyle, styleQuery } from '@/lib/domain/summary/style';
import type { SummaryQuery } from '@/lib/paths';

type Scope = { unit: string; period: string };

/** The summary with what its page offers beside it; null where there is none. */
export async function readSummaryPage({ unit, period }: Scope, query: SummaryQuery) {
  const viewer = await requireViewer();
  const [summary, scopes, unitsScopes, catalogue, editions, letterhead] = await Promise.all([
    readSummary({ unit, period }, query),
    listSummaryScopes(viewer),
    listUnitsScopes(viewer),
    findCatalogue(),
    listEditions(viewer, { unit, period }),
    findPrintedLetterhead(viewer, unit, officeDay(currentTime())),
  ]);
  if (!summary) return null;
  const { base, style } = scopeOf(query);
  const scope = scopes.find((one) => one.unit.code === unit);
  return {
    viewer,
    summary,
    sections: catalogue.sections,
    indicators: catalogue.indicators,
    letterhead,
    scope,
    style,
    /** What an address has to carry so that the same summary is written again. */
    written: { base, ...styleQuery(style) },
    editions: editions?.length ?? 0,
    hasBelow: scopes.length > 1 && scope !== undefined && scope.unit.level !== 'county',
    hasUnits: unitsScopes.some(
      (one) => one.unit.code === unit && one.periods.some(({ code }) => code === period),
    ),
    mayWrite: viewer.unit.code === unit && can(viewer, 'summary.write', { relation: 'own' }),
  };
}

/** The summary, written once a request though the page and its title both ask. */
export const readSummary = ({ unit, period }: Scope, query: SummaryQuery) =>
  readOnce(unit, period, JSON.stringify(scopeOf(query)));

// Arguments are compared as they are, so what is asked for goes as a text.
const readOnce = cache(async (unit: string, period: string, asked: string) =>
  findSummary(await requireViewer(), {
    unit,
    period,
    ...(JSON.parse(asked) as ReturnType<typeof scopeOf>),
  }),
);

/** What a query asks for. "No further year" is an empty choice in the form. */
const scopeOf = (query: SummaryQuery) => ({
  base: query.base || undefined,
  style: readStyle(query),
});
