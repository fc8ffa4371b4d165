import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { StatusTag } from '@/components/board/status-tag';
import { ListTable, type Column } from '@/components/ui/list-table';
import { Tag } from '@/components/ui/tag';
import { officeDay } from '@/lib/domain/tree/office-day';
import { isCountedLate } from '@/lib/domain/report/progress';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { dueInWords, type BoardRow } from './progress-row';

type Props = {
  rows: readonly BoardRow[];
  now: Date;
  /** Draws a box before each row. */
  box?: (row: BoardRow) => React.ReactNode;
};

/** One line per unit: who, how far, until when, and when it was last reminded. */
export function BoardTable({ rows, now, box }: Props) {
  const [t, locale] = [useTranslations('progress'), useLocale()];
  const columns: Column<BoardRow>[] = [
    {
      head: t('columns.unit'),
      cell: (row) =>
        row.isReadable ? (
          <Link href={paths.report(row.reportId)}>{nameOf(row.unit, locale)}</Link>
        ) : (
          nameOf(row.unit, locale)
        ),
    },
    { head: t('columns.status'), cell: (row) => <Standing row={row} now={now} /> },
    { head: t('columns.due'), cell: (row) => <Due row={row} now={now} /> },
    {
      head: t('columns.reminded'),
      cell: (row) => <Reminded at={row.remindedAt} now={now} />,
      className: 'text-ink-2',
    },
  ];
  return (
    <ListTable
      stickyHead={false}
      className="max-w-5xl"
      rows={rows}
      keyOf={({ reportId }) => reportId}
      columns={box ? [{ head: t('columns.choose'), cell: box, isBox: true }, ...columns] : columns}
    />
  );
}

function Standing({ row, now }: { row: BoardRow; now: Date }) {
  const [t, locks] = [useTranslations('progress'), useTranslations('locks')];
  return (
    <span className="inline-flex flex-wrap gap-2">
      <StatusTag status={row.status} />
      {isCountedLate(row, now) ? <Tag kind="attention">{t('late')}</Tag> : null}
      {row.isLocked ? <Tag>{locks('tag')}</Tag> : null}
    </span>
  );
}

/** Until when, in days too, and whether a later date was given or is asked for. */
function Due({ row, now }: { row: BoardRow; now: Date }) {
  const [t, format] = [useTranslations('progress'), useFormatter()];
  return (
    <>
      {dueInWords(row, now, (moment) => format.dateTime(moment, monthAndDay), t)}
      {row.extendedUntil ? <span className="text-ink-2"> {t('extended')}</span> : null}
      {row.hasAsked ? (
        <>
          {' '}
          <Link href={paths.extension(row.reportId)}>{t('asked')}</Link>
        </>
      ) : null}
    </>
  );
}

function Reminded({ at, now }: { at: Date | null; now: Date }) {
  const [t, format] = [useTranslations('progress'), useFormatter()];
  if (at === null) return t('never');
  return officeDay(at) === officeDay(now)
    ? t('remindedToday')
    : t('remindedOn', { date: format.dateTime(at, monthAndDay) });
}

const monthAndDay = { month: 'long', day: 'numeric' } as const;
