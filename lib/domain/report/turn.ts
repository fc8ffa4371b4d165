// Whose turn it is with a report, until when, and what stands still: no page leaves anybody before a wall.
import { phaseOf, type Deadlines, type ReportStatus } from './report';

/** `over`: it was not handed in while figures were taken; `stopped`: it was on its way when the period closed. Both go
 *  on with a later date alone. */
export type Turn = {
  key:
    'before' | 'fill' | 'correct' | 'sign' | 'cosign' | 'review' | 'approved' | 'over' | 'stopped';
  /** Until when, of `over` and `stopped` since when; null where no day is set. */
  day: Date | null;
};

/** Whose turn it is at `now`. `isCosigned`: the first of two signatures is there. */
export function turnOf(
  { status, isCosigned }: { status: ReportStatus; isCosigned: boolean },
  dates: Deadlines,
  now: Date,
): Turn {
  if (status === 'approved') return { key: 'approved', day: null };
  if (status === 'submitted') return { key: 'review', day: null };
  const phase = phaseOf(dates, now);
  if (phase === 'before') return { key: 'before', day: dates.opensAt };
  const isDraft = status === 'not-started' || status === 'filling';
  if (isDraft)
    return phase === 'open' || phase === 'late'
      ? { key: 'fill', day: dates.lateUntil }
      : { key: 'over', day: dates.lateUntil };
  if (phase === 'closed') return { key: 'stopped', day: dates.closesAt };
  const key = status === 'returned' ? 'correct' : isCosigned ? 'cosign' : 'sign';
  return { key, day: dates.closesAt };
}
