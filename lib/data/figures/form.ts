import 'server-only';
import type { Section } from '@/lib/domain/catalogue/indicator';
import type { CellLock } from '@/lib/domain/report/reopened';
import type { Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { findStamp } from './changes';
import { readFormContent, type FormContent } from './form-content';
import { seenOf } from './seen';
import { findLocks } from '../report/cell-locks';
import { findReport, type ReportView, type SubmissionView } from '../report/reports';

export type { StoredFigure } from './figure-row';

export type { ExplanationView, FormRow } from './form-content';

export type FormView = FormContent & {
  report: ReportView;
  submission: SubmissionView;
  sections: Section[];
  /** Marks of the return that this submission answers. */
  marks: { indicator: string; note: string }[];
  /** What is shown, for a decision over it. */
  seen: string;
  /** Figures of a draft that may not be changed, each with the reason. */
  locks: ReadonlyMap<string, CellLock>;
};

/** A submission as a form, the newest one unless numbered; null where the viewer may not read it. */
export async function findForm(
  viewer: Viewer,
  reportId: string,
  submissionNumber?: number,
): Promise<FormView | null> {
  const report = await findReport(viewer, reportId);
  return report && formOf(report, submissionNumber ?? report.submission.number);
}

/** The newest submission as a form with the stamp of before it was read (see `findStamp`): what is explained or let off
 *  meanwhile has a stamp that differs, so that a page shows it the next time it asks. */
export async function findStampedForm(
  viewer: Viewer,
  reportId: string,
): Promise<(FormView & { stamp: string }) | null> {
  const report = await findReport(viewer, reportId);
  if (!report) return null;
  const stamp = await findStamp(report);
  const form = await formOf(report, report.submission.number);
  return form && { ...form, stamp };
}

async function formOf(report: ReportView, wanted: number): Promise<FormView | null> {
  const submission = report.submissions.find(({ number }) => number === wanted);
  if (!submission) return null;
  const { sections } = await findCatalogue();
  const [form, locks] = await Promise.all([
    readFormContent(db, {
      reportId: report.id,
      unitId: report.unit.id,
      period: report.period,
      number: submission.number,
    }),
    submission.signedAt === null
      ? findLocks(db, report.id, submission.number)
      : new Map<string, CellLock>(),
  ]);
  return {
    report,
    submission,
    sections: sections.filter(({ code }) =>
      form.rows.some(({ indicator }) => indicator.section === code),
    ),
    ...form,
    seen: seenOf(form),
    locks,
    marks:
      report.submissions.findLast(
        ({ number, review }) => number < submission.number && review?.decision === 'returned',
      )?.review?.marks ?? [],
  };
}
