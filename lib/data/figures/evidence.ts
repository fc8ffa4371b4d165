import 'server-only';
import { InvalidError, NotFoundError } from '@/lib/domain/access/errors';
import {
  evidenceName,
  evidenceTypeOf,
  largestEvidence,
  mostEvidence,
  type EvidenceType,
} from '@/lib/domain/report/evidence';
import { isId, type Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { refuseLocked } from '../report/cell-locks';
import { recordEvents } from '../database/record-events';
import { findReport } from '../report/reports';
import { inTransaction } from '../database/transaction';
import { loadForWrite } from '../report/writable';

export type EvidenceView = {
  id: string;
  indicator: string;
  name: string;
  size: number;
  by: string;
  at: Date;
};

/** Puts a file behind a figure of the open submission. */
export async function addEvidence(
  viewer: Viewer,
  reportId: string,
  indicator: string,
  file: { name: string; content: Uint8Array<ArrayBuffer> },
): Promise<EvidenceView> {
  const name = evidenceName(file.name);
  if (file.content.length > largestEvidence)
    throw new InvalidError('evidence-too-large', { most: String(largestEvidence / 1024 / 1024) });
  const type = evidenceTypeOf(name, file.content);
  if (!type) throw new InvalidError('evidence-type');
  const { indicators } = await findCatalogue();
  return inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'report.fill', 'shared');
    if (!indicators.some(({ code }) => code === indicator))
      throw new InvalidError('not-on-form', { indicator });
    await refuseLocked(tx, reportId, row.number, indicator);
    const count = await tx.evidence.count({
      where: { submissionId: row.submissionId, indicatorCode: indicator },
    });
    if (count >= mostEvidence)
      throw new InvalidError('too-much-evidence', { most: String(mostEvidence) });
    const { id: fileId } = await tx.evidenceFile.create({
      data: { name, type, size: file.content.length, content: file.content },
      select: { id: true },
    });
    const added = await tx.evidence.create({
      data: {
        submissionId: row.submissionId,
        indicatorCode: indicator,
        fileId,
        personId: viewer.personId,
      },
      select: { id: true, addedAt: true },
    });
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'evidence.added',
        reportId,
        subject: indicator,
        to: { name, size: file.content.length },
      },
    ]);
    return {
      id: added.id,
      indicator,
      name,
      size: file.content.length,
      by: viewer.name,
      at: added.addedAt,
    };
  });
}

/** Takes a file from behind a figure, as long as the submission is open; earlier submissions keep it. */
export async function removeEvidence(viewer: Viewer, evidenceId: string): Promise<void> {
  const found = isId(evidenceId) ? await findPlace(evidenceId) : null;
  if (!found) throw new NotFoundError();
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, found.reportId, 'report.fill', 'shared');
    const [gone] = await tx.evidence.findMany({
      where: { id: evidenceId, submissionId: row.submissionId },
      select: { fileId: true, indicatorCode: true, file: { select: { name: true } } },
    });
    if (!gone) throw new NotFoundError();
    await refuseLocked(tx, found.reportId, row.number, gone.indicatorCode);
    await tx.evidence.delete({ where: { id: evidenceId } });
    await tx.evidenceFile.deleteMany({ where: { id: gone.fileId, evidence: { none: {} } } });
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'evidence.removed',
        reportId: found.reportId,
        subject: gone.indicatorCode,
        from: { name: gone.file.name },
      },
    ]);
  });
}

/** The files of a submission that the viewer may read, in the order they came. */
export async function listEvidence(
  viewer: Viewer,
  reportId: string,
  submission: number,
): Promise<EvidenceView[]> {
  const report = await findReport(viewer, reportId);
  if (!report?.submissions.some(({ number }) => number === submission)) return [];
  const rows = await db.evidence.findMany({
    where: { submission: { reportId, number: submission } },
    select: {
      id: true,
      indicatorCode: true,
      addedAt: true,
      person: { select: { name: true } },
      file: { select: { name: true, size: true } },
    },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, indicatorCode, addedAt, person, file }) => ({
    id,
    indicator: indicatorCode,
    ...file,
    by: person.name,
    at: addedAt,
  }));
}

/** A file with its content; null where the viewer may not read the submission it stands in. */
export async function readEvidence(
  viewer: Viewer,
  evidenceId: string,
): Promise<{ name: string; type: EvidenceType; content: Uint8Array<ArrayBuffer> } | null> {
  const found = isId(evidenceId) ? await findPlace(evidenceId) : null;
  const report = found && (await findReport(viewer, found.reportId));
  if (!report?.submissions.some(({ number }) => number === found?.number)) return null;
  const row = await db.evidence.findUnique({
    where: { id: evidenceId },
    select: { file: { select: { name: true, type: true, content: true } } },
  });
  return row && { ...row.file, type: row.file.type as EvidenceType };
}

/** Where a file stands; whether the viewer may know is asked by the caller. */
async function findPlace(evidenceId: string): Promise<{ reportId: string; number: number } | null> {
  const row = await db.evidence.findUnique({
    where: { id: evidenceId },
    select: { submission: { select: { reportId: true, number: true } } },
  });
  return row && row.submission;
}
