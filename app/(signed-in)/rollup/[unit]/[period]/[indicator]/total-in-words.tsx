import { useTranslations } from 'next-intl';
import type { findRollUpCells } from '@/lib/data/rollup/cells';
import { expectedSources } from '@/lib/data/rollup/sources';
import { countedOf, printRollUp } from '@/lib/domain/rollup/print-rollup';
import { wayOf } from '@/lib/domain/rollup/rollup';

type Cells = NonNullable<Awaited<ReturnType<typeof findRollUpCells>>>;

/** What the total comes to, how it is put together and of how many units; or that there is none. */
export function TotalInWords({
  indicator,
  column,
}: Pick<Cells, 'indicator'> & { column: Cells['columns'][number] }) {
  const t = useTranslations('rollup');
  const [total, way] = [printRollUp(column.total, indicator), wayOf(indicator)];
  if (total === null) return t(way === 'none' ? 'cells.noTotal' : 'cells.none');
  const expected = new Set(expectedSources(column.cells.map(({ source }) => source)));
  const beside = column.cells.filter(
    ({ source, standing }) => standing === 'added' && !expected.has(source),
  ).length;
  return t('cells.total', {
    total,
    way: t(`table.ways.${way}`),
    counted: countedOf({ ...column.total, beside }, expected.size),
  });
}
