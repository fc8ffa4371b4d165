import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Sheet } from '@/components/ui/sheet';
import type { ReportRow } from '@/components/board/report-row';
import { statuses, type ReportStatus } from '@/lib/domain/report/report';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Props = { title: string; period: string; rows: readonly ReportRow[] };

/** Where the reports of the units below stand: one strip whose parts are the states, in the order a report goes through
 *  them, and below it which units these are. */
export function StatusStrip({ title, period, rows }: Props) {
  const [t, name, locale] = [
    useTranslations('home.below'),
    useTranslations('common.status'),
    useLocale(),
  ];
  const groups = statuses
    .map((status) => ({ status, units: rows.filter((row) => row.status === status) }))
    .filter(({ units }) => units.length > 0);
  return (
    <Sheet>
      <h2>{title}</h2>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${rows.length} 1`}
        preserveAspectRatio="none"
        className="mt-3 block h-4 w-full"
      >
        {groups.map(({ status, units }, at) => (
          <rect
            key={status}
            x={groups.slice(0, at).reduce((sum, group) => sum + group.units.length, 0)}
            width={units.length}
            height="1"
            className={`${fills[status]} stroke-paper`}
            strokeWidth="2"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <ul className="mt-2">
        {groups.map(({ status, units }) => (
          <li
            key={status}
            className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-1.5 last:border-0"
          >
            <span className="flex w-32 items-baseline gap-2">
              <svg aria-hidden="true" viewBox="0 0 10 10" className="size-2.5">
                <rect width="10" height="10" className={fills[status]} />
              </svg>
              <Link href={`${paths.reports(period)}&status=${status}`}>{name(status)}</Link>
              <span className="tabular-nums">{units.length}</span>
            </span>
            <span className="min-w-0 flex-1 text-table text-ink-2">
              {units
                .slice(0, mostNames)
                .map(({ unit }) => nameOf(unit, locale))
                .join(t('separator'))}
              {units.length > mostNames ? t('more', { count: units.length - mostNames }) : ''}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** Names that are read at one look; the list behind the link has all. */
const mostNames = 8;

const fills: Record<ReportStatus, string> = {
  'not-started': 'fill-line',
  filling: 'fill-line-2',
  'awaiting-signature': 'fill-ink-2',
  submitted: 'fill-act',
  returned: 'fill-attention',
  approved: 'fill-good',
};
