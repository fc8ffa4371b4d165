import 'server-only';
import { cache } from 'react';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listSummaryScopes } from '@/lib/data/summary/summaries';
import { findWholeSummary } from '@/lib/data/summary/whole-summary';
import { readStyle } from '@/lib/domain/summary/style';
import type { SummaryQuery } from '@/lib/paths';

type Scope = { unit: string; period: string };

/** The whole with what its page shows beside it; null where there is none. */
export async function readWholePage({ unit, period }: Scope, query: SummaryQuery) {
  const viewer = await requireViewer();
  const [summary, scopes, { sections }] = await Promise.all([
    readWhole({ unit, period }, query),
    listSummaryScopes(viewer),
    findCatalogue(),
  ]);
  return (
    summary && {
      viewer,
      summary,
      sections,
      scope: scopes.find((one) => one.unit.code === unit),
    }
  );
}

/** Written once a request though the page and its title both ask. */
export const readWhole = ({ unit, period }: Scope, query: SummaryQuery) =>
  readOnce(unit, period, JSON.stringify(readStyle(query)));

const readOnce = cache(async (unit: string, period: string, style: string) =>
  findWholeSummary(await requireViewer(), {
    unit,
    period,
    style: readStyle(JSON.parse(style) as SummaryQuery),
  }),
);
