import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { printFigure } from '@/lib/domain/figure/print';
import { rateOf, tallyOf, totalOf, wayOf } from '@/lib/domain/rollup/rollup';
import { printRollUp } from '@/lib/domain/rollup/print';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Named = { code: string; name: string; nameEn: string };
export type CellRow = {
  source: {
    reportId: string;
    unit: Named;
    branch: string | null;
    coverage: 'own' | 'whole';
    hasBelow: boolean;
    isOpenTo: boolean;
  };
  figure: Figure | null;
  parts: (Figure | null)[];
  standing: 'added' | 'not-added' | 'other-date' | 'lacking' | 'missing';
};
type Props = {
  indicator: Indicator;
  parts: readonly Indicator[];
  cells: readonly CellRow[];
  /** As it is printed; null where there is none. */ total: string | null;
};

/** Every report behind a total, in the order of the tree; a figure leads to its cell. A rate that follows from its parts is
 *  worked out where the unit did not write it. */
export function CellsTable({ indicator, parts, cells, total }: Props) {
  const [t, way, common, locale] = [
    useTranslations('rollup.cells'),
    useTranslations('rollup.table'),
    useTranslations('common.answer'),
    useLocale(),
  ];
  const columns = [indicator, ...parts];
  const added = cells.filter(({ standing }) => standing === 'added');
  const sumOf = (part: Indicator, at: number) =>
    printRollUp(totalOf(part, tallyOf(added.flatMap(({ parts: found }) => found[at] ?? []))), part);
  const said = (figure: Figure | null, of: Indicator) =>
    !figure
      ? '—'
      : figure.value === null
        ? common(figure.answer as 'blank')
        : printFigure(figure, of);
  return (
    <Table stack stickyHead caption={t('caption')} className="max-w-4xl">
      <thead>
        <tr>
          <th scope="col">{t('unit')}</th>
          {columns.map((one) => (
            <th key={one.code} scope="col" className="number align-bottom! whitespace-normal!">
              {nameOf(one, locale)}
            </th>
          ))}
          <th scope="col">{t('counting')}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map(({ source, figure, parts: found, standing }) => (
          <tr key={source.reportId}>
            <th
              scope="row"
              className={`md:min-w-48 ${source.branch !== null && source.branch !== source.unit.code ? 'md:pl-8!' : ''}`}
            >
              {source.hasBelow
                ? t(source.coverage === 'own' ? 'ownLevel' : 'whole', {
                    unit: nameOf(source.unit, locale),
                  })
                : nameOf(source.unit, locale)}
              {source.isOpenTo ? '' : t('notYours')}
            </th>
            {columns.map((one, at) => {
              const value = at === 0 ? figure : (found[at - 1] ?? null);
              const text =
                at === 0 && !value ? (rateFrom(indicator, found) ?? '—') : said(value, one);
              return (
                <td key={one.code} data-label={nameOf(one, locale)} lang="zh-CN" className="number">
                  {value && source.isOpenTo && standing !== 'missing' ? (
                    <Link href={paths.section(source.reportId, one.section, one.code)}>{text}</Link>
                  ) : (
                    text
                  )}
                </td>
              );
            })}
            <td data-label={t('counting')} className={standing === 'added' ? 'text-ink-2' : ''}>
              {t(standing)}
            </td>
          </tr>
        ))}
      </tbody>
      {total === null ? null : (
        <tfoot>
          <tr>
            <th scope="row" className="font-bold">
              {t('sum', { way: way(`ways.${wayOf(indicator)}`) })}
            </th>
            <td data-label={nameOf(indicator, locale)} lang="zh-CN" className="number font-bold">
              {total}
            </td>
            {parts.map((part, at) => (
              <td
                key={part.code}
                data-label={nameOf(part, locale)}
                lang="zh-CN"
                className="number font-bold"
              >
                {sumOf(part, at) ?? '—'}
              </td>
            ))}
            <td data-label={t('counting')}>{t('units', { count: added.length })}</td>
          </tr>
        </tfoot>
      )}
    </Table>
  );
}

function rateFrom(indicator: Indicator, [above, below]: readonly (Figure | null)[]): string | null {
  if (!above || !below || above.value === null || below.value === null) return null;
  return printRollUp(
    rateOf(indicator, { numerator: tallyOf([above]), denominator: tallyOf([below]) }),
    indicator,
  );
}
