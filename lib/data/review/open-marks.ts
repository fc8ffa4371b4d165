import 'server-only';
import { openMarks } from '@/lib/domain/report/marks';
import type { Viewer } from '../database/access';
import type { FormView } from '../figures/form';
import { findThreads } from './marks';
import { compareSubmissions, type Mark } from './reviews';

/** Marks of the last return before a submission that the unit neither changed nor answered, in the order they were
 *  made; not-found where the viewer may not read the report. */
export async function findOpenMarks(
  viewer: Viewer,
  { report, submission, marks, rows }: Pick<FormView, 'report' | 'submission' | 'marks' | 'rows'>,
): Promise<Mark[]> {
  const returned = report.submissions.findLast(
    ({ number, review }) => number < submission.number && review?.decision === 'returned',
  );
  if (!returned || marks.length === 0) return [];
  const [changed, threads] = await Promise.all([
    compareSubmissions(viewer, report.id, returned.number, submission.number),
    findThreads(viewer, report.id),
  ]);
  const open = new Set(
    openMarks(
      marks,
      new Set(changed.map(({ indicator }) => indicator.code)),
      rows.map(({ indicator }) => indicator),
      threads,
    ),
  );
  return marks.filter(({ indicator }) => open.has(indicator));
}
