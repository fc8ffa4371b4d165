// The way of a report: its status is derived from what happened, never stored.
// Draft → sent to the signatory → signed (frozen) → approved, or returned, which opens the next submission; or
// withdrawn by the unit before anybody reads it, which opens the next one as well.

export type Decision = 'approved' | 'returned';

/** The newest submission of a report, as far as status needs it. `isCorrection`: one before it was returned. */
export type SubmissionState = {
  isCorrection: boolean;
  hasFigures: boolean;
  sentAt: Date | null;
  signedAt: Date | null;
  decision: Decision | null;
};

export const statuses = [
  'not-started',
  'filling',
  'awaiting-signature',
  'submitted',
  'returned',
  'approved',
] as const;
export type ReportStatus = (typeof statuses)[number];

/** Status of a report whose newest submission is `latest`. */
export function statusOf(latest: SubmissionState): ReportStatus {
  if (latest.signedAt) return latest.decision ?? 'submitted';
  if (latest.sentAt) return 'awaiting-signature';
  if (latest.isCorrection) return 'returned';
  return latest.hasFigures ? 'filling' : 'not-started';
}

/** Figures may be written only while the newest submission is with the reporter. */
export function isOpenForEntry(status: ReportStatus): boolean {
  return status === 'not-started' || status === 'filling' || status === 'returned';
}

/** Dates of a reporting period. */
export type Deadlines = { opensAt: Date; dueAt: Date; lateUntil: Date; closesAt: Date };

export const phases = ['before', 'open', 'late', 'reviewing', 'closed'] as const;
export type Phase = (typeof phases)[number];

/** Where `now` lies in a period: figures are taken from `open` to `late`; while `reviewing` only what was returned is
 *  corrected. */
export function phaseOf(deadlines: Deadlines, now: Date): Phase {
  if (now < deadlines.opensAt) return 'before';
  if (now <= deadlines.dueAt) return 'open';
  if (now <= deadlines.lateUntil) return 'late';
  return now <= deadlines.closesAt ? 'reviewing' : 'closed';
}
