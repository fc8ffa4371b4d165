import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import type { UnitsTable } from '@/lib/domain/summary/summary';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { placeIds } from '../places';
import type { SummaryAddress } from '../summary-address';
import { UnitNumber, type Answers } from './unit-number';

type Named = { code: string; name: string; nameEn: string };
type Indicator = Named & { unit: string };
type Props = {
  table: UnitsTable;
  sections: Named[];
  indicators: Map<string, Indicator>;
  address: SummaryAddress;
};

/** A line per unit and a few indicators across: it prints however many units there are. The head of a column leads to
 *  the indicator's own table. */
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
  return table.overview.map((block, index) => {
    const section = sections.find(({ code }) => code === block.section);
    const name = section ? nameOf(section, locale) : block.section;
    const ofSection = table.overview.filter((one) => one.section === block.section);
    const columns = block.indicators
      .flatMap((code) => indicators.get(code) ?? [])
      .map(({ code, unit, ...names }) => ({ code, unit, name: nameOf(names, locale) }));
    const numbers = (cells: Block['totals'], line: number | 'total') => (
      <Numbers {...{ cells, columns, answers, address }} place={[index, line]} />
    );
    return (
      <div key={index} className="comparison-frame units-overview">
        <Table
          stack
          className="comparison"
          caption={
            <span className="font-bold">
              {ofSection.length === 1
                ? name
                : t('block', { section: name, number: ofSection.indexOf(block) + 1 })}
            </span>
          }
        >
          <Head unit={t('unit')} columns={columns} address={address} />
          <tbody>
            {block.lines.map(({ unit: code, cells }, line) => {
              const unit = units.get(code);
              return (
                <tr key={code}>
                  <th scope="row">
                    {unit ? nameOf(unit, locale) : code}
                    {unit?.hasReported ? null : (
                      <span className="text-ink-2"> {t('notReported')}</span>
                    )}
                  </th>
                  {numbers(cells, line)}
                </tr>
              );
            })}
            <tr className="font-bold">
              <th scope="row">{t('total')}</th>
              {numbers(block.totals, 'total')}
            </tr>
          </tbody>
        </Table>
      </div>
    );
  });
}

type Block = UnitsTable['overview'][number];
type Column = { code: string; name: string; unit: string };

function Head({
  unit,
  columns,
  address,
}: {
  unit: string;
  columns: Column[];
  address: SummaryAddress;
}) {
  const of = (indicator: string) =>
    paths.units(address.unit, address.period, { ...address.scope, indicator });
  return (
    <thead>
      <tr>
        <th scope="col">{unit}</th>
        {columns.map((column) => (
          <th key={column.code} scope="col" className="number">
            <a href={`${of(column.code)}#indicator`}>{column.name}</a>
            <span lang="zh-CN" className="block font-normal text-ink-2">
              {column.unit}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

type NumbersProps = {
  cells: Block['totals'];
  columns: Column[];
  place: [block: number, line: number | 'total'];
  answers: Answers;
  address: SummaryAddress;
};

function Numbers({ cells, columns, place: [block, line], answers, address }: NumbersProps) {
  return cells.map((cell, column) => (
    <td key={column} data-label={columns[column]?.name ?? ''} className="number">
      <UnitNumber
        number={cell}
        unit={columns[column]?.unit ?? ''}
        id={placeIds.overview(block, line, column)}
        answers={answers}
        address={address}
      />
    </td>
  ));
}
