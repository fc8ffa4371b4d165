import 'server-only';
import type { ReportEvent } from '@/lib/domain/report/report-event';
import { withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { readEvent } from './event-schema';
import { findReport } from './reports';
import { isCode } from '../database/words';

/** What happened to a report, newest first. Drafts are shown only to those who may read them. */
export async function listEvents(
  viewer: Viewer,
  reportId: string,
  filter: { indicator?: string } = {},
): Promise<ReportEvent[]> {
  const report = await findReport(viewer, reportId);
  if (!report || (filter.indicator !== undefined && !isCode(filter.indicator))) return [];
  // Outside the unit a report's story ends with what the unit has handed in.
  const until = report.allowed.includes('report.readDraft') ? null : report.submission.signedAt;
  const rows = await db.event.findMany({
    where: {
      reportId,
      report: { unit: withinScope(viewer) },
      ...(filter.indicator !== undefined
        ? { kind: { in: ['figure.saved', 'target.saved'] }, subject: filter.indicator }
        : {}),
      ...(until
        ? {
            OR: [
              { at: { lte: until } },
              ...alwaysVisible.map((prefix) => ({ kind: { startsWith: prefix } })),
            ],
          }
        : {}),
    },
    select: {
      id: true,
      at: true,
      kind: true,
      subject: true,
      from: true,
      to: true,
      person: { select: { name: true } },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  return rows.map(({ person, ...row }) => readEvent({ ...row, by: person?.name ?? null }));
}

// What passes between unit and reviewer is shown to both, also while the next submission is a draft.
const alwaysVisible = ['review.', 'mark.', 'cell.', 'report.withdrawn'];
