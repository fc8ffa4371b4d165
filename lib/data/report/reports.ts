import 'server-only';
import { alwaysAsked, askedCodes } from '@/lib/domain/catalogue/form-indicators';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import { can, type Action } from '@/lib/domain/access/policy';
import { isLate, isCountedLate } from '@/lib/domain/report/progress';
import type { Coverage } from '@/lib/domain/rollup/coverage';
import type { ReportStatus, phaseOf } from '@/lib/domain/report/report';
import { isId, type UnitLevel, type Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { listedReports, oneReport } from './queries';
import { submissionView, type SubmissionRow, type SubmissionView } from './submission-view';
import { periodOf, stateOf, unitOf, type PeriodView, type StateRow } from './report-state';

export type { PeriodView } from './report-state';
export type { SubmissionView } from './submission-view';

/** Who passed the preliminary review of a submission, and when. */
export type Examined = { by: string; at: Date; isOwn: boolean };

export type ReportRow = {
  id: string;
  unit: { code: string; name: string; nameEn: string; level: UnitLevel; lineage: string };
  period: PeriodView;
  status: ReportStatus;
  submission: number;
  filled: number;
  expected: number;
  madeUp: boolean;
  sentAt: Date | null;
  signedAt: Date | null;
  decidedAt: Date | null;
  isLate: boolean;
  isLocked: boolean;
  /** Who is reading the submission (受理). */
  acceptedBy: string | null;
  /** Who passed its preliminary review (初审通过), while nobody has decided. */
  examined: Examined | null;
  isReadByViewer: boolean;
  allowed: Action[];
};

export type ReportView = {
  id: string;
  unit: {
    id: string;
    code: string;
    name: string;
    nameEn: string;
    level: UnitLevel;
    lineage: string;
    isTop: boolean;
  };
  period: PeriodView;
  phase: ReturnType<typeof phaseOf>;
  madeUp: boolean;
  source: string | null;
  note: string | null;
  coverage: Coverage;
  /** Handed in for the first time after it was due (迟报). */
  isLate: boolean;
  status: ReportStatus;
  /** Locked by a unit above (锁定): by whom, since when, why. */
  /** The locks that stand on it, side by side, the earliest first. */
  locks: { unit: { name: string; nameEn: string }; by: string; at: Date; reason: string }[];
  /** How many signatories of the unit sign it. */
  signatures: number;
  /** Who is reading the newest submission, and since when. */
  accepted: { by: string; at: Date; isOwn: boolean } | null;
  examined: Examined | null;
  /** What this viewer may do now: policy, status and dates together. */
  allowed: Action[];
  /** The newest submission the viewer may read. */
  submission: SubmissionView;
  /** All he may read, oldest first. */
  submissions: SubmissionView[];
};

/** Reports of a period, of the viewer's unit and those below, in the order of the unit tree.
 *  `report.read` stands in `allowed` where there is a submission to read. */
export async function listReports(viewer: Viewer, periodCode: string): Promise<ReportRow[]> {
  if (!parsePeriodCode(periodCode) || !can(viewer, 'report.list', { relation: 'own' })) return [];
  const { indicators } = await findCatalogue();
  // What is asked for on every form is counted where it lies; only what differs from form to form is read one by one.
  const always = alwaysAsked(indicators);
  const isAlways = new Set(always);
  const rows = await listedReports.read(db, viewer, periodCode, always);
  const now = new Date();
  return rows.map((row) => {
    const { status, allowed, isLocked } = stateOf(viewer, row, now);
    const answered = new Set(row.answered);
    const asked = askedCodes(
      indicators,
      new Set(row.chosen),
      new Set([...row.answered, ...row.withChange]),
    );
    return {
      id: row.id,
      unit: unitOf(row),
      period: periodOf(row),
      status,
      submission: row.number,
      filled: row.filled + asked.filter((code) => !isAlways.has(code) && answered.has(code)).length,
      expected: asked.length,
      madeUp: row.madeUp,
      sentAt: row.sentAt,
      signedAt: row.signedAt,
      decidedAt: row.decidedAt,
      isLocked,
      acceptedBy: row.decision === null ? row.acceptedBy : null,
      isReadByViewer: row.acceptedById === viewer.personId,
      examined: examinedOf(viewer, row),
      // Late is who handed in late the first time, not who is asked to correct.
      isLate: isCountedLate(row, now),
      allowed,
    };
  });
}

/** One report, or null where the viewer may not see it or there is nothing in it that he may read. */
export async function findReport(viewer: Viewer, reportId: string): Promise<ReportView | null> {
  if (!isId(reportId) || viewer.roles.length === 0) return null;
  const [row] = await oneReport.read(db, viewer, reportId);
  return row ? reportView(viewer, row) : null;
}

function reportView(
  viewer: Viewer,
  row: StateRow & { submissions: SubmissionRow[] },
): ReportView | null {
  const { status, phase, subject, allowed } = stateOf(viewer, row, new Date());
  const readsDrafts = can(viewer, 'report.readDraft', subject);
  const submissions = row.submissions
    .map(submissionView)
    .filter(({ signedAt }) => signedAt || readsDrafts);
  const submission = submissions.at(-1);
  if (!submission) return null;
  return {
    id: row.id,
    unit: unitOf(row),
    period: periodOf(row),
    phase,
    madeUp: row.madeUp,
    source: row.source,
    note: row.note,
    coverage: row.coverage,
    isLate: isLate({ firstSignedAt: submissions[0]?.signedAt ?? null, dueAt: row.dueAt }),
    status,
    allowed,
    submission,
    submissions,
    signatures: row.signatures,
    locks: row.locks.map(({ unit, unitEn, by, at, reason }) => ({
      ...{ unit: { name: unit, nameEn: unitEn }, by: by ?? '', at: new Date(at), reason },
    })),
    accepted:
      row.acceptedBy !== null && row.acceptedAt && row.decision === null
        ? { by: row.acceptedBy, at: row.acceptedAt, isOwn: row.acceptedById === viewer.personId }
        : null,
    examined: examinedOf(viewer, row),
  };
}

const examinedOf = (viewer: Viewer, row: StateRow): Examined | null =>
  row.examinedBy !== null && row.examinedAt && row.signedAt
    ? { by: row.examinedBy, at: row.examinedAt, isOwn: row.examinedById === viewer.personId }
    : null;
