// Reports with given figures, and what a roll-up makes of them.
import type { Figure } from '@/lib/domain/figure/figure';
import { db } from '../database/client';
import { approve } from '../review/reviews';
import { findRollUp, type RollUpKey } from './rollup';
import { makeWorld, type UnitKey, type World } from '../testing/test-world';

export type Given = {
  code: string;
  value: string | null;
  rest?: Partial<Pick<Figure, 'answer' | 'measure' | 'qualifier' | 'asOf' | 'from' | 'scopeNote'>>;
};

export let world: World;
let year = 4000;

/** Builds the world that these tests share within one file. */
export async function openWorld(): Promise<void> {
  world = await makeWorld();
}

/** A year nothing has been reported of yet, as a period's code. */
export const nextYear = (): string => String((year += 1));

/** A report with figures, handed in unless it is said not to be. */
export async function report(
  unit: UnitKey,
  period: string,
  given: Given[],
  stage: 'draft' | 'signed' | 'approved' = 'signed',
): Promise<string> {
  const id = await world.report(unit, period);
  const submission = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  const by = world.viewer(unit, 'signatory').personId;
  await db.figure.createMany({
    data: given.map(({ code, value, rest }) => ({
      submissionId: submission.id,
      indicatorCode: code,
      answer: 'number' as const,
      value,
      enteredById: by,
      ...rest,
    })),
  });
  const now = new Date();
  if (stage !== 'draft')
    await db.submission.update({
      where: { id: submission.id },
      data: { sentAt: now, sentById: by, signedAt: now, signedById: by },
    });
  if (stage === 'approved') await approve(world.viewer('city', 'reviewer'), id, 1);
  return id;
}

export const key = (unit: UnitKey, period: string, rest: Partial<RollUpKey> = {}): RollUpKey => ({
  unit: world.unit[unit].code,
  period,
  basis: 'then',
  standing: 'submitted',
  ...rest,
});
export const totalOf = async (
  unit: UnitKey,
  period: string,
  code: string,
  rest: Partial<RollUpKey> = {},
) => {
  const view = await findRollUp(world.viewer(unit, 'reviewer'), key(unit, period, rest));
  return view?.rows.find(({ indicator }) => indicator.code === code)?.totals[0]?.value ?? null;
};
