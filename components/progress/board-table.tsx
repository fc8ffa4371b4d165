import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { StatusTag } from '@/components/board/status-tag';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { officeDay } from '@/lib/domain/tree/office-day';
import { isLate, isOverdue } from '@/lib/domain/report/progress';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { dueInWords, type BoardRow } from './progress-row';

type Props = {
  rows: readonly BoardRow[];
  now: Date;
  /** Draws a box before each row. */ box?: (row: BoardRow) => React.ReactNode;
};

/** One line per unit: who, how far, until when, and when it was last reminded. */
export function BoardTable({ rows, now, box }: Props) {
  const [t, locks, locale, format] = [
    useTranslations('progress'),
    useTranslations('locks'),
    useLocale(),
    useFormatter(),
  ];
  const day = (moment: Date) => format.dateTime(moment, { month: 'long', day: 'numeric' });
  return (
    <Table stack className="max-w-5xl">
      <thead>
        <tr>
          {box ? (
            <th scope="col">
              <span className="sr-only">{t('columns.choose')}</span>
            </th>
          ) : null}
          <th scope="col">{t('columns.unit')}</th>
          <th scope="col">{t('columns.status')}</th>
          <th scope="col">{t('columns.due')}</th>
          <th scope="col">{t('columns.reminded')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.reportId}>
            {box ? <td>{box(row)}</td> : null}
            <th scope="row">
              {row.isReadable ? (
                <Link href={paths.report(row.reportId)}>{nameOf(row.unit, locale)}</Link>
              ) : (
                nameOf(row.unit, locale)
              )}
            </th>
            <td data-label={t('columns.status')}>
              <span className="inline-flex flex-wrap gap-2">
                <StatusTag status={row.status} />
                {isLate(row) || isOverdue(row, now) ? (
                  <Tag kind="attention">{t('late')}</Tag>
                ) : null}
                {row.isLocked ? <Tag>{locks('tag')}</Tag> : null}
              </span>
            </td>
            <td data-label={t('columns.due')}>
              {dueInWords(row, now, day(row.dueAt), t)}
              {row.extendedUntil ? <span className="text-ink-2"> {t('extended')}</span> : null}
              {row.hasAsked ? (
                <>
                  {' '}
                  <Link href={paths.extension(row.reportId)}>{t('asked')}</Link>
                </>
              ) : null}
            </td>
            <td data-label={t('columns.reminded')} className="text-ink-2">
              {row.remindedAt === null
                ? t('never')
                : officeDay(row.remindedAt) === officeDay(now)
                  ? t('remindedToday')
                  : t('remindedOn', { date: day(row.remindedAt) })}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
