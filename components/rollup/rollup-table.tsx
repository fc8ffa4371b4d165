import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { Table } from '@/components/ui/table';
import type { Indicator, Section } from '@/lib/domain/catalogue/indicator';
import { isNarrowed, ruleOf, wayOf, type Total } from '@/lib/domain/rollup/rollup';
import { countedOf, printRollUp, printRollUpChange } from '@/lib/domain/rollup/print-rollup';
import { withoutUnit } from '@/lib/domain/summary/words';
import { nameOf } from '@/lib/i18n/name-of';

type RolledTotal = Total & { otherDate: number; beside: number };
type Row = { indicator: Indicator; totals: RolledTotal[]; alike: RolledTotal[] };
/** A period's totals: what it is called, how many reports are expected, and where a total is taken apart. */
export type TotalColumn = {
  label: string;
  expected: number;
  cellsOf: (indicator: string) => string;
};
type Props = {
  rows: readonly Row[];
  columns: readonly TotalColumn[];
  sections: readonly Section[];
};

/** Totals by section: this period and the one before, each with how many units are in it, and the change. Where the
 *  change is that of fewer units than the totals, the two numbers that it is the difference of stand before it. */
export function RollUpTable({ rows, columns, sections }: Props) {
  const [t, locale] = [useTranslations('rollup.table'), useLocale()];
  const groups = sections
    .map((section) => ({
      section,
      rows: rows.filter(({ indicator }) => indicator.section === section.code),
    }))
    .filter((group) => group.rows.length > 0);
  const narrowed = isNarrowed(rows);
  const heads = useHeads(columns, narrowed);
  return (
    <Table
      stack={narrowed ? 'wide' : true}
      stickyHead
      caption={t('caption')}
      className={narrowed ? 'print-across min-[1200px]:[&_:is(th,td)]:px-2' : ''}
    >
      <thead>
        <tr>
          <th scope="col">{t('indicator')}</th>
          <th scope="col">{t('unit')}</th>
          <th scope="col" className="whitespace-normal! [&:lang(zh)]:min-w-24">
            {t('way')}
          </th>
          {heads.map(({ text, look }, at) => (
            <th key={at} scope="col" className={`number align-bottom! whitespace-normal! ${look}`}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ section, rows: some }) => (
        <tbody key={section.code}>
          <tr>
            <th scope="rowgroup" colSpan={heads.length + 3} className="pt-4 font-bold">
              {nameOf(section, locale)}
            </th>
          </tr>
          {some.map((row) => (
            <tr key={row.indicator.code}>
              <Totals row={row} columns={columns} />
              {narrowed ? <Alike row={row} columns={columns} /> : null}
              {columns.length > 1 ? <Change row={row} /> : null}
            </tr>
          ))}
        </tbody>
      ))}
    </Table>
  );
}

/** The heads after the first three: of the totals, of the units in both periods where they are fewer, of the change. */
function useHeads(columns: readonly TotalColumn[], narrowed: boolean) {
  const t = useTranslations('rollup.table');
  const whole = (text: string) => ({ text, look: 'break-keep' });
  // The long heads stand in two lines: the table has to fit a laptop beside numbers of any length.
  const long = (text: string) => ({ text, look: 'text-balance [&:lang(zh)]:min-w-20' });
  const first = long(t('alikeUnits'));
  return [
    ...columns.flatMap(({ label }) => [whole(label), whole(t('counted'))]),
    ...(narrowed
      ? [
          { ...first, look: `${first.look} md:border-l md:border-l-line-2` },
          ...columns.map(({ label }) => long(t('alike', { period: label }))),
        ]
      : []),
    ...(columns.length > 1 ? [whole(t('change')), whole(t('percent'))] : []),
  ];
}

/** An indicator, how it is put together, and its total of each period with how many units are in it. */
function Totals({ row, columns }: { row: Row; columns: readonly TotalColumn[] }) {
  const [t, locale] = [useTranslations('rollup.table'), useLocale()];
  const { indicator, totals } = row;
  return (
    <>
      <th scope="row" className={`lg:min-w-48 ${indicator.partOf ? 'lg:pl-6!' : ''}`}>
        {nameOf(indicator, locale)}
      </th>
      <td data-label={t('unit')} lang="zh-CN" className="whitespace-nowrap text-ink-2">
        {indicator.display.moneyUnit ?? indicator.unit}
      </td>
      <td data-label={t('way')} className="text-ink-2">
        {t(`ways.${wayOf(indicator)}`)}
      </td>
      {columns.map(({ label, expected, cellsOf }, at) => (
        <Fragment key={label}>
          <td data-label={label} className="number">
            <Cell total={totals[at]!} indicator={indicator} href={cellsOf(indicator.code)} />
          </td>
          <td data-label={t('countedOf', { period: label })} className="number text-ink-2">
            {countedOf(totals[at]!, expected)}
          </td>
        </Fragment>
      ))}
    </>
  );
}

function Cell({
  total,
  indicator,
  href,
}: {
  total: RolledTotal;
  indicator: Indicator;
  href: string;
}) {
  const t = useTranslations('rollup.table');
  const text = printRollUp(total, indicator);
  if (text === null)
    return (
      <Link href={href} className="text-ink-2">
        {total.why === 'not-summable'
          ? t('apart')
          : ruleOf(indicator) === 'ratio'
            ? t('noParts')
            : '—'}
      </Link>
    );
  return (
    <>
      <Link href={href}>{withoutUnit(text, indicator.display.moneyUnit ?? indicator.unit)}</Link>
      {total.otherDate > 0 ? (
        <span className="block whitespace-normal text-ink-2">
          {t('otherDate', { count: total.otherDate })}
        </span>
      ) : null}
    </>
  );
}

/** The units that gave a number in both periods, and what theirs come to. */
function Alike({
  row: { indicator, alike },
  columns,
}: {
  row: Row;
  columns: readonly TotalColumn[];
}) {
  const t = useTranslations('rollup.table');
  const isCompared = alike.every(({ value }) => value !== null);
  return (
    <>
      <td data-label={t('alikeUnits')} className="number text-ink-2 md:border-l md:border-l-line-2">
        {isCompared ? [...new Set(alike.map(({ units }) => units))].join(' / ') : '—'}
      </td>
      {alike.map((total, at) => (
        <td
          key={columns[at]!.label}
          data-label={t('alike', { period: columns[at]!.label })}
          className="number"
        >
          {isCompared
            ? withoutUnit(
                printRollUp(total, indicator) ?? '—',
                indicator.display.moneyUnit ?? indicator.unit,
              )
            : '—'}
        </td>
      ))}
    </>
  );
}

function Change({ row: { indicator, alike } }: { row: Row }) {
  const t = useTranslations('rollup.table');
  const [now, before] = alike;
  const change =
    now && before && ruleOf(indicator) !== 'highest'
      ? printRollUpChange(now, before, indicator)
      : null;
  return (
    <>
      <td data-label={t('change')} className="number">
        {change ? withoutUnit(change.amount, indicator.display.moneyUnit ?? indicator.unit) : '—'}
      </td>
      <td data-label={t('percent')} className="number">
        {change?.percent ? withoutUnit(change.percent, '%') : '—'}
      </td>
    </>
  );
}
