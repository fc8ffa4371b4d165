import 'server-only';
import type { Transaction } from '../database/transaction';

type Expected = { unitId: string; periodId: string };

/** Makes the reports that are expected and not there yet, each with its first draft. Of a new period: one of every unit
 *  of its levels that exists in it. Of a new unit: one in every period not yet closed that takes its level. */
export async function insertReports(
  tx: Transaction,
  of: Pick<Expected, 'periodId'> | Pick<Expected, 'unitId'>,
): Promise<number> {
  const made = await tx.report.createManyAndReturn({
    data: await ('unitId' in of ? expectedOfUnit(tx, of.unitId) : expectedIn(tx, of.periodId)),
    skipDuplicates: true,
    select: { id: true },
  });
  const { count } = await tx.submission.createMany({
    data: made.map(({ id }) => ({ reportId: id, number: 1 })),
  });
  return count;
}

async function expectedOfUnit(tx: Transaction, unitId: string): Promise<Expected[]> {
  const unit = await tx.unit.findUniqueOrThrow({ where: { id: unitId } });
  const periods = await tx.period.findMany({
    where: { closesAt: { gt: new Date() }, levels: { has: unit.level } },
  });
  return periods
    .filter((period) => existsIn(unit, period))
    .map(({ id: periodId }) => ({ unitId, periodId }));
}

async function expectedIn(tx: Transaction, periodId: string): Promise<Expected[]> {
  const period = await tx.period.findUniqueOrThrow({ where: { id: periodId } });
  const units = await tx.unit.findMany({
    where: { level: { in: period.levels } },
    select: { id: true, validFrom: true, validTo: true },
  });
  return units
    .filter((unit) => existsIn(unit, period))
    .map(({ id: unitId }) => ({ unitId, periodId }));
}

/** Whether a unit exists on a day of a period; `toMonth` is the first day of the last month. */
function existsIn(
  { validFrom, validTo }: { validFrom: Date; validTo: Date | null },
  { fromMonth, toMonth }: { fromMonth: Date; toMonth: Date },
): boolean {
  const after = new Date(toMonth);
  after.setUTCMonth(after.getUTCMonth() + 1);
  return validFrom < after && (validTo === null || validTo > fromMonth);
}
