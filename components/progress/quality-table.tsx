import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { StatusTag } from '@/components/board/status-tag';
import { Table } from '@/components/ui/table';
import type { ReportStatus } from '@/lib/domain/report/report';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

export type QualityRow = {
  id: string;
  unit: { name: string; nameEn: string };
  status: ReportStatus;
  filled: number;
  expected: number;
  submission: number;
  handedIn: number | null;
  handedInAt: Date | null;
  approved: number | null;
  approvedAt: Date | null;
  changedSince: number;
  changes: number;
  lastChangeAt: Date | null;
  returns: number;
  marked: number;
  wrongShare: string | null;
  lateDays: number;
  score: number | null;
  isReadable: boolean;
};

/** How each report came about, one line a unit. */
export function QualityTable({ rows }: { rows: readonly QualityRow[] }) {
  const [t, progress, locale, format] = [
    useTranslations('quality'),
    useTranslations('progress'),
    useLocale(),
    useFormatter(),
  ];
  const day = (moment: Date | null) =>
    moment ? format.dateTime(moment, { year: 'numeric', month: '2-digit', day: '2-digit' }) : '—';
  return (
    <Table stack="wide" stickyHead caption={t('caption')}>
      <thead>
        <tr>
          <th scope="col">{progress('columns.unit')}</th>
          <th scope="col">{progress('columns.status')}</th>
          <th scope="col" className="number">
            {t('filled')}
          </th>
          <th scope="col">{t('submitted')}</th>
          <th scope="col">{t('approved')}</th>
          <th scope="col">{t('changes')}</th>
          <th scope="col" className="number">
            {t('since')}
          </th>
          <th scope="col" className="number">
            {t('late')}
          </th>
          <th scope="col" className="number">
            {t('wrong')}
          </th>
          <th scope="col" className="number">
            {t('score')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="print:whitespace-normal! sm:[&:lang(zh)]:whitespace-nowrap">
              {row.isReadable ? (
                <Link href={paths.history(row.id)}>{nameOf(row.unit, locale)}</Link>
              ) : (
                nameOf(row.unit, locale)
              )}
            </th>
            <td data-label={progress('columns.status')}>
              <StatusTag status={row.status} />
            </td>
            <td data-label={t('filled')} className="number">{`${row.filled}/${row.expected}`}</td>
            <td data-label={t('submitted')}>
              {row.handedIn === null
                ? '—'
                : t('times', { at: day(row.handedInAt), number: row.handedIn })}
            </td>
            <td data-label={t('approved')}>{day(row.approvedAt)}</td>
            <td data-label={t('changes')}>
              {row.lastChangeAt
                ? t('changed', { count: row.changes, at: day(row.lastChangeAt) })
                : '—'}
            </td>
            <td data-label={t('since')} className="number">
              {row.changedSince > 0 && row.approved !== null && row.handedIn !== null ? (
                <Link href={paths.compare(row.id, row.approved, row.handedIn)}>
                  {t('sinceCount', { count: row.changedSince })}
                </Link>
              ) : row.approved === null ? (
                '—'
              ) : (
                '0'
              )}
            </td>
            <td data-label={t('late')} className="number">
              {row.handedIn === null && row.lateDays === 0 ? '—' : row.lateDays}
            </td>
            <td data-label={t('wrong')} className="number">
              {row.returns === 0
                ? row.handedIn === null
                  ? '—'
                  : '0'
                : t('wrongOf', {
                    marked: row.marked,
                    share: row.wrongShare ?? 'none',
                    returns: row.returns,
                  })}
            </td>
            <td data-label={t('score')} className="number font-bold!">
              {row.score ?? '—'}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
