import 'server-only';
import { GongbaoError, InvalidError } from '@/lib/domain/access/errors';
import { isId, withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { listDraftMarks } from './draft-marks';
import { isToBeReviewed } from '@/lib/domain/report/tasks';
import { listReports, type ReportRow } from '../report/reports';
import { approve } from './reviews';

/** A report that waits for this viewer's decision; `explained`: how many explanations its newest submission carries. */
export type QueuedReport = ReportRow & { explained: number };

/** What waits for the viewer's decision in a period, by need: late ones, then those with most explained, then the
 *  longest waiting. */
export async function listReviewQueue(viewer: Viewer, periodCode: string): Promise<QueuedReport[]> {
  const rows = (await listReports(viewer, periodCode)).filter(isToBeReviewed);
  if (rows.length === 0) return [];
  const newest = await db.newestSubmission.findMany({
    where: { reportId: { in: rows.map(({ id }) => id) } },
    select: { id: true, reportId: true },
  });
  const counted = await db.explanation.groupBy({
    by: 'submissionId',
    where: { submissionId: { in: newest.map(({ id }) => id) } },
    _count: true,
  });
  const reportOf = new Map(newest.map(({ id, reportId }) => [id, reportId]));
  const explained = new Map(
    counted.map(({ submissionId, _count }) => [reportOf.get(submissionId)!, _count]),
  );
  return rows
    .map((row) => ({ ...row, explained: explained.get(row.id) ?? 0 }))
    .sort(
      (a, b) =>
        Number(b.isLate) - Number(a.isLate) ||
        b.explained - a.explained ||
        Number(a.signedAt) - Number(b.signedAt),
    );
}

/** The report that comes after this one, from the end to the beginning again; null where no other waits. */
export function nextInQueue(queue: readonly QueuedReport[], reportId: string): QueuedReport | null {
  const others = [...queue, ...queue].slice(queue.findIndex(({ id }) => id === reportId) + 1);
  return others.find(({ id }) => id !== reportId) ?? null;
}

export type Approved = {
  approved: string[];
  refused: { reportId: string; code: string; unit: string }[];
};

/** Approves several submissions, each by itself: one that cannot be approved any more, or that
 *  somebody has written marks on, keeps no other from it. */
export async function approveMany(
  viewer: Viewer,
  chosen: { reportId: string; submission: number }[],
): Promise<Approved> {
  const result: Approved = { approved: [], refused: [] };
  const units = await unitsOf(
    viewer,
    chosen.map(({ reportId }) => reportId),
  );
  for (const { reportId, submission } of chosen) {
    try {
      if ((await listDraftMarks(viewer, reportId)).length > 0) throw new InvalidError('marks-left');
      await approve(viewer, reportId, submission);
      result.approved.push(reportId);
    } catch (error) {
      if (!(error instanceof GongbaoError)) throw error;
      result.refused.push({ reportId, code: error.code, unit: units.get(reportId) ?? '' });
    }
  }
  return result;
}

async function unitsOf(viewer: Viewer, ids: string[]): Promise<Map<string, string>> {
  const rows = await db.report.findMany({
    where: { id: { in: ids.filter(isId) }, unit: withinScope(viewer) },
    select: { id: true, unit: { select: { name: true } } },
  });
  return new Map(rows.map(({ id, unit }) => [id, unit.name]));
}
