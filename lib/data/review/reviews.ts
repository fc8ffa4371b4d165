import 'server-only';
import { InvalidError, NotFoundError } from '@/lib/domain/access/errors';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { figureFrom, figureSelect } from '../figures/figure-row';
import { listAltered } from '../integrity/fingerprints';
import { readFormContent, type FormContent } from '../figures/form-content';
import { refuseUnseen } from '../figures/seen';
import { openNextSubmission } from '../submission/next-submission';
import { takeOnce } from '../submission/repeated';
import { notify } from '../notices/notices';
import { holdBelow, pendingBelow } from './pending-below';
import { recordEvents } from '../database/record-events';
import { periodOf } from '../report/report-state';
import { findReport } from '../report/reports';
import { inTransaction, type Transaction } from '../database/transaction';
import { reasonOf, wordsOf } from '../database/words';
import { loadForWrite, type Writable } from '../report/writable';

export type Mark = { indicator: string; note: string };

/** Finds a submission right. A second decision on it is refused as `already-decided`; so is the first while reports of
 *  units directly below it may still be approved, as `below-not-approved`: what is approved is approved from the
 *  bottom up. */
export async function approve(
  viewer: Viewer,
  reportId: string,
  submissionNumber: number,
  seen?: string,
): Promise<void> {
  const to = { submission: submissionNumber };
  const decide = () =>
    inTransaction(async (tx) => {
      const report = await loadForReview(tx, viewer, reportId, submissionNumber, 'report.approve');
      const { row } = report;
      await refuseUnseenOrAltered(tx, report, seen);
      await holdBelow(tx, viewer, reportId);
      const pending = await pendingBelow(tx, viewer, reportId);
      if (pending.length > 0)
        throw new InvalidError('below-not-approved', {
          count: String(pending.length),
          units: pending
            .slice(0, namedAtMost)
            .map(({ name }) => name)
            .join('、'),
        });
      await tx.review.create({
        data: { submissionId: row.submissionId, decision: 'approved', personId: viewer.personId },
      });
      await tx.draftMark.deleteMany({ where: { submissionId: row.submissionId } });
      await notifyUnit(tx, viewer, row, 'review.approved', null);
      await recordEvents(tx, [
        { by: viewer.personId, kind: 'review.approved', reportId, to: { submission: row.number } },
      ]);
    });
  await takeOnce(viewer, { reportId, kinds: ['review.approved'], to, seen }, decide);
}

/** Returns a submission with a reason and marks on single figures, and opens the next one as its copy. There only the
 *  marked figures may be changed, or all of them where nothing is marked or `opensAll` says so. */
export async function returnForChanges(
  viewer: Viewer,
  reportId: string,
  submissionNumber: number,
  {
    reason,
    marks,
    opensAll = false,
    seen,
  }: { reason: string; marks: Mark[]; opensAll?: boolean; seen?: string },
): Promise<void> {
  const words = reasonOf(reason);
  const kept = marks.map(({ indicator, note }) => ({ indicator, note: wordsOf(note) }));
  if (new Set(kept.map(({ indicator }) => indicator)).size < kept.length)
    throw new InvalidError('marked-twice');
  const to = {
    submission: submissionNumber,
    reason: words,
    marks: kept,
    ...(opensAll ? { opensAll } : {}),
  };
  const decide = () =>
    inTransaction(async (tx) => {
      const report = await loadForReview(tx, viewer, reportId, submissionNumber, 'report.review');
      const { row } = report;
      if (seen !== undefined) refuseUnseen(await readSubmitted(tx, report), seen);
      await refuseUnknown(kept);
      await tx.review.create({
        data: {
          submissionId: row.submissionId,
          decision: 'returned',
          reason: words,
          opensAll,
          personId: viewer.personId,
          marks: {
            create: kept.map(({ indicator, note }) => ({ indicatorCode: indicator, note })),
          },
        },
      });
      await tx.draftMark.deleteMany({ where: { submissionId: row.submissionId } });
      await openNextSubmission(tx, reportId, row);
      await notifyUnit(tx, viewer, row, 'review.returned', words);
      await recordEvents(tx, [
        {
          by: viewer.personId,
          kind: 'review.returned',
          reportId,
          to,
        },
      ]);
    });
  await takeOnce(viewer, { reportId, kinds: ['review.returned'], to, seen }, decide);
}

/** What changed between two submissions of a report: only figures that differ, in the catalogue's order. */
export async function compareSubmissions(
  viewer: Viewer,
  reportId: string,
  before: number,
  after: number,
): Promise<{ indicator: Indicator; before: Figure | null; after: Figure | null }[]> {
  const report = await findReport(viewer, reportId);
  const visible = new Set(report?.submissions.map(({ number }) => number));
  if (!visible.has(before) || !visible.has(after)) throw new NotFoundError();
  const [{ indicators }, figures] = await Promise.all([
    findCatalogue(),
    db.figure.findMany({
      where: { submission: { reportId, number: { in: [before, after] } }, measure: 'level' },
      select: { ...figureSelect, submission: { select: { number: true } } },
    }),
  ]);
  const of = (wanted: number) =>
    new Map(
      figures
        .filter(({ submission }) => submission.number === wanted)
        .map((row) => [row.indicatorCode, figureFrom(row)]),
    );
  const [old, now] = [of(before), of(after)];
  return indicators
    .map((indicator) => ({
      indicator,
      before: old.get(indicator.code) ?? null,
      after: now.get(indicator.code) ?? null,
    }))
    .filter((row) => said(row.before) !== said(row.after));
}

const namedAtMost = 5;

// A figure that is not there and one left blank say the same.
const said = (figure: Figure | null): string =>
  figure && figure.answer !== 'blank'
    ? JSON.stringify([figure.answer, figure.value, figure.qualifier, figure.shown, figure.note])
    : '';

/** The submission a reviewer looks at, for a write: the one that stands now, and that nobody else is reading. */
export async function loadForReview(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
  number: number,
  action: ReviewAction,
  takesOver = false,
): Promise<Writable> {
  const report = await loadForWrite(tx, viewer, reportId, action, 'alone');
  const { row } = report;
  // Somebody decided on another submission than the one that stands now: his page is old.
  if (row.number !== number)
    throw new InvalidError(number < row.number ? 'already-decided' : 'not-submitted');
  if (row.acceptedById !== null && row.acceptedById !== viewer.personId && !takesOver)
    throw new InvalidError('accepted-by-another', { by: row.acceptedBy! });
  return report;
}

type ReviewAction = 'report.accept' | 'report.examine' | 'report.review' | 'report.approve';

/** Nobody approves other contents than those before his eyes, nor any that differ from what was signed. */
async function refuseUnseenOrAltered(
  tx: Transaction,
  report: Writable,
  seen: string | undefined,
): Promise<void> {
  if (seen !== undefined) refuseUnseen(await readSubmitted(tx, report), seen);
  const altered = await listAltered(tx, [report.row.submissionId]);
  if (altered.length > 0) throw new InvalidError('altered-since-signed');
}

const readSubmitted = (tx: Transaction, { row }: Writable): Promise<FormContent> =>
  readFormContent(tx, {
    reportId: row.id,
    unitId: row.unitId,
    period: periodOf(row),
    number: row.number,
  });

async function notifyUnit(
  tx: Transaction,
  viewer: Viewer,
  row: Writable['row'],
  kind: 'review.approved' | 'review.returned',
  text: string | null,
): Promise<void> {
  await notify(tx, {
    unitId: row.unitId,
    roles: ['reporter', 'signatory'],
    kind,
    reportId: row.id,
    byId: viewer.personId,
    text,
  });
}

async function refuseUnknown(marks: Mark[]): Promise<void> {
  const { indicators } = await findCatalogue();
  const codes = new Set(indicators.map(({ code }) => code));
  const unknown = marks.find(({ indicator }) => !codes.has(indicator));
  if (unknown) throw new InvalidError('unknown-indicator', { indicator: unknown.indicator });
}
