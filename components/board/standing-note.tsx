import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { Action } from '@/lib/domain/access/policy';
import type { Deadlines, ReportStatus } from '@/lib/domain/report/report';
import { turnOf } from '@/lib/domain/report/turn';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Lock = { unit: { name: string; nameEn: string }; by: string; at: Date; reason: string };
type Props = {
  report: {
    id: string;
    status: ReportStatus;
    period: Deadlines;
    allowed: readonly Action[];
    locks: readonly Lock[];
    submission: { cosignedAt: Date | null };
  };
  unit: string;
  now: Date;
};

/** Why nothing can be done with a report just now, by whom it is done next, and until when; says nothing where the
 *  viewer has the turn. */
export function StandingNote({ report, unit, now }: Props) {
  const { id, status, period, allowed, locks, submission } = report;
  const t = useTranslations('reports.waiting');
  const format = useFormatter();
  if (locks.length > 0) return <LockedNote locks={locks} />;
  if (allowed.includes('report.fill')) return null;
  const isCosigned = submission.cosignedAt !== null;
  const { key, day } = turnOf({ status, isCosigned }, period, now);
  const date = day ? format.dateTime(day, 'day') : '';
  const text = t(key, { unit, date });
  if (key !== 'over' && key !== 'stopped') return <p className="mb-4 text-ink-2">{text}</p>;
  const way = allowed.includes('report.askExtension')
    ? ('ask' as const)
    : allowed.includes('report.grantExtension')
      ? ('grant' as const)
      : null;
  return (
    <Notice kind="attention" title={text}>
      {way ? <Link href={paths.extension(id)}>{t(way)}</Link> : t('askThere', { unit })}
    </Notice>
  );
}

/** Each lock by itself: whose it is, since when, and why. */
function LockedNote({ locks }: { locks: readonly Lock[] }) {
  const [t, locale, format] = [useTranslations('reports.waiting'), useLocale(), useFormatter()];
  return (
    <Notice kind="attention" title={t('locked', { count: locks.length })}>
      <ul>
        {locks.map(({ unit, by, at, reason }) => (
          <li key={unit.name}>
            {t('lock', {
              ...{ unit: nameOf(unit, locale), by, at: format.dateTime(at, 'minute'), reason },
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
