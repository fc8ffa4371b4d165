import 'server-only';
import {
  isMarked,
  isShown,
  reviewRows,
  type ReviewRow,
  type RowFilter,
} from '@/components/review/review-rows';
import { reviewStanding } from '@/components/review/review-standing';
import { requireViewer } from '@/lib/auth/viewer';
import { listEvidence } from '@/lib/data/figures/evidence';
import { findHints } from '@/lib/data/figures/hints';
import { findHistories } from '@/lib/data/figures/histories';
import { findPeers } from '@/lib/data/figures/peer-figures';
import { findSiblings } from '@/lib/data/figures/sibling-figures';
import { listDraftMarks } from '@/lib/data/review/draft-marks';
import { findThreads } from '@/lib/data/review/marks';
import { listReviewQueue, nextInQueue } from '@/lib/data/review/queue';
import { listReopenings } from '@/lib/data/review/reopenings';
import { compareSubmissions } from '@/lib/data/review/reviews';
import { readForm } from '../../../read-form';

/** One figure of a submission, the list it stands in, and what is known and said of it; null where it is not there. */
export async function readFigure(reportId: string, code: string, filter: RowFilter) {
  const [viewer, form] = [await requireViewer(), await readForm(reportId)];
  const at = form?.rows.find(({ indicator }) => indicator.code === code);
  if (!form || !at) return null;
  const { report, submission } = form;
  const before =
    report.submissions.findLast(
      ({ number, signedAt }) => signedAt !== null && number < submission.number,
    ) ?? null;
  const [threads, drafted, requests, changed, hints, queue] = await Promise.all([
    findThreads(viewer, reportId),
    listDraftMarks(viewer, reportId),
    listReopenings(viewer, reportId),
    before ? compareSubmissions(viewer, reportId, before.number, submission.number) : [],
    findHints(viewer, form),
    report.allowed.includes('report.review') ? listReviewQueue(viewer, report.period.code) : [],
  ]);
  const [given, last] = [submission.review?.marks, before?.review?.marks];
  const rows = reviewRows(form, { given, last, changed, drafted, threads, hints });
  const asked = new Set(
    requests.flatMap(({ indicator, isGranted }) => (isGranted === null ? indicator : [])),
  );
  const shown = rows.filter((one) => isShown(one, filter) || one.indicator.code === code);
  const place = shown.findIndex(({ indicator }) => indicator.code === code);
  const isFlagged = (one: ReviewRow) =>
    one.checks.length > 0 ||
    one.hint !== null ||
    asked.has(one.indicator.code) ||
    one.changedFrom !== null ||
    isMarked(one);
  return {
    form,
    row: { ...shown[place]!, target: at.target, limit: at.limit },
    rows,
    hints,
    asked,
    hasBefore: before !== null,
    place: { at: place + 1, count: shown.length },
    previous: shown[place - 1]?.indicator.code ?? null,
    next: shown[place + 1]?.indicator.code ?? null,
    nextFlagged: shown.slice(place + 1).find(isFlagged)?.indicator.code ?? null,
    nextReport: nextInQueue(queue, reportId),
    request: requests.findLast(({ indicator }) => indicator === code) ?? null,
    canMark: reviewStanding(viewer, report) === 'open',
    ...(await readSurroundings(form, code)),
  };
}

type Form = NonNullable<Awaited<ReturnType<typeof readForm>>>;

/** The figure's own years, what stands behind it, and what units beside it report. */
async function readSurroundings({ report, submission }: Form, code: string) {
  const viewer = await requireViewer();
  const [histories, evidence, siblings, peers] = await Promise.all([
    findHistories(viewer, report.id, [code]),
    listEvidence(viewer, report.id, submission.number),
    findSiblings(viewer, report.id, code),
    findPeers(viewer, report),
  ]);
  return {
    history: histories.get(code) ?? [],
    evidence: evidence.filter(({ indicator }) => indicator === code),
    siblings,
    peer: peers.get(code) ?? null,
  };
}
