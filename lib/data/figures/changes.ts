import 'server-only';
import type { ReportStatus } from '@/lib/domain/report/report';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { readServerTime } from '../database/server-time';
import { storedFigureFrom, storedFigureSelect, type StoredFigure } from './figure-row';
import { stampOf } from './queries';
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
  // is reported again. The page knows it by its revision.
  const rows = await db.figure.findMany({
    where: {
      submission: { reportId, number: report.submission.number },
      measure: 'level',
      enteredAt: { gt: new Date(since.getTime() - overlap) },
    },
    select: { ...storedFigureSelect, enteredById: true },
    orderBy: { enteredAt: 'asc' },
  });
  const [at, stamp] = await Promise.all([readServerTime(db), findStamp(report)]);
  return {
    figures: rows.map((row) => ({ ...storedFigureFrom(row), personId: row.enteredById })),
    at,
    isOpen: report.allowed.includes('report.fill'),
    status: report.status,
    stamp,
  };
}

/** What the page of a report depends on besides its figures, as one short text: status and dates, what is locked, let
 *  off, explained and put behind figures. Another text means that the page is out of date. `report`: what the viewer
 *  sees. */
export async function findStamp({
  id,
  submission,
  status,
  allowed,
  accepted,
  period,
}: ReportView): Promise<string> {
  const [row] = await stampOf.read(db, id, submission.number);
  // The first figure changes nothing for who types it.
  const standing = status === 'not-started' ? 'filling' : status;
  return [
    submission.number,
    standing,
    allowed.includes('report.fill'),
    accepted?.by,
    period.dueAt.getTime(),
    period.closesAt.getTime(),
    row?.rest,
  ].join(' ');
}

const overlap = 10_000;
