import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import type { UnitsTable } from '@/lib/domain/summary/summary';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { placeIds } from '../places';
import type { SummaryAddress } from '../summary-address';
import { UnitNumber } from './unit-number';

type Named = { code: string; name: string; nameEn: string };
type Indicator = Named & { unit: string };
type Props = {
  table: UnitsTable;
  sections: Named[];
  indicators: Map<string, Indicator>;
  address: SummaryAddress;
};

/** A line per unit and a few indicators across: it prints however many units there are. The head of a column leads to the
 *  indicator's own table. */
export async function UnitsOverview({ table, sections, indicators, address }: Props) {
  const [t, common, locale] = await Promise.all([
    getTranslations('units'),
    getTranslations('common'),
    getLocale(),
  ]);
  const answers = {
    not_applicable: common('answer.not_applicable'),
    not_available: common('answer.not_available'),
  };
  const units = new Map(table.units.map((unit) => [unit.code, unit]));
  const blocks = table.overview.map((block, index) => ({
    ...block,
    index,
    number:
      table.overview.slice(0, index).filter(({ section }) => section === block.section).length + 1,
  }));
  return blocks.map(({ section: code, indicators: codes, lines, totals, index, number }) => {
    const section = sections.find((one) => one.code === code);
    const name = section ? nameOf(section, locale) : code;
    const isOne = blocks.filter((block) => block.section === code).length === 1;
    const columns = codes.flatMap((column) => indicators.get(column) ?? []);
    return (
      <div key={index} className="comparison-frame units-overview">
        <Table
          stack
          className="comparison"
          caption={
            <span className="font-bold">
              {isOne ? name : t('block', { section: name, number })}
            </span>
          }
        >
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              {columns.map((column) => (
                <th key={column.code} scope="col" className="number">
                  <a
                    href={`${paths.units(address.unit, address.period, { ...address.scope, indicator: column.code })}#indicator`}
                  >
                    {nameOf(column, locale)}
                  </a>
                  <span lang="zh-CN" className="block font-normal text-ink-2">
                    {column.unit}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ unit, cells }, line) => {
              const of = units.get(unit);
              return (
                <tr key={unit}>
                  <th scope="row">
                    {of ? nameOf(of, locale) : unit}
                    {of?.hasReported ? null : (
                      <span className="text-ink-2"> {t('notReported')}</span>
                    )}
                  </th>
                  {cells.map((cell, column) => (
                    <td
                      key={column}
                      data-label={columns[column] ? nameOf(columns[column], locale) : ''}
                      className="number"
                    >
                      <UnitNumber
                        number={cell}
                        unit={columns[column]?.unit ?? ''}
                        id={placeIds.overview(index, line, column)}
                        answers={answers}
                        address={address}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
            <tr className="font-bold">
              <th scope="row">{t('total')}</th>
              {totals.map((cell, column) => (
                <td
                  key={column}
                  data-label={columns[column] ? nameOf(columns[column], locale) : ''}
                  className="number"
                >
                  <UnitNumber
                    number={cell}
                    unit={columns[column]?.unit ?? ''}
                    id={placeIds.overview(index, 'total', column)}
                    answers={answers}
                    address={address}
                  />
                </td>
              ))}
            </tr>
          </tbody>
        </Table>
      </div>
    );
  });
}
