import 'server-only';
import { requireViewer } from '@/lib/auth/viewer';
import { findHints } from '@/lib/data/figures/hints';
import { listEvents } from '@/lib/data/report/events';
import { findOpenMarks } from '@/lib/data/review/open-marks';
import { findReportTotals } from '@/lib/data/rollup/hand-totals';
import { findReviewingUnit } from '@/lib/data/tree/reviewing-unit';
import type { readForm } from '../../read-form';

type Form = NonNullable<Awaited<ReturnType<typeof readForm>>>;

/** What is known of a submission before it is signed, beside its form. */
export async function readCheck(form: Form) {
  const viewer = await requireViewer();
  const { report, submission } = form;
  const isAsked = submission.sentAt === null && report.allowed.includes('report.fill');
  const [reviewer, hints, totals, openMarks, events] = await Promise.all([
    findReviewingUnit(viewer, report.unit.id),
    findHints(viewer, form),
    findReportTotals(viewer, report.id),
    submission.signedAt === null ? findOpenMarks(viewer, form) : [],
    isAsked ? listEvents(viewer, report.id) : [],
  ]);
  const last = events.find(({ kind }) => kind === 'report.sent' || kind === 'report.sentBack');
  return {
    reviewer,
    hints,
    totals,
    openMarks,
    /** Why the signatory sent it back, until it is sent again. */
    sentBack: last?.kind === 'report.sentBack' ? last : null,
  };
}
