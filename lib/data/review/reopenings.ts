import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { findLocks, findReturn } from '../report/cell-locks';
import { notify } from '../notices/notices';
import { recordEvents } from '../database/record-events';
import { findReport } from '../report/reports';
import { reviewersOf } from '../tree/reviewing-unit';
import { inTransaction } from '../database/transaction';
import { reasonOf, wordsOf } from '../database/words';
import { loadForWrite } from '../report/writable';

/** A request to open a figure that was not marked. `isGranted` is null while nobody has answered. */
export type ReopeningView = {
  indicator: string;
  reason: string;
  by: string;
  at: Date;
  isGranted: boolean | null;
  answer: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
};

/** The requests since a report was last returned, oldest first; empty where the viewer may not read it. */
export async function listReopenings(viewer: Viewer, reportId: string): Promise<ReopeningView[]> {
  const report = await findReport(viewer, reportId);
  if (!report) return [];
  const rows = await db.reopening.findMany({
    where: { review: { submission: { reportId } } },
    include: {
      askedBy: { select: { name: true } },
      decidedBy: { select: { name: true } },
      review: { select: { submission: { select: { number: true } } } },
    },
    orderBy: [{ askedAt: 'asc' }, { indicatorCode: 'asc' }],
  });
  const last = Math.max(...rows.map(({ review }) => review.submission.number));
  return rows
    .filter(({ review }) => review.submission.number === last)
    .map(
      ({ indicatorCode, reason, askedBy, askedAt, isGranted, answer, decidedBy, decidedAt }) => ({
        indicator: indicatorCode,
        reason,
        by: askedBy.name,
        at: askedAt,
        isGranted,
        answer,
        decidedBy: decidedBy?.name ?? null,
        decidedAt,
      }),
    );
}

/** Asks to open a figure that is locked after a return. Asked again after a refusal, it starts anew. */
export async function askToOpen(
  viewer: Viewer,
  reportId: string,
  indicator: string,
  reason: string,
): Promise<void> {
  const words = reasonOf(reason);
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'cell.ask', 'alone');
    const returned = await findReturn(tx, reportId, row.number);
    const lock = (await findLocks(tx, reportId, row.number)).get(indicator);
    if (!returned || !lock) throw new InvalidError('cell-not-locked', { indicator });
    const key = { reviewId: returned.reviewId, indicatorCode: indicator };
    const asked = { reason: words, askedById: viewer.personId, askedAt: new Date() };
    await tx.reopening.upsert({
      where: { reviewId_indicatorCode: key },
      create: { ...key, ...asked },
      update: { ...asked, isGranted: null, answer: null, decidedById: null, decidedAt: null },
    });
    await notify(tx, {
      ...(await reviewersOf(tx, row)),
      kind: 'cell.asked',
      reportId,
      byId: viewer.personId,
      text: words,
      subject: indicator,
    });
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'cell.asked', reportId, subject: indicator, to: words },
    ]);
  });
}

/** The unit no longer asks for it; only as long as nobody has answered. */
export async function takeBackReopening(
  viewer: Viewer,
  reportId: string,
  indicator: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'cell.ask', 'alone');
    const returned = await findReturn(tx, reportId, row.number);
    if (!returned) throw new InvalidError('cell-not-locked', { indicator });
    const { count } = await tx.reopening.deleteMany({
      where: { reviewId: returned.reviewId, indicatorCode: indicator, isGranted: null },
    });
    if (count === 0) throw new InvalidError('reopening-already-answered', { indicator });
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'cell.takenBack', reportId, subject: indicator, to: null },
    ]);
  });
}

/** The reviewer's answer to a request; a refusal gives a reason. */
export async function answerReopening(
  viewer: Viewer,
  reportId: string,
  indicator: string,
  isGranted: boolean,
  answer = '',
): Promise<void> {
  const words = isGranted ? wordsOf(answer) : reasonOf(answer);
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'cell.open', 'alone');
    const returned = await findReturn(tx, reportId, row.number);
    if (!returned) throw new InvalidError('cell-not-locked', { indicator });
    const { count } = await tx.reopening.updateMany({
      where: { reviewId: returned.reviewId, indicatorCode: indicator, isGranted: null },
      data: {
        isGranted,
        answer: words || null,
        decidedById: viewer.personId,
        decidedAt: new Date(),
      },
    });
    if (count === 0) throw new InvalidError('reopening-already-answered', { indicator });
    const kind = isGranted ? 'cell.opened' : 'cell.refused';
    await notify(tx, {
      unitId: row.unitId,
      roles: ['reporter'],
      kind,
      reportId,
      byId: viewer.personId,
      text: words || null,
      subject: indicator,
    });
    await recordEvents(tx, [
      { by: viewer.personId, kind, reportId, subject: indicator, to: words },
    ]);
  });
}

/** Opens every figure of a returned report to correction. */
export async function openAllCells(viewer: Viewer, reportId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'cell.open', 'alone');
    const returned = await findReturn(tx, reportId, row.number);
    if (!returned || returned.opensAll || returned.marked.length === 0) return;
    await tx.review.update({ where: { id: returned.reviewId }, data: { opensAll: true } });
    await tx.reopening.updateMany({
      where: { reviewId: returned.reviewId, isGranted: null },
      data: { isGranted: true, decidedById: viewer.personId, decidedAt: new Date() },
    });
    await notify(tx, {
      unitId: row.unitId,
      roles: ['reporter'],
      kind: 'cell.openedAll',
      reportId,
      byId: viewer.personId,
      text: null,
    });
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'cell.openedAll',
        reportId,
        to: { submission: returned.number },
      },
    ]);
  });
}
