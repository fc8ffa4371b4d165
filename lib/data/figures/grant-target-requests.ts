import 'server-only';
import type { Viewer } from '../database/access';
import type { Transaction } from '../database/transaction';

/** A target or a control line. */
export type Aim = { indicator: string; measure: 'target' | 'limit' };

/** What is changed by the unit above is what was asked for, as far as it was. */
export async function grantTargetRequests(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
  changed: readonly Aim[],
): Promise<void> {
  if (changed.length === 0) return;
  await tx.targetRequest.updateMany({
    where: {
      ...{ reportId, isGranted: null },
      OR: changed.map(({ indicator, measure }) => ({ indicatorCode: indicator, measure })),
    },
    data: { isGranted: true, decidedById: viewer.personId, decidedAt: new Date() },
  });
}
