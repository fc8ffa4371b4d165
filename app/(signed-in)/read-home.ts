import 'server-only';
import { requireViewer } from '@/lib/auth/viewer';
import { currentTime } from '@/lib/current-time';
import { listOpenWaivers } from '@/lib/data/figures/waivers';
import { listOpenExtensions } from '@/lib/data/report/extensions';
import { listReports } from '@/lib/data/report/reports';
import { findSummary } from '@/lib/data/summary/summaries';
import { listPeriods } from '@/lib/data/tree/periods';
import { can } from '@/lib/domain/access/policy';
import { presentPeriods, tasksOf } from '@/lib/domain/report/tasks';
import { isTopmost } from '@/lib/domain/tree/unit';
import { readOverview } from './reports/[reportId]/read-overview';

/** More periods than these are never open at once. */
const mostPeriods = 3;

/** What waits for the viewer, how far the own report is, where those below stand, and what moved most. */
export async function readHome() {
  const [viewer, now] = [await requireViewer(), currentTime()];
  const periods = presentPeriods(await listPeriods(viewer), now).slice(0, mostPeriods);
  const [lists, waivers, extensions] = await Promise.all([
    Promise.all(periods.map(({ code }) => listReports(viewer, code))),
    viewer.roles.includes('reviewer') ? listOpenWaivers(viewer) : [],
    listOpenExtensions(viewer),
  ]);
  const reports = lists.flat();
  const [period] = periods;
  const own = reports.find(({ unit }) => unit.code === viewer.unit.code);
  const [overview, summary] = await Promise.all([
    own ? readOverview(own.id) : null,
    own ? findSummary(viewer, { unit: own.unit.code, period: own.period.code }) : null,
  ]);
  return {
    now,
    viewer,
    periods,
    mayCreatePeriods:
      !period &&
      can(viewer, 'period.manage', {
        relation: 'own',
        isTop: isTopmost(viewer.unit.lineage),
      }),
    tasks: tasksOf({
      unit: viewer.unit.code,
      reports,
      waivers: waivers.length,
      extensions: extensions.length,
      proposals: new Map(own && overview ? [[own.id, overview.proposals]] : []),
    }),
    overview,
    below: reports.filter(
      (row) => row.unit.code !== viewer.unit.code && row.period.code === period?.code,
    ),
    movements: summary?.charts.findIndex(({ kind }) => kind === 'movements') ?? -1,
    summary,
  };
}
