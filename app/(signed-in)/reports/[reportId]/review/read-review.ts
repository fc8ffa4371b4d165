import 'server-only';
import { reviewStanding } from '@/components/review/review-standing';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listEvidence } from '@/lib/data/figures/evidence';
import { findHints } from '@/lib/data/figures/hints';
import { listDraftMarks } from '@/lib/data/review/draft-marks';
import { findThreads } from '@/lib/data/review/marks';
import { findOpenMarks } from '@/lib/data/review/open-marks';
import { findPendingBelow } from '@/lib/data/review/pending-below';
import { listReviewQueue, nextInQueue } from '@/lib/data/review/queue';
import { listReopenings } from '@/lib/data/review/reopenings';
import { compareSubmissions } from '@/lib/data/review/reviews';
import { listEvents } from '@/lib/data/report/events';
import { findReportTotals } from '@/lib/data/rollup/hand-totals';
import { findCoverScan } from '@/lib/data/submission/covers';
import { findReviewingUnit } from '@/lib/data/tree/reviewing-unit';
import { isTargetChange } from '@/lib/domain/report/report-event';
import { readForm } from '../../read-form';

/** The newest signed submission with all that is known of it, for who decides on it; null where it is not the
 *  viewer's. */
export async function readReview(reportId: string) {
  const viewer = await requireViewer();
  const newest = await readForm(reportId);
  if (!newest) return null;
  const { report } = newest;
  const handedIn = report.submissions.filter(({ signedAt }) => signedAt !== null);
  const [submission = null, before = null] = handedIn.toReversed();
  const form =
    !submission || submission.number === newest.submission.number
      ? newest
      : await readForm(reportId, submission.number);
  if (!form) return null;

  const may = (action: (typeof report.allowed)[number]) => report.allowed.includes(action);
  const standing = reviewStanding(viewer, report);
  const [queue, about, signed] = await Promise.all([
    may('report.review') || may('cell.open') || may('report.takeBack')
      ? listReviewQueue(viewer, report.period.code)
      : [],
    readReport(reportId),
    submission
      ? readSubmission(form, submission.number, before?.number ?? null)
      : { changed: [], evidence: [], scan: null, hints: new Map<string, never>() },
  ]);
  return {
    ...about,
    ...signed,
    form,
    submission,
    before,
    standing,
    reviewer: standing === 'not-yours' ? await findReviewingUnit(viewer, report.unit.id) : null,
    pending: may('report.approve') ? await findPendingBelow(viewer, reportId) : [],
    openMarks: submission?.review === null ? await findOpenMarks(viewer, form) : [],
    queue,
    nextReport: nextInQueue(queue, reportId),
    personId: viewer.personId,
    mayTakeBack: submission?.review?.by === viewer.name && may('report.takeBack'),
  };
}

/** What was said and asked about the report, over all its submissions. */
async function readReport(reportId: string) {
  const viewer = await requireViewer();
  const [drafted, threads, requests, totals, events, catalogue] = await Promise.all([
    listDraftMarks(viewer, reportId),
    findThreads(viewer, reportId),
    listReopenings(viewer, reportId),
    findReportTotals(viewer, reportId),
    listEvents(viewer, reportId),
    findCatalogue(),
  ]);
  const byCode = <T extends { code: string }>(all: readonly T[]) =>
    new Map(all.map((one) => [one.code, one]));
  return {
    ...{ drafted, threads, requests, totals },
    targetChanges: events.filter(isTargetChange),
    names: {
      indicators: byCode(catalogue.indicators),
      checks: byCode(catalogue.checks),
      sections: byCode(catalogue.sections),
    },
  };
}

type Form = NonNullable<Awaited<ReturnType<typeof readForm>>>;

async function readSubmission(form: Form, number: number, before: number | null) {
  const viewer = await requireViewer();
  const { id } = form.report;
  const [changed, evidence, scan, hints] = await Promise.all([
    before === null ? [] : compareSubmissions(viewer, id, before, number),
    listEvidence(viewer, id, number),
    findCoverScan(viewer, id, number),
    findHints(viewer, form),
  ]);
  return { changed, evidence, scan, hints };
}
