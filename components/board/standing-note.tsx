import { useFormatter, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { Action } from '@/lib/domain/access/policy';
import type { Phase, ReportStatus } from '@/lib/domain/report/report';

type Props = {
  report: {
    status: ReportStatus;
    phase: Phase;
    allowed: readonly Action[];
    lock: { by: string; at: Date; reason: string } | null;
  };
  unit: string;
};

/** Why a report cannot be filled in just now; says nothing where it can. */
export function StandingNote({ report: { status, phase, allowed, lock }, unit }: Props) {
  const t = useTranslations('reports.waiting');
  const format = useFormatter();
  if (lock)
    return (
      <Notice
        kind="attention"
        title={t('locked', { by: lock.by, at: format.dateTime(lock.at, 'minute') })}
      >
        {t('lockedReason', { reason: lock.reason })}
      </Notice>
    );
  if (allowed.includes('report.fill')) return null;
  const text =
    status === 'approved' || status === 'submitted' || status === 'awaiting-signature'
      ? t(status)
      : phase === 'before'
        ? t('before')
        : phase === 'reviewing' || phase === 'closed'
          ? t(phase)
          : t('cannotFill', { unit });
  return <p className="mb-4 text-ink-2">{text}</p>;
}
