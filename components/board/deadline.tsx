import { useFormatter, useTranslations } from 'next-intl';
import { daysLeft } from '@/lib/domain/report/progress';
import { phaseOf, type Deadlines } from '@/lib/domain/report/report';

/** The date that matters now, with the days left or gone by. */
export function Deadline({ deadlines, now }: { deadlines: Deadlines; now: Date }) {
  const t = useTranslations('reports.deadline');
  const format = useFormatter();
  const date = (moment: Date) => format.dateTime(moment, 'day');
  // Days of the calendar, as everywhere else.
  const left = daysLeft(deadlines.dueAt, now);

  switch (phaseOf(deadlines, now)) {
    case 'before':
      return t('before', { date: date(deadlines.opensAt) });
    case 'open':
      return left === 0 ? t('today') : t('open', { date: date(deadlines.dueAt), days: left });
    case 'late':
      return t('late', { days: Math.max(1, -left), date: date(deadlines.lateUntil) });
    case 'reviewing':
      return t('reviewing', { date: date(deadlines.lateUntil), until: date(deadlines.closesAt) });
    case 'closed':
      return t('closed', { date: date(deadlines.closesAt) });
  }
}
