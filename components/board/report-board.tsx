import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Sheet } from '@/components/ui/sheet';
import { Tag } from '@/components/ui/tag';
import { statuses, type ReportStatus } from '@/lib/domain/report/report';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { nextStep } from './next-step';
import { isOverdue, type ReportRow } from './report-row';
import { StatusTag } from './status-tag';

type Props = {
  rows: readonly ReportRow[];
  period: string;
  base: string;
  status: ReportStatus | undefined;
};

/** The reports of the units below at one look, in the order of the unit tree; two columns where there is room. */
export function ReportBoard({ rows, period, base, status }: Props) {
  const t = useTranslations('reports');
  const common = useTranslations('common.status');
  const shown = status ? rows.filter((row) => row.status === status) : rows;
  return (
    <Sheet className="my-4">
      <h2>{t('below')}</h2>
      <StatusFilter rows={rows} period={period} chosen={status} />
      {shown.length === 0 && status ? (
        <p>
          {t('nothingInFilter', { status: common(status) })}{' '}
          <Link href={paths.reports(period)}>{t('clearFilter')}</Link>
        </p>
      ) : (
        <ol className={shown.length > 6 ? 'gap-x-10 lg:columns-2' : 'max-w-2xl'}>
          {shown.map((row) => (
            <BoardRow
              key={row.id}
              row={row}
              depth={status ? 0 : depthBelow(base, row.unit.lineage)}
            />
          ))}
        </ol>
      )}
    </Sheet>
  );
}

function StatusFilter({
  rows,
  period,
  chosen,
}: {
  rows: readonly ReportRow[];
  period: string;
  chosen: ReportStatus | undefined;
}) {
  const t = useTranslations('reports');
  const name = useTranslations('common.status');
  const counted = statuses
    .map((status) => ({ status, count: rows.filter((row) => row.status === status).length }))
    .filter(({ count }) => count > 0);
  return (
    <nav aria-label={t('filter')} className="my-2">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 tabular-nums">
        <FilterLink
          href={paths.reports(period)}
          isHere={!chosen}
          text={t('all', { count: rows.length })}
        />
        {counted.map(({ status, count }) => (
          <FilterLink
            key={status}
            href={`${paths.reports(period)}&status=${status}`}
            isHere={status === chosen}
            text={t('count', { status: name(status), count })}
          />
        ))}
      </ul>
    </nav>
  );
}

function FilterLink({ href, isHere, text }: { href: string; isHere: boolean; text: string }) {
  return (
    <li>
      <Link
        href={href}
        aria-current={isHere ? 'true' : undefined}
        className={`inline-flex min-h-8 items-center ${isHere ? 'font-bold text-ink no-underline' : ''}`}
      >
        {text}
      </Link>
    </li>
  );
}

function BoardRow({ row, depth }: { row: ReportRow; depth: number }) {
  const t = useTranslations('reports');
  const locale = useLocale();
  const step = nextStep(row);
  const name = nameOf(row.unit, locale);
  return (
    <li
      className="flex min-h-[34px] break-inside-avoid flex-wrap items-center gap-x-2 border-b border-line py-0.5 sm:gap-x-4"
      style={{ paddingLeft: `${depth * 1.25}rem` }}
    >
      <span className="grow">
        {step ? (
          <Link href={step.href}>
            {name}
            {step.key === 'review' ? (
              <span className="font-bold">（{t('next.review')}）</span>
            ) : null}
          </Link>
        ) : (
          name
        )}
      </span>
      {row.allowed.includes('target.set') ? (
        <Link
          href={paths.targets(row.id)}
          prefetch={false}
          className="text-table"
          aria-label={t('links.targetsOf', { unit: name })}
        >
          {t('links.setTargets')}
        </Link>
      ) : null}
      {isOverdue(row) ? <Tag kind="attention">{t('late')}</Tag> : null}
      <span className="w-16 text-right text-table text-ink-2 tabular-nums sm:w-20">
        {row.filled}/{row.expected}
      </span>
      <span className="min-w-22 sm:min-w-38">
        <StatusTag status={row.status} />
      </span>
    </li>
  );
}

/** Units directly below stand flush; each further level is indented. */
function depthBelow(base: string, lineage: string): number {
  return Math.max(0, lineage.slice(base.length).split('/').length - 2);
}
