// What tests of imports begin with: sheets, and imports opened and planned.
import { noDecisions, type Decisions } from '@/lib/domain/sheet/mapping';
import { findForm } from '../figures/form';
import { findImportPlan } from './import-plan';
import { decideImport, openImport, type KeptSheet } from './imports';
import type { UnitKey, World } from '../testing/test-world';

/** Long closed: history is put into it. */
export const longAgo = [-900, -850, -840, -800] as const;
export const sheet = (rows: string[][], name = '表'): KeptSheet => ({
  name,
  isHidden: false,
  rows,
});
/** A table of two years; `tall` is its second indicator's later figure. */
export const twoYears = (first: number, tall = '1250') =>
  sheet([
    ['指标', `${first}年`, `${first + 1}年`],
    ['基层工会组织数（个）', '1204', '1236'],
    ['工会会员总数（万人）', '12.3456', tall],
  ]);

/** Imports of the people of a world. */
export function importing(worldNow: () => World) {
  const valueOf = async (unit: UnitKey, reportId: string, code: string) => {
    const row = (await findForm(worldNow().viewer(unit, 'reporter'), reportId))!.rows.find(
      ({ indicator }) => indicator.code === code,
    );
    return row?.figure?.answer === 'blank' ? null : (row?.figure?.value ?? null);
  };

  async function plannedFor(unit: UnitKey, sheets: KeptSheet[], decisions?: Partial<Decisions>) {
    const reporter = worldNow().viewer(unit, 'reporter');
    const id = await openImport(reporter, { name: 'C:\\年鉴\\工会.xlsx', sheets });
    if (decisions) await decideImport(reporter, id, { ...noDecisions, ...decisions });
    return { id, reporter, planned: (await findImportPlan(reporter, id))! };
  }
  return { plannedFor, valueOf };
}
