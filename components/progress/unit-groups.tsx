import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { ListTable, type Column } from '@/components/ui/list-table';
import { boardOrder, fiveNumbers } from '@/lib/domain/report/progress';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import type { BoardRow } from './progress-row';

type Group = { unit: BoardRow['unit']; rows: BoardRow[] };

/** Where thousands report: the units directly below, each with its five numbers and how many stand where. */
export function UnitGroups({ groups, period }: { groups: readonly Group[]; period: string }) {
  const [t, status, locale] = [
    useTranslations('progress'),
    useTranslations('common.status'),
    useLocale(),
  ];
  const percent = (rate: string | null) => (rate === null ? '—' : `${rate}%`);
  const number = (head: string, cell: Column<Group>['cell']) => ({ head, cell, isNumber: true });
  return (
    <ListTable
      caption={t('groups.caption')}
      rows={groups}
      keyOf={({ unit }) => unit.code}
      columns={[
        {
          head: t('columns.unit'),
          cell: ({ unit }) => (
            <Link href={paths.progress({ period, unit: unit.code })}>{nameOf(unit, locale)}</Link>
          ),
        },
        number(t('five.expected'), ({ rows }) => fiveNumbers(rows).expected),
        number(t('five.received'), ({ rows }) => fiveNumbers(rows).received),
        number(t('five.rate'), ({ rows }) => percent(fiveNumbers(rows).rate)),
        number(t('five.onTimeRate'), ({ rows }) => percent(fiveNumbers(rows).onTimeRate)),
        ...boardOrder.map((one) =>
          number(status(one), ({ rows }) => rows.filter((row) => row.status === one).length),
        ),
      ]}
    />
  );
}
