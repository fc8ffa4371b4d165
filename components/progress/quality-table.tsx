import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { StatusTag } from '@/components/board/status-tag';
import { ListTable, type Column } from '@/components/ui/list-table';
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
  const t = useTranslations('quality');
  return (
    <ListTable
      stack="wide"
      caption={t('caption')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={useQualityColumns()}
    />
  );
}

function useQualityColumns(): Column<QualityRow>[] {
  const [t, progress] = [useTranslations('quality'), useTranslations('progress.columns')];
  const [locale, format] = [useLocale(), useFormatter()];
  const day = (moment: Date | null) =>
    moment ? format.dateTime(moment, { year: 'numeric', month: '2-digit', day: '2-digit' }) : '—';
  return [
    {
      head: progress('unit'),
      cell: ({ id, unit, isReadable }) =>
        isReadable ? (
          <Link href={paths.history(id)}>{nameOf(unit, locale)}</Link>
        ) : (
          nameOf(unit, locale)
        ),
      className: 'print:whitespace-normal! sm:[&:lang(zh)]:whitespace-nowrap',
    },
    { head: progress('status'), cell: ({ status }) => <StatusTag status={status} /> },
    {
      head: t('filled'),
      cell: ({ filled, expected }) => `${filled}/${expected}`,
      isNumber: true,
    },
    {
      head: t('submitted'),
      cell: ({ handedIn, handedInAt }) =>
        handedIn === null ? '—' : t('times', { at: day(handedInAt), number: handedIn }),
    },
    { head: t('approved'), cell: ({ approvedAt }) => day(approvedAt) },
    {
      head: t('changes'),
      cell: ({ changes, lastChangeAt }) =>
        lastChangeAt ? t('changed', { count: changes, at: day(lastChangeAt) }) : '—',
    },
    { head: t('since'), cell: (row) => <ChangedSince row={row} />, isNumber: true },
    {
      head: t('late'),
      cell: ({ handedIn, lateDays }) => (handedIn === null && lateDays === 0 ? '—' : lateDays),
      isNumber: true,
    },
    { head: t('wrong'), cell: (row) => <Wrong row={row} />, isNumber: true },
    {
      head: t('score'),
      cell: ({ score }) => score ?? '—',
      isNumber: true,
      className: 'font-bold!',
    },
  ];
}

/** How much was changed after the approval, leading to what. */
function ChangedSince({ row: { id, changedSince, approved, handedIn } }: { row: QualityRow }) {
  const t = useTranslations('quality');
  if (approved === null) return '—';
  if (changedSince === 0 || handedIn === null) return '0';
  return (
    <Link href={paths.compare(id, approved, handedIn)}>
      {t('sinceCount', { count: changedSince })}
    </Link>
  );
}

function Wrong({ row: { handedIn, returns, marked, wrongShare } }: { row: QualityRow }) {
  const t = useTranslations('quality');
  if (returns === 0) return handedIn === null ? '—' : '0';
  return t('wrongOf', { marked, share: wrongShare ?? 'none', returns });
}
