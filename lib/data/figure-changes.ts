import 'server-only';
import type { Viewer } from './access';
import { db } from './client';
import { storedFigureColumns, type StoredFigure, type StoredFigureRow } from './figure-row';
import { findReport } from './reports';

export type FigureChange = StoredFigure & { personId: string };
export type FigureChanges = {
  figures: FigureChange[];
  /** The database's clock: what to ask from the next time. */
  at: Date;
  /** Whether the viewer may still fill the report in. */
  isOpen: boolean;
};

/** Figures of the newest submission that were written since `since`, so that two people in one report see each other's
 *  work. Null where the viewer may not read it. */
export async function findFigureChanges(viewer: Viewer, reportId: string, since: Date): Promise<FigureChanges | null> {
  const report = await findReport(viewer, reportId);
  if (!report) return null;
  // A figure's time is that of the writing, and it is seen only when its transaction ends: what came a little before
  // is told again. Whoever listens knows it by its revision.
  const rows = await db.$queryRaw<(StoredFigureRow & { personId: string })[]>`
    SELECT ${storedFigureColumns}, h."id" AS "personId"
    FROM "submission" s JOIN "figure" f ON f."submission_id" = s."id" JOIN "person" h ON h."id" = f."entered_by_id"
    WHERE s."report_id" = ${reportId}::uuid AND s."number" = ${report.submission.number} AND f."measure" = 'level'
      AND f."entered_at" > ${new Date(since.getTime() - overlap)}
    ORDER BY f."entered_at"`;
  const [{ at }] = await db.$queryRaw<[{ at: Date }]>`SELECT clock_timestamp() AS "at"`;
  return { figures: rows, at, isOpen: report.allowed.includes('report.fill') };
}

const overlap = 10_000;
