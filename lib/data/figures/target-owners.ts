import 'server-only';
import type { Transaction } from '../database/transaction';

type Owner = { name: string; nameEn: string };

/** Which targets and control lines of a submission a unit above has set, by "indicator measure", and which unit: they
 *  are its own to change. A cell that was emptied belongs to nobody. */
export async function readTargetOwners(
  tx: Transaction,
  submissionId: string,
  lineage: string,
): Promise<Map<string, Owner>> {
  const rows = await tx.figure.findMany({
    where: { submissionId, measure: { in: ['target', 'limit'] }, answer: 'number' },
    select: {
      indicatorCode: true,
      measure: true,
      enteredBy: { select: { unit: { select: { name: true, nameEn: true, lineage: true } } } },
    },
  });
  return new Map(
    rows.flatMap(({ indicatorCode, measure, enteredBy: { unit } }) =>
      unit.lineage !== lineage && lineage.startsWith(unit.lineage)
        ? [[`${indicatorCode} ${measure}`, { name: unit.name, nameEn: unit.nameEn }] as const]
        : [],
    ),
  );
}
