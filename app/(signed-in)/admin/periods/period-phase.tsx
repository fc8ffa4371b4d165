import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import { phaseOf, type Deadlines } from '@/lib/domain/report/report';

/** Whether a period takes figures now. */
export function PeriodPhase({ dates, now }: { dates: Deadlines; now: Date }) {
  const t = useTranslations('admin.periods.phase');
  const phase = phaseOf(dates, now);
  return phase === 'open' || phase === 'late' ? <Tag kind="todo">{t(phase)}</Tag> : t(phase);
}
