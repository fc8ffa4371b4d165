import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { isOfTerm, sideOf, sidesOf, sideUnit } from '@/lib/domain/comparison/sides';
import { labelOfCode } from '@/lib/domain/tree/period';
import type { ComparisonRow } from '@/lib/domain/comparison/comparison-table';
import type { Summary } from '@/lib/domain/summary/summary';
import { nameOf } from '@/lib/i18n/name-of';
import { placeIds } from './places';
import type { SummaryAddress } from './summary-address';
import { UnitNumber } from './units/unit-number';

type Named = { code: string; name: string; nameEn: string };
type Props = { table: Summary['table']; sections: Named[]; address: SummaryAddress };

// A year beside the one or two it is compared with would be lost in the whole width.
const manyColumns = 4;

/** The comparison as a yearbook prints it: by section, parts set in under their whole, every number with its origin. */
export async function ComparisonTable({ table, sections, address }: Props) {
  const [t, locale] = await Promise.all([getTranslations('summary.table'), getLocale()]);
  const rows = table.rows.map((row, index) => ({ row, index }));
  const groups = sections
    .map((section) => ({
      section,
      rows: rows.filter(({ row }) => row.indicator.section === section.code),
    }))
    .filter((group) => group.rows.length > 0);
  const heads = await headsOf(table);
  const numbers = [
    ...heads.periods,
    heads.change,
    heads.percent,
    ...heads.sides.map(({ head }) => head),
  ];
  const frame =
    table.columns.length < manyColumns
      ? `is-narrow ${heads.sides.length > 0 ? 'has-sides' : ''}`
      : '';
  return (
    <>
      <div className={`comparison-frame ${frame}`}>
        <Table stack stickyHead className="comparison" aria-labelledby="comparison">
          <thead>
            <tr>
              <th scope="col">{t('indicator')}</th>
              <th scope="col">{heads.unit}</th>
              {numbers.map((head) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.section.code}>
              <tr>
                <th scope="rowgroup" colSpan={numbers.length + 2} className="pt-4 font-bold">
                  <span className="section-name">{nameOf(group.section, locale)}</span>
                </th>
              </tr>
              {group.rows.map(({ row, index }) => (
                <Row key={`${row.indicator.code}${index}`} {...{ row, index, heads, address }} />
              ))}
            </tbody>
          ))}
        </Table>
      </div>
      <div lang="zh-CN" className="mt-2 text-table text-ink-2">
        {table.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </>
  );
}

type Heads = Awaited<ReturnType<typeof headsOf>>;

/** The words over the numbers, and those that stand for a number that there is not. */
async function headsOf(table: Props['table']) {
  const [t, common, locale] = await Promise.all([
    getTranslations('summary.table'),
    getTranslations('common.answer'),
    getLocale(),
  ]);
  const isTerm = isOfTerm(table);
  return {
    periods: table.columns.map(({ period, role }) =>
      role === 'total' ? t('total') : labelOfCode(period, locale),
    ),
    unit: t('unit'),
    change: t(isTerm ? 'termChange' : 'change'),
    percent: t(isTerm ? 'termPercent' : 'percent'),
    sides: sidesOf(table).map((side) => ({
      side,
      head: side === 'average' ? t('average', table.average ?? { from: '', to: '' }) : t(side),
    })),
    answers: {
      not_applicable: common('not_applicable'),
      not_available: common('not_available'),
    },
    name: (row: ComparisonRow) => nameOf(row.indicator, locale),
  };
}

type RowProps = {
  row: ComparisonRow;
  index: number;
  heads: Heads;
  address: SummaryAddress;
};

function Row({ row, index, heads, address }: RowProps) {
  const differences = [
    { place: 'change', head: heads.change, segment: row.change, unit: row.unit },
    { place: 'percent', head: heads.percent, segment: row.changePercent, unit: '%' },
    ...heads.sides.map(({ side, head }) => ({
      place: side,
      head,
      segment: sideOf(row, side) ?? null,
      unit: sideUnit(row, side),
    })),
  ] as const;
  return (
    <tr>
      <th scope="row" className={row.indicator.partOf ? 'sm:pl-6' : ''}>
        {heads.name(row)}
      </th>
      <td data-label={heads.unit} lang="zh-CN" className="whitespace-nowrap text-ink-2">
        {row.unit}
      </td>
      {row.cells.map((cell, column) => (
        <td key={column} data-label={heads.periods[column]} className="number">
          <UnitNumber
            number={cell}
            unit={row.unit}
            id={placeIds.cell(index, column)}
            answers={heads.answers}
            address={address}
          />
        </td>
      ))}
      {differences.map(({ place, head, segment, unit }) => (
        <td key={place} data-label={head} className="number">
          <UnitNumber
            number={segment}
            unit={unit}
            id={placeIds.cell(index, place)}
            answers={heads.answers}
            address={address}
          />
        </td>
      ))}
    </tr>
  );
}
