import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import { readinessOf, type Readiness } from '@/lib/domain/report/readiness';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { seal } from '../integrity/fingerprints';
import { readFormContent, type FormContent } from '../figures/form-content';
import { refuseUnseen } from '../figures/seen';
import { notify } from '../notices/notices';
import { recordEvents } from '../database/record-events';
import { readServerTime } from '../database/server-time';
import { periodOf } from '../report/report-state';
import { findReport } from '../report/reports';
import { reviewersOf } from '../tree/reviewing-unit';
import { refuseUnexplainedTotals } from '../rollup/hand-totals';
import { inTransaction, type Transaction } from '../database/transaction';
import { reasonOf } from '../database/words';
import { loadForWrite, refuseOther, type Writable } from '../report/writable';
import { takeOnce, type Step } from './repeated';

/** What still stands between the newest submission and its being handed in; null where the viewer may not read it. */
export async function findReadiness(viewer: Viewer, reportId: string): Promise<Readiness | null> {
  const report = await findReport(viewer, reportId);
  if (!report) return null;
  return readiness(
    await readFormContent(db, {
      reportId,
      unitId: report.unit.id,
      period: report.period,
      number: report.submission.number,
    }),
  );
}

/** What a person had on the screen: the number of the submission, and its contents as the page carries them
 *  (lib/domain/report/seen). */
export type Seen = { submission: number; contents?: string };

/** The reporter hands the submission to the unit's signatory. `seen`: what was looked at; `written`: explanations that
 *  came with the form, each with the words that stood there before. */
export async function sendForSignature(
  viewer: Viewer,
  reportId: string,
  seen?: Seen,
  written?: ReadonlyMap<string, string>,
): Promise<void> {
  await refuseUnexplainedTotals(viewer, reportId);
  const to = { submission: seen?.submission ?? 0 };
  const step: Step = { reportId, kinds: ['report.sent'], to, seen: seen?.contents };
  const send = () =>
    inTransaction(async (tx) => {
      const report = await loadForWrite(tx, viewer, reportId, 'report.send', 'alone');
      refuseOther(report.row, seen?.submission);
      const form = await readNewest(tx, report);
      refuseUnseen(form, seen?.contents, written);
      refuseUnready(form);
      const { submissionId, number } = report.row;
      await tx.submission.update({
        where: { id: submissionId },
        data: { sentAt: await readServerTime(tx), sentById: viewer.personId },
      });
      await notify(tx, {
        unitId: report.row.unitId,
        roles: ['signatory'],
        kind: 'report.sent',
        reportId,
        byId: viewer.personId,
        text: null,
      });
      await recordEvents(tx, [
        { by: viewer.personId, kind: 'report.sent', reportId, to: { submission: number } },
      ]);
    });
  await takeOnce(viewer, step, send);
}

/** The reporter takes back what is sent and nobody has signed; the signatory is notified that nothing waits any
 *  more. */
export async function recallSending(
  viewer: Viewer,
  reportId: string,
  submission?: number,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'report.recall', 'alone');
    refuseOther(row, submission);
    if (row.cosignedById !== null) throw new InvalidError('signed-once');
    await tx.submission.update({
      where: { id: row.submissionId },
      data: { sentAt: null, sentById: null },
    });
    await notifySignatories(tx, viewer, row, 'report.recalled');
  });
}

/** The first of two signatories takes the own signature back: the report waits for two again. */
export async function takeBackSignature(
  viewer: Viewer,
  reportId: string,
  submission?: number,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'report.uncosign', 'alone');
    refuseOther(row, submission);
    if (row.cosignedById !== viewer.personId) throw new InvalidError('not-own-signature');
    await tx.submission.update({
      where: { id: row.submissionId },
      data: { cosignedAt: null, cosignedById: null },
    });
    await notifySignatories(tx, viewer, row, 'report.uncosigned');
  });
}

/** The signatory gives it back to the reporter. */
export async function sendBack(
  viewer: Viewer,
  reportId: string,
  reason: string,
  seen?: Seen,
): Promise<void> {
  const words = reasonOf(reason);
  const to = { submission: seen?.submission ?? 0, reason: words };
  const step: Step = { reportId, kinds: ['report.sentBack'], to, seen: seen?.contents };
  const giveBack = () =>
    inTransaction(async (tx) => {
      const report = await loadForWrite(tx, viewer, reportId, 'report.sendBack', 'alone');
      const { row } = report;
      refuseOther(row, seen?.submission);
      if (seen?.contents) refuseUnseen(await readNewest(tx, report), seen.contents);
      await tx.submission.update({
        where: { id: row.submissionId },
        data: { sentAt: null, sentById: null, cosignedAt: null, cosignedById: null },
      });
      await notify(tx, {
        unitId: row.unitId,
        roles: ['reporter'],
        kind: 'report.sentBack',
        reportId,
        byId: viewer.personId,
        text: words,
      });
      await recordEvents(tx, [
        {
          by: viewer.personId,
          kind: 'report.sentBack',
          reportId,
          to: { submission: row.number, reason: words },
        },
      ]);
    });
  await takeOnce(viewer, step, giveBack);
}

/** The signatory signs: the submission is handed in and frozen. Where the period asks for two signatures, the first
 *  only waits for that of another signatory; both sign the same figures, since nobody writes any meanwhile. `seen`:
 *  what was looked at; what was given back and sent again since is looked at again. */
export async function signAndSubmit(
  viewer: Viewer,
  reportId: string,
  seen?: Seen & { sentAt: Date },
): Promise<'cosigned' | 'signed'> {
  await refuseUnexplainedTotals(viewer, reportId);
  const to = { submission: seen?.submission ?? 0 };
  const kinds = ['report.signed', 'report.cosigned'] as const;
  const step: Step = { reportId, kinds, to, seen: seen?.contents };
  return (
    (await takeOnce(viewer, step, () => signOnce(viewer, reportId, seen))) ??
    signedOrCosigned(reportId)
  );
}

async function signOnce(
  viewer: Viewer,
  reportId: string,
  seen: (Seen & { sentAt: Date }) | undefined,
): Promise<'cosigned' | 'signed'> {
  return inTransaction(async (tx) => {
    const report = await loadForWrite(tx, viewer, reportId, 'report.sign', 'alone');
    refuseOther(report.row, seen?.submission);
    if (seen && seen.sentAt.getTime() !== report.row.sentAt?.getTime())
      throw new InvalidError('sent-again');
    const form = await readNewest(tx, report);
    refuseUnseen(form, seen?.contents);
    refuseUnready(form);
    const { submissionId, number, signatures, cosignedById, unitId } = report.row;
    if (signatures > 1 && cosignedById === viewer.personId)
      throw new InvalidError('second-signature-by-another', { field: 'password' });
    if (signatures > 1 && cosignedById === null) {
      await tx.submission.update({
        where: { id: submissionId },
        data: { cosignedAt: new Date(), cosignedById: viewer.personId },
      });
      await notify(tx, {
        unitId,
        roles: ['signatory'],
        kind: 'report.cosigned',
        reportId,
        byId: viewer.personId,
        text: null,
      });
      await recordEvents(tx, [
        { by: viewer.personId, kind: 'report.cosigned', reportId, to: { submission: number } },
      ]);
      return 'cosigned';
    }
    // A first signature is nobody's second: it goes where one has become enough meanwhile.
    if (signatures === 1 && cosignedById !== null)
      await tx.submission.update({
        where: { id: submissionId },
        data: { cosignedAt: null, cosignedById: null },
      });
    await notify(tx, {
      ...(await reviewersOf(tx, report.row)),
      kind: 'report.submitted',
      reportId,
      byId: viewer.personId,
      text: null,
    });
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'report.signed', reportId, to: { submission: number } },
    ]);
    await tx.submission.update({
      where: { id: submissionId },
      data: { signedAt: await readServerTime(tx), signedById: viewer.personId },
    });
    await seal(tx, submissionId);
    return 'signed';
  });
}

/** What a repeated signature is answered: what the first was. */
async function signedOrCosigned(reportId: string): Promise<'cosigned' | 'signed'> {
  const newest = await db.newestSubmission.findUnique({ where: { reportId } });
  return newest?.signedAt ? 'signed' : 'cosigned';
}

/** Notifies the unit's signatories of a step that takes one back, and keeps it. */
async function notifySignatories(
  tx: Transaction,
  viewer: Viewer,
  { id: reportId, unitId, number }: Writable['row'],
  kind: 'report.recalled' | 'report.uncosigned',
): Promise<void> {
  const byId = viewer.personId;
  await notify(tx, { unitId, roles: ['signatory'], kind, reportId, byId, text: null });
  await recordEvents(tx, [{ by: byId, kind, reportId, to: { submission: number } }]);
}

const readNewest = (tx: Transaction, { row }: Writable): Promise<FormContent> =>
  readFormContent(tx, {
    reportId: row.id,
    unitId: row.unitId,
    period: periodOf(row),
    number: row.number,
  });

const readiness = ({
  rows,
  checks,
  explanations,
  previousPeriod,
  waived,
}: FormContent): Readiness =>
  readinessOf(rows, checks, explanations, previousPeriod !== null, waived);

// The codes go along, so that a page can name them without asking again.
function refuseUnready(form: FormContent): void {
  const { isReady, missing, unreasoned, failing, unexplained } = readiness(form);
  if (isReady) return;
  throw new InvalidError('not-ready', {
    missing: missing.join(','),
    unreasoned: unreasoned.join(','),
    failing: failing.map(({ check }) => check.code).join(','),
    unexplained: unexplained.map(({ check }) => check.code).join(','),
  });
}
