import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
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
  return (
    <Table stack stickyHead caption={t('groups.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('columns.unit')}</th>
          <th scope="col" className="number">
            {t('five.expected')}
          </th>
          <th scope="col" className="number">
            {t('five.received')}
          </th>
          <th scope="col" className="number">
            {t('five.rate')}
          </th>
          <th scope="col" className="number">
            {t('five.onTimeRate')}
          </th>
          {boardOrder.map((one) => (
            <th key={one} scope="col" className="number">
              {status(one)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ unit, rows }) => {
          const numbers = fiveNumbers(rows);
          return (
            <tr key={unit.code}>
              <th scope="row">
                <Link href={paths.progress({ period, unit: unit.code })}>
                  {nameOf(unit, locale)}
                </Link>
              </th>
              <td data-label={t('five.expected')} className="number">
                {numbers.expected}
              </td>
              <td data-label={t('five.received')} className="number">
                {numbers.received}
              </td>
              <td data-label={t('five.rate')} className="number">
                {numbers.rate === null ? '—' : `${numbers.rate}%`}
              </td>
              <td data-label={t('five.onTimeRate')} className="number">
                {numbers.onTimeRate === null ? '—' : `${numbers.onTimeRate}%`}
              </td>
              {boardOrder.map((one) => (
                <td key={one} data-label={status(one)} className="number">
                  {rows.filter((row) => row.status === one).length}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
