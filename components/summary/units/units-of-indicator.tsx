import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { labelOf, parsePeriodCode, previousOf } from '@/lib/domain/tree/period';
import type { UnitsOfIndicator as IndicatorTable, UnitsTable } from '@/lib/domain/summary/summary';
import { nameOf } from '@/lib/i18n/name-of';
import { placeIds, type UnitColumn } from '../places';
import type { SummaryAddress } from '../summary-address';
import { UnitNumber, type Answers } from './unit-number';

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
  const names = new Map(units.map((unit) => [unit.code, nameOf(unit, locale)]));
  const isRate = indicator.nature === 'ratio';
  const heads = headsOf(address.period, locale, t);
  const shown = columns
    .filter((column) => !isRate || (column !== 'share' && column !== 'changePercent'))
    .map((column) => ({ column, head: heads(column) }));
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
          caption={<Caption name={nameOf(indicator, locale)} unit={table.unit} />}
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
            {rows.map((row) => (
              <tr key={row.key} className={row.isSum ? 'is-sum' : undefined}>
                <th scope="row">{row.name}</th>
                <Numbers {...{ row, table, shown, answers, address }} />
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

const Caption = ({ name, unit }: { name: string; unit: string }) => (
  <span className="font-bold">
    {`${name} `}
    <span lang="zh-CN" className="font-normal">{`（${unit}）`}</span>
  </span>
);

type Row = ReturnType<typeof rowsOf>[number];
type NumbersProps = Pick<Props, 'table' | 'address'> & {
  row: Row;
  shown: { column: UnitColumn; head: string }[];
  answers: Answers;
};

function Numbers({ row: { key, numbers, isSum }, table, shown, answers, address }: NumbersProps) {
  return shown.map(({ column, head }) => (
    <td key={column} data-label={head} className="number">
      {isSum && (column === 'place' || column === 'share') ? null : (
        <UnitNumber
          number={numbers[column]}
          unit={column === 'changePercent' || column === 'share' ? '' : table.unit}
          id={placeIds.unit(table.indicator.code, key, column)}
          answers={answers}
          address={address}
        />
      )}
    </td>
  ));
}

/** The words over a column; those over numbers of a period are its name. */
function headsOf(code: string, locale: string, t: (column: UnitColumn) => string) {
  const period = parsePeriodCode(code);
  return (column: UnitColumn): string => {
    if (column === 'previous') return period ? labelOf(previousOf(period), locale) : '—';
    return column === 'value' && period ? labelOf(period, locale) : t(column);
  };
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
