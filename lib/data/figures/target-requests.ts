import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { inTransaction } from '../database/transaction';
import { explanationOf, reasonOf } from '../database/words';
import { notify } from '../notices/notices';
import { loadForWrite } from '../report/writable';
import { reviewersOf } from '../tree/reviewing-unit';
import { readTargetOwners } from './target-owners';
import type { Aim } from './grant-target-requests';
import { findTargets } from './targets';

/** Somebody of the unit asks for another target than the unit above has set; `isGranted`: that one has changed it
 *  since. */
export type TargetRequest = Aim & {
  reason: string;
  askedBy: string;
  askedAt: Date;
  isGranted: boolean | null;
  answer: string | null;
  decidedBy: string | null;
};

/** The requests of a report, oldest first; none for who may not read its targets. */
export async function listTargetRequests(
  viewer: Viewer,
  reportId: string,
): Promise<TargetRequest[]> {
  if (!(await findTargets(viewer, reportId))) return [];
  const rows = await db.targetRequest.findMany({
    where: { reportId },
    include: { askedBy: { select: { name: true } }, decidedBy: { select: { name: true } } },
    orderBy: [{ askedAt: 'asc' }, { indicatorCode: 'asc' }],
  });
  return rows.map(({ indicatorCode, measure, askedBy, decidedBy, ...row }) => ({
    ...{ indicator: indicatorCode, measure: measure as Aim['measure'], askedBy: askedBy.name },
    ...{ reason: row.reason, askedAt: row.askedAt, isGranted: row.isGranted, answer: row.answer },
    decidedBy: decidedBy?.name ?? null,
  }));
}

/** Asks the unit above for another target than it has set. Asked again after a refusal, it starts anew. */
export async function askForTarget(
  viewer: Viewer,
  reportId: string,
  { indicator, measure }: Aim,
  reason: string,
): Promise<void> {
  const words = explanationOf(reason);
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'target.ask', 'alone');
    const owners = await readTargetOwners(tx, row.submissionId, row.lineage);
    if (!owners.has(`${indicator} ${measure}`))
      throw new InvalidError('target-not-of-above', { indicator });
    const asked = { reason: words, askedById: viewer.personId, askedAt: new Date() };
    await tx.targetRequest.upsert({
      where: keyOf(reportId, { indicator, measure }),
      create: { reportId, indicatorCode: indicator, measure, ...asked },
      update: { ...asked, isGranted: null, answer: null, decidedById: null, decidedAt: null },
    });
    await notify(tx, {
      ...(await reviewersOf(tx, row)),
      ...{ roles: ['reviewer'], kind: 'target.asked', reportId, byId: viewer.personId },
      ...{ text: words, subject: indicator },
    });
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'target.asked', reportId, subject: indicator, to: words },
    ]);
  });
}

/** The unit no longer asks; only as long as nobody has answered. */
export async function takeBackTargetRequest(
  viewer: Viewer,
  reportId: string,
  { indicator, measure }: Aim,
): Promise<void> {
  await inTransaction(async (tx) => {
    await loadForWrite(tx, viewer, reportId, 'target.ask', 'alone');
    const { count } = await tx.targetRequest.deleteMany({
      where: { reportId, indicatorCode: indicator, measure, isGranted: null },
    });
    if (count === 0) throw new InvalidError('target-already-answered', { indicator });
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'target.takenBack', reportId, subject: indicator, to: null },
    ]);
  });
}

/** The unit above leaves its target as it is, and says why. Where it changes it, that is the answer. */
export async function refuseTargetRequest(
  viewer: Viewer,
  reportId: string,
  { indicator, measure }: Aim,
  answer: string,
): Promise<void> {
  const words = reasonOf(answer);
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'target.answer', 'alone');
    const { count } = await tx.targetRequest.updateMany({
      where: { reportId, indicatorCode: indicator, measure, isGranted: null },
      data: {
        ...{ isGranted: false, answer: words },
        ...{ decidedById: viewer.personId, decidedAt: new Date() },
      },
    });
    if (count === 0) throw new InvalidError('target-already-answered', { indicator });
    await notify(tx, {
      ...{ unitId: row.unitId, roles: ['reporter'], kind: 'target.refused', reportId },
      ...{ byId: viewer.personId, text: words, subject: indicator },
    });
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'target.refused', reportId, subject: indicator, to: words },
    ]);
  });
}

const keyOf = (reportId: string, { indicator, measure }: Aim) => ({
  reportId_indicatorCode_measure: { reportId, indicatorCode: indicator, measure },
});
