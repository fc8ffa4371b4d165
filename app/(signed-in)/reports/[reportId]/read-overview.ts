import 'server-only';
import { sectionProgress } from '@/components/board/section-progress';
import { requireViewer } from '@/lib/auth/viewer';
import { countProposals } from '@/lib/data/interface/proposals';
import { findThreads } from '@/lib/data/review/marks';
import { listReopenings } from '@/lib/data/review/reopenings';
import { compareSubmissions } from '@/lib/data/review/reviews';
import { untouchedMarks } from '@/lib/domain/report/marks';
import { readinessOf } from '@/lib/domain/report/readiness';
import { readForm } from '../read-form';

/** A report as a list of tasks; null where it is not the viewer's to see. */
export async function readOverview(reportId: string) {
  const [viewer, form] = [await requireViewer(), await readForm(reportId)];
  if (!form) return null;
  const { report, rows, marks, submission } = form;
  const isReturned = report.status === 'returned';
  const [threads, requests, proposals] = await Promise.all([
    isReturned ? findThreads(viewer, reportId) : new Map<string, never>(),
    isReturned ? listReopenings(viewer, reportId) : [],
    report.allowed.includes('report.fill') ? countProposals(viewer, reportId) : 0,
  ]);
  const isDraft = submission.signedAt === null;
  return {
    form,
    threads,
    requests,
    proposals,
    isDraft,
    isOwn: report.unit.code === viewer.unit.code,
    sections: sectionProgress(
      form.sections,
      rows,
      isDraft ? await openTasks(form) : [],
      isDraft ? marks : [],
    ),
  };
}

type Form = NonNullable<Awaited<ReturnType<typeof readForm>>>;

/** What is still to be done in a draft: checks that fail, checks without explanation, marks without answer. */
async function openTasks(form: Form) {
  const { report, rows, marks, submission } = form;
  const { failing, unexplained } = readinessOf(
    rows,
    form.checks,
    form.explanations,
    form.previousPeriod !== null,
    form.waived,
  );
  const answered = report.submissions.findLast(({ review }) => review?.decision === 'returned');
  const changed =
    answered && marks.length > 0
      ? await compareSubmissions(
          await requireViewer(),
          report.id,
          answered.number,
          submission.number,
        )
      : [];
  const untouched = untouchedMarks(
    marks,
    new Set(changed.map(({ indicator }) => indicator.code)),
    rows.map(({ indicator }) => indicator),
  );
  return [...failing, ...unexplained, ...untouched.map((code) => ({ cells: [code] }))];
}
