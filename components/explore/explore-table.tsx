import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import type { ExploreCell, ExploreTable as Explored } from '@/lib/domain/explore/explore';
import { withoutUnit } from '@/lib/domain/summary/words';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Props = {
  table: Explored;
  units: readonly { code: string; name: string; nameEn: string }[];
  years: readonly number[];
  /** Of a unit and year, "320925 2021": where its figures are read. */
  reportIds: ReadonlyMap<string, string>;
};

/** One indicator: a line for each unit, a column for each year; every number leads to its figure. */
export function ExploreTable({ table, units, years, reportIds }: Props) {
  const [t, locale] = [useTranslations('explore'), useLocale()];
  const { indicator, lines } = table;
  const unit = indicator.display.moneyUnit ?? indicator.unit;
  const byCode = new Map(units.map((one) => [one.code, one]));
  return (
    <Table
      stack
      stickyHead
      className="mt-4"
      caption={
        <span className="font-bold">
          {nameOf(indicator, locale)}
          <span lang="zh-CN" className="ml-2 font-normal text-ink-2">
            {t('unitOf', { unit })}
          </span>
        </span>
      }
    >
      <thead>
        <tr>
          <th scope="col">{t('unit')}</th>
          {years.map((year) => (
            <th key={year} scope="col" className="number">
              {t('year', { year })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ unit: code, cells }) => (
          <tr key={code}>
            <th scope="row">{nameOf(byCode.get(code)!, locale)}</th>
            {cells.map((cell, at) => {
              const year = years[at]!;
              const report = reportIds.get(`${code} ${year}`);
              return (
                <td key={year} data-label={t('year', { year })} className="number">
                  <Cell
                    cell={cell}
                    unit={unit}
                    href={report ? paths.reportFigure(report, indicator.code) : null}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Cell({ cell, unit, href }: { cell: ExploreCell; unit: string; href: string | null }) {
  const t = useTranslations('explore');
  if (cell.why) return <span className="text-ink-2">{t(`why.${cell.why}`)}</span>;
  if (cell.text === null) return <span className="text-ink-2">—</span>;
  const text = withoutUnit(cell.text, unit);
  return href ? (
    <Link href={href} prefetch={false}>
      {text}
    </Link>
  ) : (
    text
  );
}
