import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import type { Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { findReport } from '../report/reports';
import { loadForReview } from './reviews';
import { inTransaction } from '../database/transaction';
import { wordsOf } from '../database/words';

export type DraftMarkView = { indicator: string; note: string; by: string };

/** Marks written down while reading, not given yet; only whoever may give them sees them. */
export async function listDraftMarks(viewer: Viewer, reportId: string): Promise<DraftMarkView[]> {
  const report = await findReport(viewer, reportId);
  if (!report?.allowed.includes('report.review')) return [];
  const rows = await db.draftMark.findMany({
    where: { submission: { reportId, number: report.submission.number } },
    include: { person: { select: { name: true } } },
    orderBy: { indicatorCode: 'asc' },
  });
  return rows.map(({ indicatorCode, note, person }) => ({
    indicator: indicatorCode,
    note,
    by: person.name,
  }));
}

/** Writes a mark down, so that nothing is lost on the way through a report; empty words take it away. */
export async function saveDraftMark(
  viewer: Viewer,
  reportId: string,
  submissionNumber: number,
  indicator: string,
  note: string,
): Promise<void> {
  const words = wordsOf(note);
  const { indicators } = await findCatalogue();
  await inTransaction(async (tx) => {
    const { row } = await loadForReview(tx, viewer, reportId, submissionNumber, 'report.review');
    if (!indicators.some(({ code }) => code === indicator))
      throw new InvalidError('unknown-indicator', { indicator });
    const key = { submissionId: row.submissionId, indicatorCode: indicator };
    const written = { note: words, personId: viewer.personId, writtenAt: new Date() };
    if (words)
      await tx.draftMark.upsert({
        where: { submissionId_indicatorCode: key },
        create: { ...key, ...written },
        update: written,
      });
    else await tx.draftMark.deleteMany({ where: key });
  });
}
