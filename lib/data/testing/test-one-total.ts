// One city has one total, wherever it is asked for.
import { expect } from 'vitest';
import { db } from '../database/client';
import { findProgress } from '../report/progress';
import { findRollUp } from '../rollup/rollup';
import { listUnitsBelow } from '../tree/units-below';
import type { World } from './test-world';
import { figure } from './test-ways';

export const cities = ['city', 'otherCity'] as const;

const rollUpOf = async (world: World, city: (typeof cities)[number], code: string) =>
  findRollUp(world.viewer('province', 'reviewer'), {
    ...{ unit: world.unit[city].code, period: code, basis: 'then', standing: 'submitted' },
  });

/** Of each city how many reports are counted, and what they come to. */
export async function totalsOf(world: World, code: string) {
  const totals = new Map<string, { reports: number; value: string | null }>();
  for (const city of cities) {
    const view = await rollUpOf(world, city, code);
    const row = view?.rows.find(({ indicator }) => indicator.code === figure);
    totals.set(world.unit[city].code, {
      reports: view?.columns[0]?.reported ?? 0,
      value: row?.totals[0]?.value ?? null,
    });
  }
  return totals;
}

/** A city's total is the sum of the submissions that stand, of the very units that stand side by side and on the
 *  board. */
export async function expectOneTotal(world: World, code: string): Promise<void> {
  for (const city of cities) {
    const view = (await rollUpOf(world, city, code))!;
    const counted = view.columns[0]!.sources.filter(({ branch }) => branch !== null);
    const beside = await listUnitsBelow(world.unit[city], code, [code]);
    const board = await findProgress(world.viewer('province', 'reviewer'), {
      ...{ unit: world.unit[city].code, period: code },
    });
    const codes = (rows: readonly { unit: { code: string } }[]) =>
      rows.map(({ unit }) => unit.code).sort();
    expect(beside.map((unit) => unit.code).sort()).toEqual(codes(counted));
    expect(codes(board!.rows)).toEqual(codes(counted));
    const standing = counted.flatMap(({ submissionId }) => submissionId ?? []);
    expect(
      beside.flatMap(({ sources }) => sources.map(({ submissionId }) => submissionId)).sort(),
    ).toEqual(standing.sort());
    const figures = await db.figure.findMany({
      where: { submissionId: { in: standing }, indicatorCode: figure, measure: 'level' },
    });
    const sum = figures.reduce((total, { value }) => total + Number(value ?? 0), 0);
    const total = view.rows.find(({ indicator }) => indicator.code === figure)?.totals[0];
    expect(Number(total?.value ?? 0)).toBe(sum);
  }
}
