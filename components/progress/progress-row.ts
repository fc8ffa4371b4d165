import { daysLeft, isHandedIn, turnEnds } from '@/lib/domain/report/progress';
import type { ReportStatus } from '@/lib/domain/report/report';

/** A report as the board draws it. */
export type BoardRow = {
  reportId: string;
  unit: { code: string; name: string; nameEn: string; lineage: string };
  contact: { name: string | null; phone: string | null };
  status: ReportStatus;
  dueAt: Date;
  closesAt: Date;
  firstSignedAt: Date | null;
  extendedUntil: Date | null;
  isLocked: boolean;
  hasAsked: boolean;
  remindedAt: Date | null;
  isReadable: boolean;
};

type Words = (
  key: 'due' | 'dueToday' | 'overdue' | 'correct' | 'date',
  values: { date: string; days: number },
) => string;

/** "11月10日，还有 3 天": the absolute date, and the days for those who count. Of what was returned the day until
 *  which it is corrected; of what is in, the date alone. */
export function dueInWords(
  row: Pick<BoardRow, 'dueAt' | 'closesAt' | 'status'>,
  now: Date,
  dayOf: (moment: Date) => string,
  t: Words,
): string {
  const until = turnEnds(row);
  const [date, days] = [dayOf(until), daysLeft(until, now)];
  if (isHandedIn(row.status)) return t('date', { date, days });
  if (row.status === 'returned' && days >= 0) return t('correct', { date, days });
  if (days === 0 && now <= until) return t('dueToday', { date, days });
  return days > 0 ? t('due', { date, days }) : t('overdue', { date, days: Math.max(1, -days) });
}
