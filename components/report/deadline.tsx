import { useFormatter, useTranslations } from 'next-intl';
import { phaseOf, type Deadlines } from '@/lib/domain/report';

const day = 24 * 3600 * 1000;

/** The date that matters now, with the days left or gone by. */
export function Deadline({ deadlines, now }: { deadlines: Deadlines; now: Date }) {
  const t = useTranslations('reports.deadline');
  const format = useFormatter();
  const date = (moment: Date) => format.dateTime(moment, 'day');
  const left = Math.floor((deadlines.dueAt.getTime() - now.getTime()) / day);

  switch (phaseOf(deadlines, now)) {
    case 'before':
      return t('before', { date: date(deadlines.opensAt) });
    case 'open':
      return left === 0 ? t('today') : t('open', { date: date(deadlines.dueAt), days: left });
    case 'late':
      return t('late', { days: -left, date: date(deadlines.lateUntil) });
    case 'reviewing':
    case 'closed':
      return t('closed', { date: date(deadlines.lateUntil) });
  }
}
