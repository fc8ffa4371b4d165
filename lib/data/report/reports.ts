import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { alwaysAsked, askedCodes } from '@/lib/domain/catalogue/form-indicators';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import { can, type Action } from '@/lib/domain/access/policy';
import { isLate } from '@/lib/domain/report/progress';
import type { Coverage } from '@/lib/domain/rollup/coverage';
import type { Decision, ReportStatus, phaseOf } from '@/lib/domain/report/report';
import { isId, scopeSql, type UnitLevel, type Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import {
  periodOf,
  stateColumns,
  stateOf,
  stateTables,
  unitOf,
  type PeriodView,
  type StateRow,
} from './report-state';

export type { PeriodView } from './report-state';

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
  allowed: Action[];
};

export type SubmissionView = {
  number: number;
  createdAt: Date;
  sentAt: Date | null;
  sentBy: string | null;
  /** The first of two signatures, where the period asks for two. */
  cosignedAt: Date | null;
  cosignedBy: string | null;
  isCosignedByViewer: boolean;
  signedAt: Date | null;
  signedBy: string | null;
  review: {
    decision: Decision;
    reason: string | null;
    by: string;
    at: Date;
    opensAll: boolean;
    marks: { indicator: string; note: string }[];
  } | null;
  /** Taken back by the unit before anybody read it. */
  withdrawal: { reason: string; by: string; at: Date } | null;
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
  lock: { by: string; at: Date; reason: string } | null;
  /** How many signatories of the unit sign it. */
  signatures: number;
  /** Who is reading the newest submission, and since when. */
  accepted: { by: string; at: Date; isOwn: boolean } | null;
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
  type Row = StateRow & {
    filled: number;
    chosen: string[];
    answered: string[];
    withChange: string[];
    firstSignedAt: Date | null;
  };
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${stateColumns(viewer, 'standing')},
      ARRAY(SELECT c."indicator_code" FROM "unit_indicator" c WHERE c."unit_id" = u."id") AS "chosen",
      h."filled", h."answered", h."withChange",
      (SELECT f."signed_at" FROM "submission" f WHERE f."report_id" = r."id" AND f."number" = 1) AS "firstSignedAt"
    FROM ${stateTables}
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE f."measure" = 'level' AND f."indicator_code" = ANY(${always}::text[]))::int AS "filled",
        coalesce(array_agg(f."indicator_code") FILTER (WHERE f."measure" = 'level' AND f."indicator_code" <> ALL(${always}::text[])), '{}') AS "answered",
        coalesce(array_agg(f."indicator_code") FILTER (WHERE f."measure" <> 'level'), '{}') AS "withChange"
      FROM "reported_figure" f WHERE f."submission_id" = s."id" AND f."answer" <> 'blank') h
    WHERE p."code" = ${periodCode} AND ${scopeSql(viewer)}
    ORDER BY u."lineage"`;
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
      // Late is who handed in late the first time, not who is asked to correct.
      isLate: (row.firstSignedAt ?? now) > row.dueAt,
      allowed,
    };
  });
}

/** One report, or null where the viewer may not see it or there is nothing in it that he may read. */
export async function findReport(viewer: Viewer, reportId: string): Promise<ReportView | null> {
  if (!isId(reportId) || viewer.roles.length === 0) return null;
  const [row] = await db.$queryRaw<(StateRow & { submissions: SubmissionRow[] })[]>`/* kept */
    SELECT ${stateColumns(viewer)}, (${submissionsJson(viewer)}) AS "submissions"
    FROM ${stateTables}
    WHERE r."id" = ${reportId}::uuid AND ${scopeSql(viewer)}`;
  return row ? reportView(viewer, row) : null;
}

type SubmissionRow = Omit<
  SubmissionView,
  'createdAt' | 'sentAt' | 'cosignedAt' | 'signedAt' | 'review' | 'withdrawal'
> & {
  createdAt: string;
  sentAt: string | null;
  cosignedAt: string | null;
  signedAt: string | null;
  review: (Omit<NonNullable<SubmissionView['review']>, 'at'> & { at: string }) | null;
  withdrawal: { reason: string; by: string; at: string } | null;
};

const submissionsJson = (viewer: Viewer) => Prisma.sql`
  SELECT json_agg(json_build_object('number', e."number", 'createdAt', e."created_at",
      'sentAt', e."sent_at", 'sentBy', sender."name", 'cosignedAt', e."cosigned_at",
      'cosignedBy', (SELECT k."name" FROM "person" k WHERE k."id" = e."cosigned_by_id"),
      'isCosignedByViewer', coalesce(e."cosigned_by_id" = ${viewer.personId}::uuid, false), 'signedAt', e."signed_at", 'signedBy', signer."name",
      'review', CASE WHEN w."id" IS NOT NULL THEN json_build_object('decision', w."decision", 'reason', w."reason", 'by', judge."name",
        'at', w."decided_at", 'opensAll', w."opens_all", 'marks', (SELECT coalesce(json_agg(json_build_object('indicator', m."indicator_code", 'note', m."note")
          ORDER BY m."indicator_code"), '[]') FROM "review_mark" m WHERE m."review_id" = w."id")) END,
      'withdrawal', (SELECT json_build_object('reason', b."reason", 'by', h."name", 'at', b."withdrawn_at") FROM "withdrawal" b
        JOIN "person" h ON h."id" = b."person_id" WHERE b."submission_id" = e."id")) ORDER BY e."number")
  FROM "submission" e
  LEFT JOIN "person" sender ON sender."id" = e."sent_by_id"
  LEFT JOIN "person" signer ON signer."id" = e."signed_by_id"
  LEFT JOIN "review" w ON w."submission_id" = e."id"
  LEFT JOIN "person" judge ON judge."id" = w."person_id"
  WHERE e."report_id" = r."id"`;

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
    lock: row.lockedAt && {
      by: row.lockedBy ?? '',
      at: row.lockedAt,
      reason: row.lockReason ?? '',
    },
    accepted:
      row.acceptedBy !== null && row.acceptedAt && row.decision === null
        ? { by: row.acceptedBy, at: row.acceptedAt, isOwn: row.acceptedById === viewer.personId }
        : null,
  };
}

const date = (text: string | null): Date | null => (text === null ? null : new Date(text));

function submissionView({
  createdAt,
  sentAt,
  cosignedAt,
  signedAt,
  review,
  withdrawal,
  ...rest
}: SubmissionRow): SubmissionView {
  return {
    ...rest,
    createdAt: new Date(createdAt),
    sentAt: date(sentAt),
    cosignedAt: date(cosignedAt),
    signedAt: date(signedAt),
    review: review && { ...review, at: new Date(review.at) },
    withdrawal: withdrawal && { ...withdrawal, at: new Date(withdrawal.at) },
  };
}
