import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Coverage } from '@/lib/domain/rollup/coverage';
import type { Decision } from '@/lib/domain/report/report';
import type { PeriodKind } from '@/lib/domain/tree/period';
import { scopeSql, type UnitLevel, type Viewer } from '../database/access';
import {
  bool,
  int4,
  json,
  nullable,
  statement,
  text,
  textOf,
  texts,
  timestamptz,
  uuid,
} from '../database/statement';
import { treeSql } from '../tree/dated-tree';
import type { SubmissionRow } from './submission-view';

/** A lock as it stands in the list of those on a report. */
export type LockRow = {
  unit: string;
  unitEn: string;
  by: string | null;
  at: string;
  reason: string;
};

/** Unit, period and newest submission of a report: what its status, and what the viewer may do, follow from. Asked at
 *  every page and every save, of one report or of a country's, so in one statement each. */
export const stateRow = {
  id: uuid,
  madeUp: bool,
  coverage: textOf<Coverage>(),
  source: nullable(text),
  note: nullable(text),
  unitId: uuid,
  unitCode: text,
  unitName: text,
  unitNameEn: text,
  unitLevel: textOf<UnitLevel>(),
  lineage: text,
  periodId: uuid,
  periodCode: text,
  periodKind: textOf<PeriodKind>(),
  fromMonth: text,
  toMonth: text,
  opensAt: timestamptz,
  dueAt: timestamptz,
  lateUntil: timestamptz,
  closesAt: timestamptz,
  submissionId: uuid,
  number: int4,
  sentAt: nullable(timestamptz),
  signedAt: nullable(timestamptz),
  decision: nullable(textOf<Decision>()),
  decidedAt: nullable(timestamptz),
  isCorrection: bool,
  locks: json<LockRow[]>(),
  signatures: int4,
  cosignedById: nullable(uuid),
  acceptedById: nullable(uuid),
  acceptedBy: nullable(text),
  acceptedAt: nullable(timestamptz),
  examinedById: nullable(uuid),
  examinedBy: nullable(text),
  examinedAt: nullable(timestamptz),
  hasFigures: bool,
  hasEntered: bool,
};

type How = { hand?: 'standing' | 'ever'; plan?: 'kept' | 'once'; lock?: 'report' | 'submission' };

/** Reports that `where` chooses (aliases below). `lock` shares the newest submission, or the report with it, so that
 *  nobody moves them on meanwhile. */
export const states = statement(
  stateRow,
  (viewer: Viewer, where: Prisma.Sql, { hand, plan, lock }: How = {}) => Prisma.sql`${
    plan === 'kept' ? Prisma.sql`/* kept */` : Prisma.empty
  }
    SELECT ${stateColumns(viewer, hand)} FROM ${stateTables} WHERE ${where}
    ${lock ? locks[lock] : Prisma.empty}`,
);

const locks = {
  report: Prisma.sql`FOR SHARE OF s, r`,
  submission: Prisma.sql`FOR SHARE OF s`,
};

/** One report, if it is in the viewer's scope. */
export const reportOf = (viewer: Viewer, id: string): Prisma.Sql =>
  Prisma.sql`r."id" = ${id}::uuid AND ${scopeSql(viewer)}`;

/** Reports of a period with how much of their forms is filled in. What is asked for on every form (`always`) is counted
 *  where it lies; only what differs from form to form is answered one by one. */
export const listedReports = statement(
  {
    ...stateRow,
    chosen: texts,
    filled: int4,
    answered: texts,
    withChange: texts,
    firstSignedAt: nullable(timestamptz),
  },
  (viewer: Viewer, period: string, always: string[]) => Prisma.sql`
    SELECT ${stateColumns(viewer, 'standing')},
      ARRAY(SELECT c."indicator_code" FROM "unit_indicator" c WHERE c."unit_id" = u."id") AS "chosen",
      h."filled", h."answered", h."withChange",
      (SELECT f."signed_at" FROM "submission" f WHERE f."report_id" = r."id" AND f."number" = 1) AS "firstSignedAt"
    FROM ${stateTables}
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE f."measure" = 'level'
      AND f."indicator_code" = ANY(${always}::text[]))::int AS "filled",
        coalesce(array_agg(f."indicator_code") FILTER (WHERE f."measure" = 'level'
          AND f."indicator_code" <> ALL(${always}::text[])), '{}') AS "answered",
        coalesce(array_agg(f."indicator_code") FILTER (WHERE f."measure" <> 'level'), '{}') AS "withChange"
      FROM "reported_figure" f WHERE f."submission_id" = s."id" AND f."answer" <> 'blank') h
    WHERE p."code" = ${period} AND ${scopeSql(viewer)}
    ORDER BY u."lineage"`,
);

/** One report with all its submissions. */
export const oneReport = statement(
  { ...stateRow, submissions: json<SubmissionRow[]>() },
  (viewer: Viewer, id: string) => Prisma.sql`/* kept */
    SELECT ${stateColumns(viewer)}, (${submissionsJson(viewer)}) AS "submissions"
    FROM ${stateTables} WHERE ${reportOf(viewer, id)}`,
);

/** The return before the submission `number`, with what it marked, what was answered then and what was asked for
 *  since. */
export const returnBefore = statement(
  {
    reviewId: uuid,
    number: int4,
    opensAll: bool,
    marked: texts,
    answered: texts,
    asked: json<{ indicator: string; isGranted: boolean | null }[]>(),
  },
  (reportId: string, number: number) => Prisma.sql`/* kept */
    SELECT v."id" AS "reviewId", s."number", v."opens_all" AS "opensAll",
      ARRAY(SELECT m."indicator_code" FROM "review_mark" m WHERE m."review_id" = v."id") AS "marked",
      ARRAY(SELECT f."indicator_code" FROM "figure" f
        WHERE f."submission_id" = s."id" AND f."measure" = 'level' AND f."answer" <> 'blank') AS "answered",
      (SELECT coalesce(json_agg(json_build_object('indicator', o."indicator_code", 'isGranted', o."is_granted")),
        '[]') FROM "reopening" o WHERE o."review_id" = v."id") AS "asked"
    FROM "submission" s JOIN "review" v ON v."submission_id" = s."id" AND v."decision" = 'returned'
    WHERE s."report_id" = ${reportId}::uuid AND s."number" < ${number}
    ORDER BY s."number" DESC LIMIT 1`,
);

/** How far everybody is that stood below a unit at the end of a period. */
export const progressBelow = statement(
  {
    reportId: uuid,
    code: text,
    name: text,
    nameEn: text,
    level: textOf<UnitLevel>(),
    lineage: text,
    path: text,
    contactName: nullable(text),
    contactPhone: nullable(text),
    dueAt: timestamptz,
    lateUntil: timestamptz,
    closesAt: timestamptz,
    extendedUntil: nullable(timestamptz),
    isLocked: bool,
    isCorrection: bool,
    sentAt: nullable(timestamptz),
    signedAt: nullable(timestamptz),
    decision: nullable(textOf<Decision>()),
    firstSignedAt: nullable(timestamptz),
    hasFigures: bool,
    hasAsked: bool,
    remindedAt: nullable(timestamptz),
  },
  // Its plan cannot know how large the part of the tree is, so that it may as well be kept.
  (top: { id: string; lineage: string }, period: string) => Prisma.sql`/* kept */
    ${treeSql(top, [period], 'then')}
    SELECT r."id" AS "reportId", u."code", u."name", u."name_en" AS "nameEn", u."level"::text AS "level",
      u."lineage", t."lineage" AS "path",
      u."contact_name" AS "contactName", u."contact_phone" AS "contactPhone", ${deadlineColumns},
        r."extended_until" AS "extendedUntil", EXISTS (SELECT 1 FROM "report_lock" l WHERE l."report_id" = r."id") AS "isLocked",
      s."is_correction" AS "isCorrection", s."sent_at" AS "sentAt", s."signed_at" AS "signedAt",
        s."decision"::text AS "decision", o."signed_at" AS "firstSignedAt",
      s."signed_at" IS NULL AND s."sent_at" IS NULL AND s."has_figures" AS "hasFigures",
      EXISTS (SELECT 1 FROM "extension" x WHERE x."report_id" = r."id" AND x."granted" IS NULL) AS "hasAsked",
      (SELECT max(m."sent_at") FROM "reminder" m WHERE m."report_id" = r."id") AS "remindedAt"
    FROM "tree" t JOIN "unit" u ON u."id" = t."unit_id"
    JOIN "report" r ON r."unit_id" = u."id" AND r."period_id" = t."period_id"
    JOIN "submission" o ON o."report_id" = r."id" AND o."number" = 1
    JOIN "report_dates" d ON d."report_id" = r."id" JOIN "newest_submission" s ON s."report_id" = r."id"
    WHERE t."unit_id" <> ${top.id}::uuid
    ORDER BY t."lineage"`,
);

/** The dates of one report; d is the alias of its report_dates. */
const deadlineColumns = Prisma.sql`
  d."due_at" AS "dueAt", d."late_until" AS "lateUntil", d."closes_at" AS "closesAt"`;

/** The columns of `stateRow`; the query around it has aliases r, u, p, d (its dates), s (newest submission), v (its
 *  review), a (who reads it). `hand`: whether the viewer's own hand is looked for only in the figures as they stand,
 *  as a list of reports may do, or also in figures that were overwritten since. */
const stateColumns = (viewer: Viewer, hand: 'standing' | 'ever' = 'ever'): Prisma.Sql => Prisma.sql`
  r."id", r."made_up" AS "madeUp", r."coverage"::text AS "coverage", r."source", r."note",
  u."id" AS "unitId", u."code" AS "unitCode", u."name" AS "unitName", u."name_en" AS "unitNameEn",
  u."level"::text AS "unitLevel", u."lineage",
  p."id" AS "periodId", p."code" AS "periodCode", p."kind"::text AS "periodKind",
  to_char(p."from_month", 'YYYY-MM') AS "fromMonth", to_char(p."to_month", 'YYYY-MM') AS "toMonth",
  p."opens_at" AS "opensAt", ${deadlineColumns},
  s."id" AS "submissionId", s."number", s."sent_at" AS "sentAt", s."signed_at" AS "signedAt",
  v."decision"::text AS "decision", v."decided_at" AS "decidedAt", s."is_correction" AS "isCorrection",
  (SELECT coalesce(json_agg(json_build_object('unit', k."name", 'unitEn', k."name_en",
      'by', (SELECT h."name" FROM "person" h WHERE h."id" = l."person_id"), 'at', l."locked_at", 'reason', l."reason")
      ORDER BY l."locked_at", k."lineage"), '[]')
    FROM "report_lock" l JOIN "unit" k ON k."id" = l."unit_id" WHERE l."report_id" = r."id") AS "locks",
  p."signatures", s."cosigned_by_id" AS "cosignedById",
  a."person_id" AS "acceptedById", (SELECT j."name" FROM "person" j
    WHERE j."id" = a."person_id") AS "acceptedBy", a."accepted_at" AS "acceptedAt",
  e."person_id" AS "examinedById", (SELECT j."name" FROM "person" j
    WHERE j."id" = e."person_id") AS "examinedBy", e."passed_at" AS "examinedAt",
  s."has_figures" AS "hasFigures",
  ${handOf(viewer, hand)} AS "hasEntered"`;

const stateTables = Prisma.sql`
  "report" r
  JOIN "unit" u ON u."id" = r."unit_id"
  JOIN "period" p ON p."id" = r."period_id"
  JOIN "report_dates" d ON d."report_id" = r."id"
  JOIN "newest_submission" s ON s."report_id" = r."id"
  LEFT JOIN "review" v ON v."submission_id" = s."id"
  LEFT JOIN "acceptance" a ON a."submission_id" = s."id"
  LEFT JOIN "examination" e ON e."submission_id" = s."id"`;

const submissionsJson = (viewer: Viewer) => Prisma.sql`
  SELECT json_agg(json_build_object('number', e."number", 'createdAt', e."created_at",
      'sentAt', e."sent_at", 'sentBy', sender."name", 'cosignedAt', e."cosigned_at",
      'cosignedBy', (SELECT k."name" FROM "person" k WHERE k."id" = e."cosigned_by_id"),
      'isCosignedByViewer', coalesce(e."cosigned_by_id" = ${viewer.personId}::uuid, false), 'signedAt', e."signed_at",
        'signedBy', signer."name",
      'review', CASE WHEN w."id" IS NOT NULL THEN json_build_object('decision', w."decision", 'reason', w."reason",
        'by', judge."name",
        'at', w."decided_at", 'opensAll', w."opens_all", 'marks',
          (SELECT coalesce(json_agg(json_build_object('indicator', m."indicator_code", 'note', m."note")
          ORDER BY m."indicator_code"), '[]') FROM "review_mark" m WHERE m."review_id" = w."id")) END,
      'withdrawal', (SELECT json_build_object('reason', b."reason", 'by', h."name", 'at', b."withdrawn_at")
        FROM "withdrawal" b
        JOIN "person" h ON h."id" = b."person_id" WHERE b."submission_id" = e."id")) ORDER BY e."number")
  FROM "submission" e
  LEFT JOIN "person" sender ON sender."id" = e."sent_by_id"
  LEFT JOIN "person" signer ON signer."id" = e."signed_by_id"
  LEFT JOIN "review" w ON w."submission_id" = e."id"
  LEFT JOIN "person" judge ON judge."id" = w."person_id"
  WHERE e."report_id" = r."id"`;

// Only a reviewer's own hand matters (四眼原则); nobody else's is looked up. A target set for the unit is no
// entry in its report: whoever set it may judge how it was met.
function handOf(viewer: Viewer, hand: 'standing' | 'ever'): Prisma.Sql {
  if (!viewer.roles.includes('reviewer') && !viewer.roles.includes('examiner'))
    return Prisma.sql`false`;
  const me = Prisma.sql`${viewer.personId}::uuid`;
  const overwritten = Prisma.sql`OR EXISTS (SELECT 1 FROM "event" o
    WHERE o."report_id" = r."id" AND o."person_id" = ${me}
      AND o."kind" IN ('figure.saved', 'note.saved', 'check.explained', 'report.sent', 'report.cosigned',
        'report.signed'))`;
  return Prisma.sql`(s."sent_by_id" IS NOT DISTINCT FROM ${me} OR s."cosigned_by_id" IS NOT DISTINCT FROM ${me}
    OR s."signed_by_id" IS NOT DISTINCT FROM ${me}
    OR EXISTS (SELECT 1 FROM "reported_figure" f WHERE f."entered_by_id" = ${me} AND f."submission_id" = s."id")
    ${hand === 'ever' ? overwritten : Prisma.empty})`;
}
