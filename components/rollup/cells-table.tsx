import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import type { Figure } from '@/lib/domain/figure';
import type { Indicator } from '@/lib/domain/indicator';
import { printFigure } from '@/lib/domain/print-figure';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Named = { code: string; name: string; nameEn: string };
export type CellRow = {
  source: { reportId: string; unit: Named; branch: string | null; coverage: 'own' | 'whole'; hasBelow: boolean; isOpenTo: boolean };
  figure: Figure | null;
  parts: (Figure | null)[];
  standing: 'added' | 'not-added' | 'other-date' | 'lacking' | 'missing';
};
type Props = { indicator: Indicator; parts: readonly Indicator[]; cells: readonly CellRow[] };

/** Every report behind a total, in the order of the tree; a figure leads to its cell. */
export function CellsTable({ indicator, parts, cells }: Props) {
  const [t, common, locale] = [useTranslations('rollup.cells'), useTranslations('common.answer'), useLocale()];
  const columns = [indicator, ...parts];
  const said = (figure: Figure | null, of: Indicator) => (!figure ? '—' : figure.value === null ? common(figure.answer as 'blank') : printFigure(figure, of));
  return (
    <Table stack stickyHead caption={t('caption')} className="max-w-4xl">
      <thead>
        <tr>
          <th scope="col">{t('unit')}</th>
          {columns.map((one) => (
            <th key={one.code} scope="col" className="number">{nameOf(one, locale)}</th>
          ))}
          <th scope="col">{t('counting')}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map(({ source, figure, parts: found, standing }) => (
          <tr key={source.reportId}>
            <th scope="row" className={source.branch !== null && source.branch !== source.unit.code ? 'sm:pl-8!' : undefined}>
              {source.hasBelow ? t(source.coverage === 'own' ? 'ownLevel' : 'whole', { unit: nameOf(source.unit, locale) }) : nameOf(source.unit, locale)}
              {source.isOpenTo ? '' : t('notYours')}
            </th>
            {columns.map((one, at) => {
              const value = at === 0 ? figure : (found[at - 1] ?? null);
              const text = said(value, one);
              return (
                <td key={one.code} data-label={nameOf(one, locale)} lang="zh-CN" className="number">
                  {value && source.isOpenTo && standing !== 'missing' ? <Link href={paths.section(source.reportId, one.section, one.code)}>{text}</Link> : text}
                </td>
              );
            })}
            <td data-label={t('counting')} className={standing === 'added' ? 'text-ink-2' : ''}>{t(standing)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
