import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { WorkNote } from '@/lib/domain/comparison/source';
import type { CheckValues } from '@/lib/domain/checks/explanation';
import type { Answer } from '@/lib/domain/figure/figure';
import type { UnitLevel } from '@/lib/domain/tree/unit';
import {
  bool,
  int4,
  json,
  nullable,
  statement,
  text,
  textOf,
  timestamptz,
  uuid,
} from '../database/statement';
import { figureColumns, figureRow, storedFigureColumns, storedFigureRow } from './figure-row';
import type { StoredNote } from './work-notes';

/** Whether the server keeps the plan: for the few submissions of one unit, not for a part of the tree (decision
 *  027). */
type Plan = 'kept' | 'once';
const planned = (plan: Plan) => (plan === 'kept' ? Prisma.sql`/* kept */` : Prisma.empty);

/** Explanations whose figures are still those that were explained: of checks, or of totals that were entered by hand.
 *  In SQL, because the figures they are held against are a hundred times as many as they. */
export const explanations = statement(
  { submissionId: uuid, code: text, text, by: text, sum: nullable(text), isPublic: bool },
  (
    of: 'check' | 'total',
    submissionIds: readonly string[],
    plan: Plan,
  ) => Prisma.sql`${planned(plan)}
    SELECT x."submission_id" AS "submissionId", x.${explained[of].code} AS "code", x."text", w."name" AS "by",
      x."values"->>'sum' AS "sum", ${explained[of].isPublic} AS "isPublic"
    FROM ${explained[of].table} x JOIN "person" w ON w."id" = x."person_id"
    WHERE x."submission_id" = ANY(${[...submissionIds]}::uuid[]) AND ${explained[of].holds}
    ORDER BY "code", x."submission_id"`,
);

const explained = {
  check: {
    table: Prisma.sql`"explanation"`,
    code: Prisma.sql`"check_code"`,
    isPublic: Prisma.sql`x."is_public"`,
    holds: Prisma.sql`NOT EXISTS (
      SELECT 1 FROM jsonb_each_text(x."values") v
      LEFT JOIN "figure" f ON f."submission_id" = x."submission_id" AND f."measure" = 'level'
        AND f."indicator_code" = split_part(v."key", '@', 1)
      WHERE split_part(v."key", '@', 2) = '0' AND f."value" IS DISTINCT FROM v."value"::numeric)`,
  },
  total: {
    table: Prisma.sql`"roll_up_explanation"`,
    code: Prisma.sql`"indicator_code"`,
    // Without it the total does not say what it is of.
    isPublic: Prisma.sql`true`,
    holds: Prisma.sql`EXISTS (
      SELECT 1 FROM "figure" f WHERE f."submission_id" = x."submission_id" AND f."measure" = 'level'
        AND f."indicator_code" = x."indicator_code" AND f."value" = (x."values"->>'entered')::numeric)`,
  },
};

/** `values` are those it was written for; `isPublic`: it may go out as the reason of a change. */
export type ExplanationRow = {
  check: string;
  text: string;
  by: string;
  at: Date;
  isPublic: boolean;
  values: CheckValues;
};

/** The figures of one submission as its form shows them; asked at every page of a report and at every save that checks
 *  it. */
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
    explanations: json<(Omit<ExplanationRow, 'at'> & { at: string })[]>(),
    notes: json<(Omit<StoredNote, 'at'> & { at: string })[]>(),
    files: json<{ indicator: string; file: string }[]>(),
  },
  (reportId: string, unitId: string, number: number) => Prisma.sql`/* kept */
    SELECT
      (SELECT json_build_object('level', u."level", 'lineage', u."lineage") FROM "unit" u
        WHERE u."id" = ${unitId}::uuid) AS "unit",
      (SELECT coalesce(json_agg(json_build_object('check', w."check_code", 'values', w."values")), '[]')
        FROM "waiver" w WHERE w."report_id" = ${reportId}::uuid AND w."decision" = 'granted') AS "waived",
      (SELECT coalesce(json_agg(c."indicator_code"), '[]') FROM "unit_indicator" c
        WHERE c."unit_id" = ${unitId}::uuid) AS "chosen",
      (SELECT coalesce(json_agg(json_build_object('check', x."check_code", 'text', x."text", 'by', h."name", 'at',
        x."written_at", 'isPublic', x."is_public", 'values', x."values") ORDER BY x."check_code"), '[]')
        FROM "submission" s JOIN "explanation" x ON x."submission_id" = s."id" JOIN "person" h ON h."id" = x."person_id"
        WHERE s."report_id" = ${reportId}::uuid AND s."number" = ${number}) AS "explanations",
      (SELECT coalesce(json_agg(json_build_object('section', n."section_code", 'kind', n."kind", 'text', n."text",
        'revision', n."revision",
          'by', h."name", 'at', n."written_at") ORDER BY n."section_code", n."kind"), '[]')
        FROM "submission" s JOIN "work_note" n ON n."submission_id" = s."id"
          JOIN "person" h ON h."id" = n."written_by_id"
        WHERE s."report_id" = ${reportId}::uuid AND s."number" = ${number}) AS "notes",
      (SELECT coalesce(json_agg(json_build_object('indicator', v."indicator_code", 'file', v."file_id")), '[]')
        FROM "submission" s JOIN "evidence" v ON v."submission_id" = s."id"
        WHERE s."report_id" = ${reportId}::uuid AND s."number" = ${number}) AS "files"`,
);

/** A digest of what is let off, opened, explained and put behind figures; asked every few seconds by every open page,
 *  and nothing of it leaves the server. */
export const stampOf = statement(
  { rest: text },
  (id: string, number: number) => Prisma.sql`
    SELECT md5(concat(
      (SELECT string_agg(w."check_code" || coalesce(w."decision"::text, '?'), ',' ORDER BY w."check_code")
        FROM "waiver" w WHERE w."report_id" = ${id}::uuid), '/',
      (SELECT string_agg(v."id"::text || v."opens_all" ||
        coalesce((SELECT string_agg(o."indicator_code" || coalesce(o."is_granted"::text, '?'), ','
        ORDER BY o."indicator_code")
          FROM "reopening" o WHERE o."review_id" = v."id"), ''), ',' ORDER BY v."id")
        FROM "review" v JOIN "submission" s ON s."id" = v."submission_id" WHERE s."report_id" = ${id}::uuid), '/',
      (SELECT string_agg(x."check_code" || x."written_at", ',' ORDER BY x."check_code") FROM "explanation" x
        JOIN "submission" s ON s."id" = x."submission_id"
        WHERE s."report_id" = ${id}::uuid AND s."number" = ${number}), '/',
      (SELECT string_agg(e."id"::text, ',' ORDER BY e."id") FROM "evidence" e
        JOIN "submission" s ON s."id" = e."submission_id"
        WHERE s."report_id" = ${id}::uuid AND s."number" = ${number}))) AS "rest"`,
);

/** What stands in these cells, locked in the order of their codes (an empty cell has no answer), and whether the unit
 *  chose the indicator. Prisma locks no rows. */
export const standingFigures = statement(
  { ...storedFigureRow, answer: nullable(textOf<Answer>()), isChosen: bool },
  (
    submissionId: string,
    unitId: string,
    cells: readonly { indicator: string; measure: string }[],
  ) => {
    const codes = cells.map(({ indicator }) => indicator);
    const measures = cells.map(({ measure }) => measure);
    const asked = Prisma.sql`unnest(${codes}::text[], ${measures}::text[])`;
    return Prisma.sql`/* kept */
      WITH "standing" AS (
        SELECT ${storedFigureColumns} FROM "figure" f JOIN "person" h ON h."id" = f."entered_by_id"
        WHERE f."submission_id" = ${submissionId}::uuid AND f."indicator_code" = ANY(${codes}::text[])
          AND (f."indicator_code", f."measure"::text) IN (SELECT * FROM ${asked})
        ORDER BY f."indicator_code", f."measure" FOR NO KEY UPDATE OF f
      )
      SELECT *, EXISTS (SELECT 1 FROM "unit_indicator" u
        WHERE u."unit_id" = ${unitId}::uuid AND u."indicator_code" = c."indicator") AS "isChosen"
      FROM ${asked} AS c("indicator", "measure") LEFT JOIN "standing" s USING ("indicator", "measure")`;
  },
);

/** Writes figures, given as JSON, with their events; answers those written. A cell that holds another revision than was
 *  seen is left out. One statement for a paste of any size: Prisma would write each figure by itself. */
export const insertFigures = statement(
  { ...figureRow, revision: int4, enteredAt: timestamptz },
  (
    by: { personId: string; reportId: string; submissionId: string },
    rows: string,
  ) => Prisma.sql`/* kept */
    WITH "edit" AS (
      SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS e("indicator" text, "measure" "Measure", "answer" "Answer",
        "value" numeric, "shown" jsonb, "qualifier" text, "note" text, "scopeNote" text, "asOf" text,
        "seen" int, "event" uuid, "overwritten" jsonb, "origin" jsonb)
    ), "written" AS (
      INSERT INTO "figure" AS f ("submission_id", "indicator_code", "measure", "answer", "value", "shown", "qualifier",
        "note", "scope_note", "as_of", "revision", "entered_by_id", "entered_at", "proposal_id")
      SELECT ${by.submissionId}::uuid, e."indicator", e."measure", e."answer", e."value", e."shown", e."qualifier",
        e."note", e."scopeNote", e."asOf", e."seen" + 1, ${by.personId}::uuid, clock_timestamp(),
        (e."origin" ->> 'proposal')::uuid
      FROM "edit" e ORDER BY e."indicator", e."measure"
      ON CONFLICT ("submission_id", "indicator_code", "measure") DO UPDATE SET "answer" = excluded."answer",
        "value" = excluded."value", "shown" = excluded."shown", "qualifier" = excluded."qualifier",
        "note" = excluded."note", "scope_note" = excluded."scope_note", "as_of" = excluded."as_of",
        "revision" = excluded."revision", "entered_by_id" = excluded."entered_by_id",
        "entered_at" = excluded."entered_at", "proposal_id" = excluded."proposal_id"
        WHERE f."revision" = excluded."revision" - 1
      RETURNING ${figureColumns}, f."revision", f."entered_at" AS "enteredAt"
    ), "recorded" AS (
      INSERT INTO "event" ("id", "at", "person_id", "kind", "report_id", "subject", "from", "to")
      SELECT e."event", w."enteredAt", ${by.personId}::uuid,
        CASE WHEN w."measure" = 'level' THEN 'figure.saved' ELSE 'target.saved' END,
        ${by.reportId}::uuid, w."indicator", e."overwritten" - ${[...notRecorded, 'measure']}::text[],
        to_jsonb(w) - ${notRecorded}::text[]
          || CASE WHEN e."origin" IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('origin', e."origin") END
      FROM "written" w JOIN "edit" e ON e."indicator" = w."indicator" AND e."measure"::text = w."measure"
    )
    SELECT * FROM "written"`,
);

// What an event says elsewhere, or what nobody types.
const notRecorded = ['indicator', 'baseYear', 'from', 'enteredBy', 'enteredAt'];

/** Work notes that say anything, in the order of the catalogue; with the comparison that people wait for. */
export const notesOf = statement(
  {
    section: text,
    kind: textOf<WorkNote['kind']>(),
    text,
    revision: int4,
    by: text,
    at: timestamptz,
  },
  (submissionIds: readonly string[]) => Prisma.sql`/* kept */
    SELECT n."section_code" AS "section", n."kind"::text AS "kind", n."text", n."revision",
      w."name" AS "by", n."written_at" AS "at"
    FROM "work_note" n JOIN "section" c ON c."code" = n."section_code" JOIN "person" w ON w."id" = n."written_by_id"
    WHERE n."submission_id" = ANY(${[...submissionIds]}::uuid[]) AND n."text" <> ''
    ORDER BY c."order", n."kind"`,
);
