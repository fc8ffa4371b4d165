import 'server-only';
import type { Section } from '@/lib/domain/indicator';
import type { CellLock } from '@/lib/domain/reopened';
import type { Viewer } from './access';
import { findCatalogue } from './catalogue';
import { db } from './client';
import { readForm, type FormContent } from './form-content';
import { findLocks } from './locks';
import { findReport, type ReportView, type SubmissionView } from './reports';

export type { StoredFigure } from './figure-row';

export type { ExplanationView, FormRow } from './form-content';

export type FormView = FormContent & {
  report: ReportView;
  submission: SubmissionView;
  sections: Section[];
  /** Marks of the return that this submission answers. */
  marks: { indicator: string; note: string }[];
  /** Figures of a draft that may not be changed, each with the reason. */
  locks: ReadonlyMap<string, CellLock>;
};

/** A submission as a form, the newest one unless numbered; null where the viewer may not read it. */
export async function findForm(viewer: Viewer, reportId: string, submissionNumber?: number): Promise<FormView | null> {
  const report = await findReport(viewer, reportId);
  const submission = report?.submissions.find(({ number }) => number === (submissionNumber ?? report.submission.number));
  if (!report || !submission) return null;
  const { sections } = await findCatalogue();
  const [form, locks] = await Promise.all([
    readForm(db, { reportId, unitId: report.unit.id, period: report.period, number: submission.number }),
    submission.signedAt === null ? findLocks(db, reportId, submission.number) : new Map<string, CellLock>(),
  ]);
  return {
    report,
    submission,
    sections: sections.filter(({ code }) => form.rows.some(({ indicator }) => indicator.section === code)),
    ...form,
    locks,
    marks: report.submissions.findLast(({ number, review }) => number < submission.number && review?.decision === 'returned')?.review?.marks ?? [],
  };
}
