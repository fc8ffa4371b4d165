import 'server-only';
import { isToBeReviewed } from '@/lib/domain/report/tasks';
import { requireViewer } from '@/lib/auth/viewer';
import { currentTime } from '@/lib/current-time';
import { listOpenWaivers } from '@/lib/data/figures/waivers';
import { maySeeImports } from '@/lib/data/imports/imports';
import { listReports } from '@/lib/data/report/reports';
import { listPeriods } from '@/lib/data/tree/periods';
import { can } from '@/lib/domain/access/policy';
import { phaseOf, type Deadlines } from '@/lib/domain/report/report';
import { isTopmost } from '@/lib/domain/tree/unit';

/** The reports of a period as the viewer may see them. `period` is null while there is none; all is null where it is
 *  not there. */
export async function readReports(wanted: string | undefined) {
  const [viewer, now] = [await requireViewer(), currentTime()];
  const periods = await listPeriods(viewer);
  const period =
    wanted === undefined
      ? presentPeriod(periods, now)
      : periods.find(({ code }) => code === wanted);
  if (!period) {
    const isTop = isTopmost(viewer.unit.lineage);
    const mayCreate = can(viewer, 'period.manage', { relation: 'own', isTop });
    return wanted === undefined ? { period: null, mayCreate } : null;
  }
  const [rows, waivers] = await Promise.all([
    listReports(viewer, period.code),
    viewer.roles.includes('reviewer') ? listOpenWaivers(viewer) : [],
  ]);
  const own = rows.find(({ unit }) => unit.code === viewer.unit.code);
  const below = rows.filter((row) => row !== own);
  // Who has nobody below sees his own reports of all periods, and only these periods.
  const history =
    below.length > 0
      ? []
      : (
          await Promise.all(periods.slice(0, 20).map(({ code }) => listReports(viewer, code)))
        ).flat();
  const reported = new Set([period.code, ...history.map((row) => row.period.code)]);
  return {
    now,
    period,
    periods: history.length > 0 ? periods.filter(({ code }) => reported.has(code)) : periods,
    own,
    below,
    history,
    base: viewer.unit.lineage,
    waivers: waivers.length,
    waiting: rows.filter(isToBeReviewed).length,
    maySeeImports: maySeeImports(viewer),
  };
}

/** The newest period that takes figures now, or simply the newest. */
function presentPeriod<P extends Deadlines>(periods: P[], now: Date): P | undefined {
  return periods.find((period) => ['open', 'late'].includes(phaseOf(period, now))) ?? periods[0];
}
