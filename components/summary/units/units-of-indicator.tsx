import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { labelOf, parsePeriodCode, previousOf } from '@/lib/domain/tree/period';
import type { UnitsOfIndicator as IndicatorTable, UnitsTable } from '@/lib/domain/summary/summary';
import { nameOf } from '@/lib/i18n/name-of';
import { placeIds, type UnitColumn } from '../places';
import type { SummaryAddress } from '../summary-address';
import { UnitNumber } from './unit-number';

type Props = { table: IndicatorTable; units: UnitsTable['units']; address: SummaryAddress };

const columns: UnitColumn[] = ['value', 'share', 'place', 'previous', 'change', 'changePercent'];

/** All units of one indicator: 单位 | 数值 | 占比 | 位次 | 上年 | 增减 | 增减%, the largest first. */
export async function UnitsOfIndicator({ table, units, address }: Props) {
  const [t, common, locale] = await Promise.all([
    getTranslations('units'),
    getTranslations('common'),
    getLocale(),
  ]);
  const answers = {
    not_applicable: common('answer.not_applicable'),
    not_available: common('answer.not_available'),
  };
  const { indicator, notes } = table;
  const period = parsePeriodCode(address.period);
  const names = new Map(units.map((unit) => [unit.code, nameOf(unit, locale)]));
  const isRate = indicator.nature === 'ratio';
  const shown = columns
    .filter((column) => !isRate || (column !== 'share' && column !== 'changePercent'))
    .map((column) => ({
      column,
      head:
        column === 'value' && period
          ? labelOf(period, locale)
          : column === 'previous'
            ? period
              ? labelOf(previousOf(period), locale)
              : '—'
            : t(column),
    }));
  const rows = rowsOf(table, (line) =>
    line === 'total' || line === 'comparable'
      ? t(line === 'total' && isRate ? 'rate' : line)
      : (names.get(line) ?? line),
  );
  return (
    <>
      <div className="comparison-frame is-narrow">
        <Table
          stack
          stickyHead
          className="comparison"
          caption={
            <span className="font-bold">
              {`${nameOf(indicator, locale)} `}
              <span lang="zh-CN" className="font-normal">{`（${table.unit}）`}</span>
            </span>
          }
        >
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              {shown.map(({ column, head }) => (
                <th key={column} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, numbers, isSum }) => (
              <tr key={key} className={isSum ? 'is-sum' : undefined}>
                <th scope="row">{name}</th>
                {shown.map(({ column, head }) => (
                  <td key={column} data-label={head} className="number">
                    {isSum && (column === 'place' || column === 'share') ? null : (
                      <UnitNumber
                        number={numbers[column]}
                        unit={column === 'changePercent' || column === 'share' ? '' : table.unit}
                        id={placeIds.unit(indicator.code, key, column)}
                        answers={answers}
                        address={address}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <div lang="zh-CN" className="mt-2 text-table text-ink-2">
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </>
  );
}

/** The units, then their total, then what can be compared with the period before. */
function rowsOf({ lines, total, comparable }: IndicatorTable, nameOf: (line: string) => string) {
  const sum = (
    key: 'total' | 'comparable',
    numbers: Omit<IndicatorTable['lines'][number], 'unit'>,
  ) => ({
    key,
    name: nameOf(key),
    numbers,
    isSum: true,
  });
  return [
    ...lines.map((line) => ({
      key: line.unit,
      name: nameOf(line.unit),
      numbers: line,
      isSum: false,
    })),
    ...(total ? [sum('total', { ...total, place: null })] : []),
    ...(comparable ? [sum('comparable', { ...comparable, share: null, place: null })] : []),
  ];
}
