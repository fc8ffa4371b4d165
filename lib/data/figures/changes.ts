import 'server-only';
import type { ReportStatus } from '@/lib/domain/report/report';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { storedFigureColumns, type StoredFigure, type StoredFigureRow } from './figure-row';
import { findReport, type ReportView } from '../report/reports';

export type FigureChange = StoredFigure & { personId: string };
export type FigureChanges = {
  figures: FigureChange[];
  /** The database's clock: what to ask from the next time. */
  at: Date;
  /** Whether the viewer may still fill the report in. */
  isOpen: boolean;
  status: ReportStatus;
  /** See `findStamp`. */
  stamp: string;
};

/** Figures of the newest submission that were written since `since`, so that two people in one report see each other's
 *  work. Null where the viewer may not read it. */
export async function findFigureChanges(
  viewer: Viewer,
  reportId: string,
  since: Date,
): Promise<FigureChanges | null> {
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
  const [[{ at }], stamp] = await Promise.all([
    db.$queryRaw<[{ at: Date }]>`SELECT clock_timestamp() AS "at"`,
    findStamp(report),
  ]);
  return {
    figures: rows,
    at,
    isOpen: report.allowed.includes('report.fill'),
    status: report.status,
    stamp,
  };
}

/** What the page of a report depends on besides its figures, as one short text: status and dates, what is locked, let
 *  off, explained and put behind figures. Another text means that the page is out of date. `report`: what the viewer sees. */
export async function findStamp({
  id,
  submission,
  status,
  allowed,
  accepted,
  period,
}: ReportView): Promise<string> {
  const [{ rest }] = await db.$queryRaw<[{ rest: string }]>`
    SELECT md5(concat(
      (SELECT string_agg(w."check_code" || coalesce(w."decision"::text, '?'), ',' ORDER BY w."check_code") FROM "waiver" w WHERE w."report_id" = ${id}::uuid), '/',
      (SELECT string_agg(v."id"::text || v."opens_all" || coalesce((SELECT string_agg(o."indicator_code" || coalesce(o."is_granted"::text, '?'), ',' ORDER BY o."indicator_code")
          FROM "reopening" o WHERE o."review_id" = v."id"), ''), ',' ORDER BY v."id")
        FROM "review" v JOIN "submission" s ON s."id" = v."submission_id" WHERE s."report_id" = ${id}::uuid), '/',
      (SELECT string_agg(x."check_code" || x."written_at", ',' ORDER BY x."check_code") FROM "explanation" x JOIN "submission" s ON s."id" = x."submission_id"
        WHERE s."report_id" = ${id}::uuid AND s."number" = ${submission.number}), '/',
      (SELECT string_agg(e."id"::text, ',' ORDER BY e."id") FROM "evidence" e JOIN "submission" s ON s."id" = e."submission_id"
        WHERE s."report_id" = ${id}::uuid AND s."number" = ${submission.number}))) AS "rest"`;
  // The first figure changes nothing for who types it.
  const standing = status === 'not-started' ? 'filling' : status;
  return [
    submission.number,
    standing,
    allowed.includes('report.fill'),
    accepted?.by,
    period.dueAt.getTime(),
    period.closesAt.getTime(),
    rest,
  ].join(' ');
}

const overlap = 10_000;
