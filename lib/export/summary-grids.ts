import type { Summary } from '@/lib/domain/summary/summary';
import { comparisonGrid } from './comparison-grid';
import type { Grid } from './grid';
import { unitGrids } from './units-grid';

/** The tables of a summary, for Excel and CSV. */
export function summaryGrids(
  { table, units }: Summary,
  sections: { code: string; name: string }[],
): Grid[] {
  return [
    ...(table.rows.length > 0 || !units ? [comparisonGrid(table, sections)] : []),
    ...(units ? unitGrids(units) : []),
  ];
}
