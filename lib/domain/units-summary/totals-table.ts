// What all units come to, in the form of the comparison table: this period, the one before, and the change. Where a
// unit is there in one of the two only, the change is that of a line of its own (可比口径).
import { labelOf, previousOf, type Period } from '../tree/period';
import type { ComparisonRow, ComparisonTable } from '../comparison/comparison-table';
import type { Sourced } from '../comparison/sourced';
import { cellOf, changesBetween, noChanges } from './table-cells';
import type { Gathered } from './gather';

/** The table of totals. */
export function totalsTableOf(
  gathered: Gathered[],
  period: Period,
  notes: string[],
): ComparisonTable {
  const before = previousOf(period);
  const columns: ComparisonTable['columns'] = [
    { period: period.code, label: labelOf(period, 'zh-CN'), role: 'current' },
  ];
  if (gathered.some(({ comparable }) => comparable !== null))
    columns.push({ period: before.code, label: labelOf(before, 'zh-CN'), role: 'base' });
  return { columns, rows: gathered.flatMap((one) => rowsOf(one, columns.length)), notes };
}

function rowsOf(gathered: Gathered, columns: number): ComparisonRow[] {
  const { indicator, total, comparable } = gathered;
  if (!total) return [];
  if (comparable?.isAll) return [rowOf(gathered, comparable.current, comparable.base, columns)];
  const whole = rowOf(gathered, total, null, columns);
  if (!comparable) return [whole];
  const both = rowOf(gathered, comparable.current, comparable.base, columns);
  const names = {
    name: `${indicator.name}（可比口径）`,
    nameEn: `${indicator.nameEn} (comparable units)`,
    partOf: indicator.code,
  };
  return [whole, { ...both, indicator: { ...both.indicator, ...names } }];
}

function rowOf(
  { indicator }: Gathered,
  current: Sourced,
  base: Sourced | null,
  columns: number,
): ComparisonRow {
  const { code, name, nameEn, section, partOf, nature } = indicator;
  return {
    indicator: { code, name, nameEn, section, partOf, nature },
    unit: indicator.display.moneyUnit ?? indicator.unit,
    cells: [cellOf(current, 'blank', indicator), cellOf(base, 'blank', indicator)].slice(
      0,
      columns,
    ),
    ...(base ? changesBetween(current, base, indicator) : noChanges),
  };
}
