import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { allowedActions } from '@/lib/domain/access/allowed';
import type { PeriodKind } from '@/lib/domain/tree/period';
import { can, relationOf, type Action, type Subject } from '@/lib/domain/access/policy';
import type { Coverage } from '@/lib/domain/rollup/coverage';
import { phaseOf, statusOf, type Decision, type ReportStatus } from '@/lib/domain/report/report';
import type { UnitLevel, Viewer } from '../database/access';
import type { PeriodView } from '../tree/periods';

export type { PeriodView };

/** Unit, period and newest submission of a report, as every query about reports answers them. */
export type StateRow = {
  id: string;
  madeUp: boolean;
  coverage: Coverage;
  source: string | null;
  note: string | null;
  unitId: string;
  unitCode: string;
  unitName: string;
  unitNameEn: string;
  unitLevel: UnitLevel;
  lineage: string;
  periodId: string;
  periodCode: string;
  periodKind: PeriodKind;
  fromMonth: string;
  toMonth: string;
  opensAt: Date;
  dueAt: Date;
  lateUntil: Date;
  closesAt: Date;
  submissionId: string;
  number: number;
  sentAt: Date | null;
  signedAt: Date | null;
  decision: Decision | null;
  decidedAt: Date | null;
  hasFigures: boolean;
  hasEntered: boolean;
  isCorrection: boolean;
  lockedAt: Date | null;
  lockedBy: string | null;
  lockReason: string | null;
  signatures: number;
  cosignedById: string | null;
  acceptedById: string | null;
  acceptedBy: string | null;
  acceptedAt: Date | null;
};

export type ReportState = {
  status: ReportStatus;
  phase: ReturnType<typeof phaseOf>;
  subject: Subject;
  isAccepted: boolean;
  isLocked: boolean;
  allowed: Action[];
};

/** The dates of one report; d is the alias of its report_dates. */
export const deadlineColumns = Prisma.sql`
  d."due_at" AS "dueAt", d."late_until" AS "lateUntil", d."closes_at" AS "closesAt"`;

/** Columns of a StateRow; the query around it has aliases r, u, p, d (its dates), s (newest submission), v (its review), a (who reads it).
 *  `hand`: whether the viewer's own hand is looked for only in the figures as they stand, as a list of reports may do,
 *  or also in figures that were overwritten since. */
export const stateColumns = (
  viewer: Viewer,
  hand: 'standing' | 'ever' = 'ever',
): Prisma.Sql => Prisma.sql`
  r."id", r."made_up" AS "madeUp", r."coverage"::text AS "coverage", r."source", r."note",
  u."id" AS "unitId", u."code" AS "unitCode", u."name" AS "unitName", u."name_en" AS "unitNameEn",
  u."level"::text AS "unitLevel", u."lineage",
  p."id" AS "periodId", p."code" AS "periodCode", p."kind"::text AS "periodKind",
  to_char(p."from_month", 'YYYY-MM') AS "fromMonth", to_char(p."to_month", 'YYYY-MM') AS "toMonth",
  p."opens_at" AS "opensAt", ${deadlineColumns},
  s."id" AS "submissionId", s."number", s."sent_at" AS "sentAt", s."signed_at" AS "signedAt",
  v."decision"::text AS "decision", v."decided_at" AS "decidedAt", s."is_correction" AS "isCorrection",
  r."locked_at" AS "lockedAt", r."lock_reason" AS "lockReason", (SELECT k."name" FROM "person" k WHERE k."id" = r."locked_by_id") AS "lockedBy",
  p."signatures", s."cosigned_by_id" AS "cosignedById",
  a."person_id" AS "acceptedById", (SELECT j."name" FROM "person" j WHERE j."id" = a."person_id") AS "acceptedBy", a."accepted_at" AS "acceptedAt",
  s."has_figures" AS "hasFigures",
  ${handOf(viewer, hand)} AS "hasEntered"`;

export const stateTables = Prisma.sql`
  "report" r
  JOIN "unit" u ON u."id" = r."unit_id"
  JOIN "period" p ON p."id" = r."period_id"
  JOIN "report_dates" d ON d."report_id" = r."id"
  JOIN "newest_submission" s ON s."report_id" = r."id"
  LEFT JOIN "review" v ON v."submission_id" = s."id"
  LEFT JOIN "acceptance" a ON a."submission_id" = s."id"`;

/** What follows from a row for this viewer at `now`. */
export function stateOf(viewer: Viewer, row: StateRow, now: Date): ReportState {
  const subject = {
    relation: relationOf(viewer.unit.lineage, row.lineage),
    isTop: isTop(row.lineage),
    hasEntered: row.hasEntered,
  };
  const status = statusOf(row);
  const phase = phaseOf(row, now);
  // A second submission is only ever opened by the return or the withdrawal of a signed one.
  const isReadable =
    row.signedAt !== null || row.number > 1 || can(viewer, 'report.readDraft', subject);
  const isAccepted = row.acceptedById !== null;
  const isLocked = row.lockedAt !== null;
  return {
    status,
    phase,
    subject,
    isAccepted,
    isLocked,
    allowed: allowedActions(viewer, subject, { status, phase, isReadable, isAccepted, isLocked }),
  };
}

export const periodOf = (row: StateRow): PeriodView => ({
  id: row.periodId,
  code: row.periodCode,
  kind: row.periodKind,
  from: row.fromMonth,
  to: row.toMonth,
  opensAt: row.opensAt,
  dueAt: row.dueAt,
  lateUntil: row.lateUntil,
  closesAt: row.closesAt,
  signatures: row.signatures,
});

export const unitOf = (row: StateRow) => ({
  id: row.unitId,
  code: row.unitCode,
  name: row.unitName,
  nameEn: row.unitNameEn,
  level: row.unitLevel,
  lineage: row.lineage,
  isTop: isTop(row.lineage),
});

/** A lineage of one code: no unit stands above. */
const isTop = (lineage: string): boolean => lineage.split('/').length === 3;

// Only a reviewer's own hand matters (四眼原则); nobody else's is looked up. A target set for the unit is no entry in its
// report: whoever set it may judge how it was met.
function handOf(viewer: Viewer, hand: 'standing' | 'ever'): Prisma.Sql {
  if (!viewer.roles.includes('reviewer') && !viewer.roles.includes('examiner'))
    return Prisma.sql`false`;
  const me = Prisma.sql`${viewer.personId}::uuid`;
  const overwritten = Prisma.sql`OR EXISTS (SELECT 1 FROM "event" o WHERE o."report_id" = r."id" AND o."person_id" = ${me}
      AND o."kind" IN ('figure.saved', 'note.saved', 'check.explained', 'report.sent', 'report.cosigned', 'report.signed'))`;
  return Prisma.sql`(s."sent_by_id" IS NOT DISTINCT FROM ${me} OR s."cosigned_by_id" IS NOT DISTINCT FROM ${me} OR s."signed_by_id" IS NOT DISTINCT FROM ${me}
    OR EXISTS (SELECT 1 FROM "reported_figure" f WHERE f."entered_by_id" = ${me} AND f."submission_id" = s."id")
    ${hand === 'ever' ? overwritten : Prisma.empty})`;
}
