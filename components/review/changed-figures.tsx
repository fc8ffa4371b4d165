import { useLocale, useTranslations } from 'next-intl';
import { PrintedFigure } from '@/components/figures/printed-figure';
import { yearChange } from '@/components/figures/year-change';
import { ListTable, type Column } from '@/components/ui/list-table';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { nameOf } from '@/lib/i18n/name-of';

export type ChangedFigure = { indicator: Indicator; before: Figure | null; after: Figure | null };
type Props = {
  before: number;
  after: number;
  rows: readonly ChangedFigure[];
  /** What the reviewer wrote on the earlier figures; a row that was not changed says so. */
  notes?: ReadonlyMap<string, string>;
};

/** Two editions of the same rows: only what differs stands in ink. */
export function ChangedFigures({ before, after, rows, notes }: Props) {
  const [t, review] = [useTranslations('history.compare'), useTranslations('review')];
  const locale = useLocale();
  const isSame = (row: ChangedFigure) => row.before === row.after;
  const printChange = (row: ChangedFigure) => {
    const { amount, isPoints } = yearChange(row.after?.value ?? null, row.before, row.indicator);
    if (isSame(row) || amount === null) return '';
    return isPoints ? review('points', { value: amount }) : amount;
  };
  const columns: Column<ChangedFigure>[] = [
    { head: t('columns.indicator'), cell: ({ indicator }) => nameOf(indicator, locale) },
    {
      head: t('before', { number: before }),
      cell: (row) => <PrintedFigure figure={row.before} indicator={row.indicator} />,
      isNumber: true,
      className: 'text-ink-2',
      width: 'w-40',
    },
    {
      head: t('after', { number: after }),
      cell: (row) =>
        isSame(row) ? (
          review('change.same')
        ) : (
          <PrintedFigure figure={row.after} indicator={row.indicator} />
        ),
      isNumber: true,
      className: (row) => (isSame(row) ? 'text-ink-2' : 'font-bold!'),
      width: 'w-40',
    },
    { head: t('columns.change'), cell: printChange, isNumber: true, width: 'w-32' },
  ];
  return (
    <ListTable
      stickyHead={false}
      rows={rows}
      keyOf={({ indicator }) => indicator.code}
      columns={
        notes
          ? [
              ...columns,
              {
                head: review('change.note'),
                cell: ({ indicator }) => notes.get(indicator.code),
                isProse: true,
                width: 'w-80',
              },
            ]
          : columns
      }
    />
  );
}
