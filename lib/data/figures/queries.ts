import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { CheckValues } from '@/lib/domain/checks/explanation';
import type { FigureKey } from '@/lib/domain/figure/figure';
import type { PeriodKind } from '@/lib/domain/tree/period';
import type { UnitLevel } from '@/lib/domain/tree/unit';
import { scopeSql, type Viewer } from '../database/access';
import { bool, int4, json, nullable, statement, text, textOf, uuid } from '../database/statement';
import { figureColumns, figureRow, storedFigureColumns, storedFigureRow } from './figure-row';
import type { StoredNote } from './work-notes';

/** Whether the server keeps the plan: for the few submissions of one unit, not for a part of the tree (decision 027). */
type Plan = 'kept' | 'once';
const planned = (plan: Plan) => (plan === 'kept' ? Prisma.sql`/* kept */` : Prisma.empty);

/** Explanations whose figures are still those that were explained, compared where both lie. */
export const explanations = statement(
  { submissionId: uuid, checkCode: text, text, by: text },
  (submissionIds: readonly string[], plan: Plan) => Prisma.sql`${planned(plan)}
    SELECT x."submission_id" AS "submissionId", x."check_code" AS "checkCode", x."text", w."name" AS "by"
    FROM "explanation" x JOIN "person" w ON w."id" = x."person_id"
    WHERE x."submission_id" = ANY(${[...submissionIds]}::uuid[]) AND NOT EXISTS (
      SELECT 1 FROM jsonb_each_text(x."values") v
      LEFT JOIN "figure" f ON f."submission_id" = x."submission_id" AND f."measure" = 'level' AND f."indicator_code" = split_part(v."key", '@', 1)
      WHERE split_part(v."key", '@', 2) = '0' AND f."value" IS DISTINCT FROM v."value"::numeric)
    ORDER BY x."check_code", x."submission_id"`,
);

/** The same of totals that were entered by hand. */
export const totalExplanations = statement(
  { submissionId: uuid, indicatorCode: text, text, by: text, sum: text },
  (submissionIds: readonly string[], plan: Plan) => Prisma.sql`${planned(plan)}
    SELECT x."submission_id" AS "submissionId", x."indicator_code" AS "indicatorCode", x."text", w."name" AS "by", x."values"->>'sum' AS "sum"
    FROM "roll_up_explanation" x JOIN "person" w ON w."id" = x."person_id"
    JOIN "figure" f ON f."submission_id" = x."submission_id" AND f."indicator_code" = x."indicator_code" AND f."measure" = 'level'
    WHERE x."submission_id" = ANY(${[...submissionIds]}::uuid[]) AND f."value" = (x."values"->>'entered')::numeric
    ORDER BY x."indicator_code", x."submission_id"`,
);

/** The figures of one submission as its form shows them; asked at every page of a report and at every save that checks it. */
export const formFigures = statement(
  storedFigureRow,
  (reportId: string, number: number) => Prisma.sql`/* kept */
    SELECT ${storedFigureColumns}
    FROM "submission" s JOIN "figure" f ON f."submission_id" = s."id" JOIN "person" h ON h."id" = f."entered_by_id"
    WHERE s."report_id" = ${reportId}::uuid AND s."number" = ${number}`,
);

/** What the same unit handed in for another period, which stands beside these figures. */
export const formerFigures = statement(
  { ...figureRow, reportId: uuid, number: int4, madeUp: bool },
  (unitId: string, before: string) => Prisma.sql`/* kept */
    SELECT ${figureColumns}, r."id" AS "reportId", s."number", r."made_up" AS "madeUp"
    FROM "report" r JOIN "period" p ON p."id" = r."period_id"
    JOIN "speaking_submission" s ON s."report_id" = r."id" AND s."standing" <> 'draft'
    JOIN "figure" f ON f."submission_id" = s."id" AND f."measure" = 'level'
    WHERE r."unit_id" = ${unitId}::uuid AND p."code" = ${before}`,
);

/** What stands beside the figures of one submission: five short lists in one answer. */
export const formAside = statement(
  {
    unit: json<{ level: UnitLevel; lineage: string }>(),
    waived: json<{ check: string; values: CheckValues }[]>(),
    chosen: json<string[]>(),
    explanations:
      json<{ check: string; text: string; by: string; at: string; values: CheckValues }[]>(),
    notes: json<(Omit<StoredNote, 'at'> & { at: string })[]>(),
    files: json<{ indicator: string; file: string }[]>(),
  },
  (reportId: string, unitId: string, number: number) => Prisma.sql`/* kept */
    SELECT
      (SELECT json_build_object('level', u."level", 'lineage', u."lineage") FROM "unit" u WHERE u."id" = ${unitId}::uuid) AS "unit",
      (SELECT coalesce(json_agg(json_build_object('check', w."check_code", 'values', w."values")), '[]')
        FROM "waiver" w WHERE w."report_id" = ${reportId}::uuid AND w."decision" = 'granted') AS "waived",
      (SELECT coalesce(json_agg(c."indicator_code"), '[]') FROM "unit_indicator" c WHERE c."unit_id" = ${unitId}::uuid) AS "chosen",
      (SELECT coalesce(json_agg(json_build_object('check', x."check_code", 'text', x."text", 'by', h."name", 'at', x."written_at",
          'values', x."values") ORDER BY x."check_code"), '[]')
        FROM "submission" s JOIN "explanation" x ON x."submission_id" = s."id" JOIN "person" h ON h."id" = x."person_id"
        WHERE s."report_id" = ${reportId}::uuid AND s."number" = ${number}) AS "explanations",
      (SELECT coalesce(json_agg(json_build_object('section', n."section_code", 'kind', n."kind", 'text', n."text", 'revision', n."revision",
          'by', h."name", 'at', n."written_at") ORDER BY n."section_code", n."kind"), '[]')
        FROM "submission" s JOIN "work_note" n ON n."submission_id" = s."id" JOIN "person" h ON h."id" = n."written_by_id"
        WHERE s."report_id" = ${reportId}::uuid AND s."number" = ${number}) AS "notes",
      (SELECT coalesce(json_agg(json_build_object('indicator', v."indicator_code", 'file', v."file_id")), '[]')
        FROM "submission" s JOIN "evidence" v ON v."submission_id" = s."id"
        WHERE s."report_id" = ${reportId}::uuid AND s."number" = ${number}) AS "files"`,
);

/** A digest of what is let off, opened, explained and put behind figures; asked every few seconds by every open page, and
 *  nothing of it leaves the server. */
export const stampOf = statement(
  { rest: text },
  (id: string, number: number) => Prisma.sql`
    SELECT md5(concat(
      (SELECT string_agg(w."check_code" || coalesce(w."decision"::text, '?'), ',' ORDER BY w."check_code") FROM "waiver" w WHERE w."report_id" = ${id}::uuid), '/',
      (SELECT string_agg(v."id"::text || v."opens_all" || coalesce((SELECT string_agg(o."indicator_code" || coalesce(o."is_granted"::text, '?'), ',' ORDER BY o."indicator_code")
          FROM "reopening" o WHERE o."review_id" = v."id"), ''), ',' ORDER BY v."id")
        FROM "review" v JOIN "submission" s ON s."id" = v."submission_id" WHERE s."report_id" = ${id}::uuid), '/',
      (SELECT string_agg(x."check_code" || x."written_at", ',' ORDER BY x."check_code") FROM "explanation" x JOIN "submission" s ON s."id" = x."submission_id"
        WHERE s."report_id" = ${id}::uuid AND s."number" = ${number}), '/',
      (SELECT string_agg(e."id"::text, ',' ORDER BY e."id") FROM "evidence" e JOIN "submission" s ON s."id" = e."submission_id"
        WHERE s."report_id" = ${id}::uuid AND s."number" = ${number}))) AS "rest"`,
);

/** Who entered, signed and approved what stands in these submissions, with days as the offices have them. */
export const originsOf = statement(
  {
    ...figureRow,
    unit: text,
    unitName: text,
    lineage: text,
    period: text,
    periodKind: textOf<PeriodKind>(),
    fromMonth: text,
    toMonth: text,
    submission: int4,
    madeUp: bool,
    isSigned: bool,
    enteredBy: text,
    enteredOn: text,
    signedBy: nullable(text),
    signedOn: nullable(text),
    approvedBy: nullable(text),
    approvedOn: nullable(text),
  },
  (viewer: Viewer, keys: FigureKey[]) => Prisma.sql`
    SELECT ${figureColumns}, u."code" AS "unit", u."name" AS "unitName", u."lineage", p."code" AS "period", p."kind"::text AS "periodKind",
      to_char(p."from_month", 'YYYY-MM') AS "fromMonth", to_char(p."to_month", 'YYYY-MM') AS "toMonth",
      s."number" AS "submission", r."made_up" AS "madeUp", s."signed_at" IS NOT NULL AS "isSigned",
      h."name" AS "enteredBy", to_char(f."entered_at" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "enteredOn",
      signer."name" AS "signedBy", to_char(s."signed_at" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "signedOn",
      judge."name" AS "approvedBy", to_char(v."decided_at" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "approvedOn"
    FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS k("unit" text, "period" text, "submission" int)
    JOIN "unit" u ON u."code" = k."unit" AND ${scopeSql(viewer)}
    JOIN "period" p ON p."code" = k."period"
    JOIN "report" r ON r."unit_id" = u."id" AND r."period_id" = p."id"
    JOIN "submission" s ON s."report_id" = r."id" AND s."number" = k."submission"
    JOIN "figure" f ON f."submission_id" = s."id" AND f."answer" = 'number'
    JOIN "person" h ON h."id" = f."entered_by_id"
    LEFT JOIN "person" signer ON signer."id" = s."signed_by_id"
    LEFT JOIN "review" v ON v."submission_id" = s."id" AND v."decision" = 'approved'
    LEFT JOIN "person" judge ON judge."id" = v."person_id"`,
);
