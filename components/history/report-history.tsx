import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ListTable } from '@/components/ui/list-table';
import { Sheet } from '@/components/ui/sheet';
import { labelOf } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';
import type { ReportRow } from '@/components/board/report-row';
import { StatusTag } from '@/components/board/status-tag';

/** A unit's reports of all periods, for those who have nobody below. */
export function ReportHistory({ rows }: { rows: readonly ReportRow[] }) {
  const t = useTranslations('reports');
  const locale = useLocale();
  const format = useFormatter();
  return (
    <Sheet className="my-4">
      <h2 className="mb-2">{t('history')}</h2>
      <ListTable
        stickyHead={false}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            head: t('columns.period'),
            cell: ({ id, period, allowed }) =>
              allowed.includes('report.read') ? (
                <Link href={paths.report(id)}>{labelOf(period, locale)}</Link>
              ) : (
                labelOf(period, locale)
              ),
          },
          { head: t('columns.status'), cell: ({ status }) => <StatusTag status={status} /> },
          {
            head: t('columns.filled'),
            cell: ({ filled, expected }) => `${filled}/${expected}`,
            isNumber: true,
          },
          { head: t('columns.due'), cell: ({ period }) => format.dateTime(period.dueAt, 'day') },
          {
            head: t('columns.decided'),
            cell: ({ status, decidedAt }) =>
              status === 'approved' && decidedAt ? format.dateTime(decidedAt, 'day') : '—',
          },
        ]}
      />
    </Sheet>
  );
}
