// Why a viewer cannot decide on a report just now, as far as it can be shown.
import { can, relationOf, type Action, type Role } from '@/lib/domain/access/policy';
import type { ReportStatus } from '@/lib/domain/report/report';

export type ReviewStanding =
  | 'open'
  | 'decided'
  | 'correcting'
  | 'not-yet'
  | 'four-eyes'
  | 'not-yours'
  | 'read-by-another'
  | 'withdrawn';

type Report = {
  status: ReportStatus;
  allowed: readonly Action[];
  unit: { lineage: string; isTop: boolean };
  submission: { review: unknown; withdrawal: unknown; signedAt: Date | null };
  accepted: { isOwn: boolean } | null;
};
type Viewer = { roles: readonly Role[]; unit: { lineage: string } };

/** Where the review of a report stands for this viewer. */
export function reviewStanding(
  viewer: Viewer,
  { status, allowed, unit, submission, accepted }: Report,
): ReviewStanding {
  if (allowed.includes('report.review'))
    return accepted && !accepted.isOwn ? 'read-by-another' : 'open';
  if (status === 'approved') return 'decided';
  if (status === 'returned' || (submission.review && status !== 'submitted')) return 'correcting';
  if (status !== 'submitted') return submission.withdrawal ? 'withdrawn' : 'not-yet';
  const subject = { relation: relationOf(viewer.unit.lineage, unit.lineage), isTop: unit.isTop };
  return can(viewer, 'report.review', subject) ? 'four-eyes' : 'not-yours';
}
