import 'server-only';
import { groupsOf, shownRows, shownWhat } from '@/components/progress/board-filter';
import { requireViewer } from '@/lib/auth/viewer';
import { currentTime } from '@/lib/current-time';
import { listOpenExtensions } from '@/lib/data/report/extensions';
import { findProgress } from '@/lib/data/report/progress';
import { listPeriods } from '@/lib/data/tree/periods';
import { can } from '@/lib/domain/access/policy';
import { phaseOf, type Deadlines } from '@/lib/domain/report/report';

export type BoardQuery = { period?: string; unit?: string; show?: string; page?: string };

/** The board of a unit in a period. `period` is null while there is none; the whole is null where it is not there. */
export async function readBoard(query: BoardQuery) {
  const [viewer, now] = [await requireViewer(), currentTime()];
  const periods = await listPeriods(viewer);
  const period =
    query.period === undefined
      ? (periods.find((one) => ['open', 'late'].includes(phaseOf(one, now))) ?? periods[0])
      : periods.find(({ code }) => code === query.period);
  if (!period) return query.period === undefined ? { period: null } : null;
  const [board, requests] = await Promise.all([
    findProgress(viewer, { unit: query.unit ?? viewer.unit.code, period: period.code }),
    listOpenExtensions(viewer),
  ]);
  if (!board) return null;
  const { unit, rows } = board;
  const what = shownWhat(query.show);
  const mayRemind =
    can(viewer, 'report.remind', { relation: 'child' }) && isReminded(period, rows, now);
  return {
    now,
    sender: viewer.unit.name,
    periods,
    period,
    unit,
    rows,
    requests,
    what,
    shown: shownRows(rows, what, now),
    groups: query.show === undefined ? groupsOf(unit.lineage, rows) : [],
    mayRemind: mayRemind && what === 'waiting',
    mayLock: can(viewer, 'report.lock', { relation: 'below' }),
    mayMakeRules: can(viewer, 'reminder.rule', { relation: 'own' }),
  };
}

/** The board of a period, where there is one. */
export type Board = Extract<Awaited<ReturnType<typeof readBoard>>, { rows: unknown }>;

/** Whether reminding makes sense: after the close only for those who were granted a later date. */
function isReminded(
  period: Deadlines,
  rows: readonly { extendedUntil: Date | null }[],
  now: Date,
): boolean {
  const phase = phaseOf(period, now);
  return (
    phase !== 'before' &&
    (phase !== 'closed' ||
      rows.some(({ extendedUntil }) => extendedUntil !== null && extendedUntil >= now))
  );
}
