import 'server-only';
import { db } from '../database/client';
import type { Transaction } from '../database/transaction';
import { leftReports } from './queries';

type Named = { code: string; name: string; nameEn: string };

/** A report that was handed in and is in no total, because its unit closed by the end of the period. `into`: the unit
 *  it was merged into; `isStale`: that one has not reported anew since, so that its figure lacks what this one
 *  said. */
export type LeftReport = {
  period: string;
  reportId: string;
  unit: Named;
  into: Named | null;
  on: string;
  submissionId: string;
  number: number;
  isStale: boolean;
};

/** Reports that left the totals of a unit in these periods. */
export async function readLeftReports(
  top: { id: string },
  periods: readonly string[],
  client: Transaction = db,
): Promise<LeftReport[]> {
  const rows = await leftReports.read(client, top.id, periods);
  return rows.map(({ code, name, nameEn, intoCode, intoName, intoNameEn, isAnew, ...row }) => ({
    ...row,
    unit: { code, name, nameEn },
    into: intoCode === null ? null : { code: intoCode, name: intoName!, nameEn: intoNameEn! },
    isStale: intoCode !== null && !isAnew,
  }));
}
