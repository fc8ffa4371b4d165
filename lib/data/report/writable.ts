import 'server-only';
import { isTimely } from '@/lib/domain/report/allowed';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { can, type Action } from '@/lib/domain/access/policy';
import { isId, type Viewer } from '../database/access';
import { stateOf, type ReportState, type StateRow } from './report-state';
import type { Transaction } from '../database/transaction';
import { holdSubmissions, lockNow } from './lock-queries';
import { reportOf, states } from './queries';

export type Writable = ReportState & { row: StateRow };

/** Loads a report for a write and asks policy, status and dates, in this order: what is not in the viewer's scope is
 *  not found, what he may not do is refused, what cannot be done now is invalid.
 *  Whoever writes figures shares the newest submission; whoever moves it on (`alone`) waits until they are done. */
export async function loadForWrite(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
  action: Action,
  lock: 'shared' | 'alone',
): Promise<Writable> {
  if (!isId(reportId)) throw new NotFoundError();
  if (lock === 'alone') {
    // First wait, then look: what is read below is what those before us have left.
    await holdSubmissions.read(tx, viewer, reportId, 'own');
  }
  const read = () =>
    states.read(tx, viewer, reportOf(viewer, reportId), {
      plan: 'kept',
      lock: lock === 'shared' ? 'report' : undefined,
    });
  let [row] = await read();
  // A lock that was set while this waited is seen by a statement that begins afterwards, and by no earlier one.
  if (lock === 'shared' && row?.locks.length === 0 && (await isLocked(tx, reportId)))
    [row] = await read();
  if (!row) throw new NotFoundError();
  const state = stateOf(viewer, row, new Date());
  if (!can(viewer, action, state.subject)) throw new RefusedError(action);
  if (!isTimely(action, { ...state, isReadable: true })) throw untimely(action, state, row);
  return { ...state, row };
}

const isLocked = async (tx: Transaction, reportId: string): Promise<boolean> =>
  (await lockNow.read(tx, reportId))[0]!.isLocked;

/** Refuses what was decided over another submission than the one that stands now: the page is old. */
export function refuseOther({ number }: Pick<StateRow, 'number'>, seen: number | undefined): void {
  if (seen !== undefined && seen !== number)
    throw new InvalidError('other-submission', { before: String(seen), now: String(number) });
}

function untimely(
  action: Action,
  state: ReportState,
  { acceptedBy, examinedBy, locks }: StateRow,
): InvalidError {
  const { status, phase, isLocked } = state;
  // Only what would be possible without the lock is refused because of it.
  if (isLocked && isTimely(action, { ...state, isReadable: true, isLocked: false }))
    return new InvalidError('report-locked', {
      by: locks.map(({ unit, by }) => [unit, by].filter(Boolean).join(' ')).join('、'),
      reason: locks.map(({ reason }) => reason).join('；'),
    });
  if (action === 'report.withdraw' && status === 'submitted' && state.isAccepted)
    return new InvalidError('being-read', { by: acceptedBy ?? examinedBy ?? '' });
  if (decisions.includes(action)) {
    return status === 'approved' || status === 'returned'
      ? new InvalidError('already-decided')
      : new InvalidError('not-submitted');
  }
  if ((action === 'mark.answer' || action === 'mark.reply') && status === 'approved')
    return new InvalidError('already-decided');
  if (action === 'cover.add') return new InvalidError('cover-not-now');
  if (phase === 'before') return new InvalidError('period-not-open');
  if (phase === 'reviewing' || phase === 'closed') return new InvalidError('period-closed');
  return new InvalidError(
    awaited.includes(action) ? 'not-awaiting-signature' : 'not-open-for-entry',
    { status },
  );
}

const awaited: readonly Action[] = [
  'report.sign',
  'report.sendBack',
  'report.recall',
  'report.uncosign',
];

const decisions: readonly Action[] = [
  'report.accept',
  'report.examine',
  'report.review',
  'report.approve',
  'report.withdraw',
];
