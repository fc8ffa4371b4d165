import { daysLeft, isOverdue } from '@/lib/domain/report/progress';
import type { ReportStatus } from '@/lib/domain/report/report';

/** A report as the board draws it. */
export type BoardRow = {
  reportId: string;
  unit: { code: string; name: string; nameEn: string; lineage: string };
  contact: { name: string | null; phone: string | null };
  status: ReportStatus;
  dueAt: Date;
  firstSignedAt: Date | null;
  extendedUntil: Date | null;
  isLocked: boolean;
  hasAsked: boolean;
  remindedAt: Date | null;
  isReadable: boolean;
};

type Words = (
  key: 'due' | 'dueToday' | 'overdue',
  values: { date: string; days: number },
) => string;

/** "11月10日，还有 3 天": the absolute date, and the days for those who count. */
export function dueInWords(
  row: Pick<BoardRow, 'dueAt' | 'status'>,
  now: Date,
  date: string,
  t: Words,
): string {
  const days = daysLeft(row.dueAt, now);
  if (days === 0 && !isOverdue(row, now)) return t('dueToday', { date, days });
  return days > 0 ? t('due', { date, days }) : t('overdue', { date, days: Math.max(1, -days) });
}
