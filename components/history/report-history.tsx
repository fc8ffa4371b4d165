import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
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
      <Table stack>
        <thead>
          <tr>
            <th scope="col">{t('columns.period')}</th>
            <th scope="col">{t('columns.status')}</th>
            <th scope="col" className="number">
              {t('columns.filled')}
            </th>
            <th scope="col">{t('columns.due')}</th>
            <th scope="col">{t('columns.decided')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.allowed.includes('report.read') ? (
                  <Link href={paths.report(row.id)}>{labelOf(row.period, locale)}</Link>
                ) : (
                  labelOf(row.period, locale)
                )}
              </th>
              <td data-label={t('columns.status')}>
                <StatusTag status={row.status} />
              </td>
              <td data-label={t('columns.filled')} className="number">
                {row.filled}/{row.expected}
              </td>
              <td data-label={t('columns.due')}>{format.dateTime(row.period.dueAt, 'day')}</td>
              <td data-label={t('columns.decided')}>
                {row.status === 'approved' && row.decidedAt
                  ? format.dateTime(row.decidedAt, 'day')
                  : '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Sheet>
  );
}
