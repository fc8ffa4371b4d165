import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Table } from '@/components/ui/table';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { printFigure } from '@/lib/domain/figure/print';
import { rateOf, tallyOf, totalOf, wayOf } from '@/lib/domain/rollup/rollup';
import { printRollUp } from '@/lib/domain/rollup/print-rollup';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import type { ReportStatus } from '@/lib/domain/report/report';
import { isReworked } from './is-reworked';

type Named = { code: string; name: string; nameEn: string };
export type CellRow = {
  source: {
    reportId: string;
    unit: Named;
    branch: string | null;
    coverage: 'own' | 'whole';
    hasBelow: boolean;
    isOpenTo: boolean;
    number: number | null;
    newest: { number: number };
    status: ReportStatus;
  };
  figure: Figure | null;
  parts: (Figure | null)[];
  standing: 'added' | 'not-added' | 'other-date' | 'lacking' | 'missing';
};
type Props = {
  indicator: Indicator;
  parts: readonly Indicator[];
  cells: readonly CellRow[];
  /** As it is printed; null where there is none. */
  total: string | null;
};

/** Every report behind a total, in the order of the tree; a figure leads to its cell. A rate that follows from its
 *  parts is worked out where the unit did not write it. */
export function CellsTable(props: Props) {
  const { indicator, parts, cells } = props;
  const [t, status, locale] = [
    useTranslations('rollup.cells'),
    useTranslations('common.status'),
    useLocale(),
  ];
  return (
    <Table stack stickyHead caption={t('caption')} className="max-w-4xl">
      <thead>
        <tr>
          <th scope="col">{t('unit')}</th>
          {[indicator, ...parts].map((one) => (
            <th key={one.code} scope="col" className="number align-bottom! whitespace-normal!">
              {nameOf(one, locale)}
            </th>
          ))}
          <th scope="col">{t('counting')}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map((row) => (
          <tr key={row.source.reportId}>
            <UnitHead source={row.source} />
            <FigureCell of={indicator} row={row} figure={row.figure}>
              {row.figure ? null : rateFrom(indicator, row.parts)}
            </FigureCell>
            {parts.map((part, at) => (
              <FigureCell key={part.code} of={part} row={row} figure={row.parts[at] ?? null} />
            ))}
            <td data-label={t('counting')} className={row.standing === 'added' ? 'text-ink-2' : ''}>
              {t(row.standing)}
              {row.standing === 'added' && isReworked(row.source)
                ? t('reworked', {
                    status: status(row.source.status),
                    number: row.source.number ?? 0,
                  })
                : null}
            </td>
          </tr>
        ))}
      </tbody>
      <TotalRow {...props} />
    </Table>
  );
}

function UnitHead({ source }: Pick<CellRow, 'source'>) {
  const [t, locale] = [useTranslations('rollup.cells'), useLocale()];
  const { unit, branch, coverage, hasBelow, isOpenTo } = source;
  const isBelow = branch !== null && branch !== unit.code;
  return (
    <th scope="row" className={`md:min-w-48 ${isBelow ? 'md:pl-8!' : ''}`}>
      {hasBelow
        ? t(coverage === 'own' ? 'ownLevel' : 'whole', { unit: nameOf(unit, locale) })
        : nameOf(unit, locale)}
      {isOpenTo ? '' : t('notYours')}
    </th>
  );
}

/** What a unit reported, leading to where it stands; without a figure, what is said in its place. */
function FigureCell({
  of,
  row: { source, standing },
  figure,
  children,
}: {
  of: Indicator;
  row: CellRow;
  figure: Figure | null;
  children?: ReactNode;
}) {
  const [common, locale] = [useTranslations('common.answer'), useLocale()];
  const text = !figure
    ? (children ?? '—')
    : figure.value === null
      ? common(figure.answer as 'blank')
      : printFigure(figure, of);
  return (
    <td data-label={nameOf(of, locale)} lang="zh-CN" className="number">
      {figure && source.isOpenTo && standing !== 'missing' ? (
        <Link href={paths.section(source.reportId, of.section, of.code)}>{text}</Link>
      ) : (
        text
      )}
    </td>
  );
}

/** What the counted reports come to, and their parts. */
function TotalRow({ indicator, parts, cells, total }: Props) {
  const [t, way] = [useTranslations('rollup.cells'), useTranslations('rollup.table')];
  const locale = useLocale();
  if (total === null) return null;
  const added = cells.filter(({ standing }) => standing === 'added');
  const sumOf = (part: Indicator, at: number) =>
    printRollUp(totalOf(part, tallyOf(added.flatMap(({ parts: found }) => found[at] ?? []))), part);
  const sums = [
    { of: indicator, text: total },
    ...parts.map((part, at) => ({ of: part, text: sumOf(part, at) ?? '—' })),
  ];
  return (
    <tfoot>
      <tr>
        <th scope="row" className="font-bold">
          {t('sum', { way: way(`ways.${wayOf(indicator)}`) })}
        </th>
        {sums.map(({ of, text }) => (
          <td
            key={of.code}
            data-label={nameOf(of, locale)}
            lang="zh-CN"
            className="number font-bold"
          >
            {text}
          </td>
        ))}
        <td data-label={t('counting')}>{t('units', { count: added.length })}</td>
      </tr>
    </tfoot>
  );
}

function rateFrom(indicator: Indicator, [above, below]: readonly (Figure | null)[]): string | null {
  if (!above || !below || above.value === null || below.value === null) return null;
  return printRollUp(
    rateOf(indicator, { numerator: tallyOf([above]), denominator: tallyOf([below]) }),
    indicator,
  );
}
