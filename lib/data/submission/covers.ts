import 'server-only';
import { scanTypeOf, type ScanType } from '@/lib/domain/report/cover';
import { InvalidError } from '@/lib/domain/access/errors';
import { evidenceName, largestEvidence } from '@/lib/domain/report/evidence';
import { isFingerprint } from '@/lib/domain/report/fingerprint';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { digestOf } from '../database/digest';
import { findAltered } from '../integrity/altered';
import { findFingerprints, type Fingerprint } from '../integrity/fingerprints';
import { recordEvents } from '../database/record-events';
import { findReport } from '../report/reports';
import { inTransaction, type Transaction } from '../database/transaction';
import { loadForWrite } from '../report/writable';

/** The scan of a signed and sealed cover. */
export type CoverScanView = { name: string; type: ScanType; size: number; by: string; at: Date };
/** A cover: the fingerprint of its submission and, once it was scanned, the scan. `isIntact`: the contents are still
 *  those that were signed. */
export type CoverView = { fingerprint: string; isIntact: boolean; scan: CoverScanView | null };
type ScanFile = { name: string; content: Uint8Array<ArrayBuffer> };

/** The cover of a signed submission; null where the viewer may not read it or it is not signed. */
export async function findCover(
  viewer: Viewer,
  reportId: string,
  number: number,
): Promise<CoverView | null> {
  if (!(await isReadable(viewer, reportId, number))) return null;
  const [found, scan] = await Promise.all([
    fingerprintOf(db, reportId, number),
    findScan(reportId, number),
  ]);
  if (!found) return null;
  const isIntact = (await findAltered(viewer, [found.id])).length === 0;
  return { fingerprint: found.fingerprint, isIntact, scan };
}

/** Whether there is a scan of a signed submission's cover; null where the viewer may not read the submission. */
export async function findCoverScan(
  viewer: Viewer,
  reportId: string,
  number: number,
): Promise<CoverScanView | null> {
  return (await isReadable(viewer, reportId, number)) ? findScan(reportId, number) : null;
}

/** The scan itself, for whoever may read the submission it belongs to. */
export async function readCoverScan(
  viewer: Viewer,
  reportId: string,
  number: number,
): Promise<(Pick<CoverScanView, 'name' | 'type'> & { content: Uint8Array<ArrayBuffer> }) | null> {
  if (!(await isReadable(viewer, reportId, number))) return null;
  const row = await db.coverScan.findFirst({
    where: { submission: { reportId, number } },
    select: { name: true, type: true, content: true },
  });
  return row && { ...row, type: row.type as ScanType };
}

/** Keeps the scan of a cover with the submission whose fingerprint the sheet bears, and with no other. It may be
 *  replaced until somebody has decided on the submission; where an approved one has none, it may still be brought. */
export async function addCoverScan(
  viewer: Viewer,
  reportId: string,
  number: number,
  { fingerprint: typed, file }: { fingerprint: string; file: ScanFile },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'cover.add', 'alone');
    const scan = scanOf(file);
    if (row.number !== number)
      throw new InvalidError('cover-of-earlier', { number: String(row.number) });
    const { fingerprint } = (await fingerprintOf(tx, reportId, number)) ?? {};
    if (fingerprint === undefined || !isFingerprint(typed, fingerprint))
      throw await wrongSheet(tx, reportId, number, typed);
    const before = await tx.coverScan.findUnique({
      where: { submissionId: row.submissionId },
      select: { name: true, size: true, sha256: true },
    });
    if (before && row.decision !== null) throw new InvalidError('cover-approved');
    const kept = { ...scan, fingerprint, personId: viewer.personId, addedAt: new Date() };
    await tx.coverScan.upsert({
      where: { submissionId: row.submissionId },
      create: { submissionId: row.submissionId, ...kept },
      update: kept,
    });
    const to = { submission: number, name: scan.name, size: scan.size, sha256: scan.sha256 };
    const event = { by: viewer.personId, reportId, to };
    await recordEvents(tx, [
      before
        ? { ...event, kind: 'cover.replaced', from: before }
        : { ...event, kind: 'cover.added' },
    ]);
  });
}

function scanOf({ name: given, content }: ScanFile) {
  const name = evidenceName(given);
  if (content.length > largestEvidence)
    throw new InvalidError('evidence-too-large', {
      field: 'file',
      most: String(largestEvidence / 1024 / 1024),
    });
  const type = scanTypeOf(name, content);
  if (!type) throw new InvalidError('scan-type', { field: 'file' });
  return {
    name,
    type,
    size: content.length,
    sha256: digestOf(content),
    content,
  };
}

/** A sheet of another submission of this report is named as what it is. */
async function wrongSheet(
  tx: Transaction,
  reportId: string,
  number: number,
  typed: string,
): Promise<InvalidError> {
  const others = await tx.submission.findMany({
    where: { reportId, signedAt: { not: null }, NOT: { number } },
    select: { number: true },
  });
  for (const other of others) {
    const found = await fingerprintOf(tx, reportId, other.number);
    if (found && isFingerprint(typed, found.fingerprint))
      return new InvalidError('cover-of-other', {
        field: 'fingerprint',
        number: String(other.number),
      });
  }
  return new InvalidError('fingerprint-differs', { field: 'fingerprint' });
}

async function isReadable(viewer: Viewer, reportId: string, number: number): Promise<boolean> {
  const report = await findReport(viewer, reportId);
  return report?.submissions.some((one) => one.number === number && one.signedAt !== null) ?? false;
}

async function findScan(reportId: string, number: number): Promise<CoverScanView | null> {
  const row = await db.coverScan.findFirst({
    where: { submission: { reportId, number } },
    select: {
      name: true,
      type: true,
      size: true,
      addedAt: true,
      person: { select: { name: true } },
    },
  });
  return (
    row && {
      name: row.name,
      type: row.type as ScanType,
      size: row.size,
      by: row.person.name,
      at: row.addedAt,
    }
  );
}

/** The fingerprint that was kept when the submission was signed, and whether it is still that of its contents; null
 *  for one that is not there or not signed. */
async function fingerprintOf(
  tx: Transaction,
  reportId: string,
  number: number,
): Promise<(Fingerprint & { fingerprint: string }) | null> {
  const submission = await tx.submission.findUnique({
    where: { reportId_number: { reportId, number } },
    select: { id: true },
  });
  const [found] = submission ? await findFingerprints(tx, [submission.id]) : [];
  return found ? { ...found, fingerprint: found.kept ?? found.now } : null;
}
