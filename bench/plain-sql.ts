// The same work in plain SQL, as one would write it by hand for exactly this purpose: the same rows read and written,
// access included, nothing around it.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { thisYear, type Office } from './province';

const state = `
  SELECT r."id", r."made_up", r."source", r."note", u."id" AS "unit_id", u."code", u."name", u."name_en",
    u."level"::text, u."lineage",
    p."id" AS "period_id", p."code" AS "period", p."kind"::text, p."from_month", p."to_month", p."opens_at",
      p."due_at", p."late_until", p."closes_at",
    s."id" AS "submission_id", s."number", s."sent_at", s."signed_at", v."decision"::text, v."decided_at"
  FROM "report" r JOIN "unit" u ON u."id" = r."unit_id" JOIN "period" p ON p."id" = r."period_id"
  JOIN "submission" s ON s."report_id" = r."id" AND s."number" = (SELECT max(n."number") FROM "submission" n
    WHERE n."report_id" = r."id")
  LEFT JOIN "review" v ON v."submission_id" = s."id"`;

const columns =
  'f."indicator_code", f."measure"::text, f."answer"::text, f."value"::text, f."shown", f."qualifier", ' +
  'f."base_year", f."as_of", f."from", f."scope_note", f."note"';

/** Saves figures over the revisions that were seen, with an event each. */
export async function saveInSql(
  pool: pg.Pool,
  { reportId, personId, lineage }: Office,
  codes: string[],
  value: number,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const {
      rows: [report],
    } = await client.query(`${state} WHERE r."id" = $1 AND u."lineage" LIKE $2 FOR SHARE OF s`, [
      reportId,
      `${lineage}%`,
    ]);
    const { rows: before } = await client.query(
      `SELECT ${columns}, f."revision", h."name", f."entered_at" FROM "figure" f
        JOIN "person" h ON h."id" = f."entered_by_id"
       WHERE f."submission_id" = $1 AND f."measure" = 'level' AND f."indicator_code" = ANY($2)
         ORDER BY f."indicator_code" FOR NO KEY UPDATE OF f`,
      [report.submission_id, codes],
    );
    const { rows: written } = await client.query(
      `UPDATE "figure" f SET "value" = $3, "revision" = e."seen" + 1, "entered_by_id" = $4, "entered_at" = now()
       FROM unnest($2::text[], $5::int[]) AS e("code", "seen")
       WHERE f."submission_id" = $1 AND f."indicator_code" = e."code" AND f."measure" = 'level'
         AND f."revision" = e."seen"
       RETURNING f."indicator_code", f."value"::text, f."revision", f."entered_at"`,
      [
        report.submission_id,
        before.map((row) => row.indicator_code),
        value,
        personId,
        before.map((row) => row.revision),
      ],
    );
    if (written.length !== codes.length) throw new Error('Plain SQL saved too little.');
    await client.query(
      `INSERT INTO "event" ("id", "person_id", "kind", "report_id", "subject", "from", "to")
       SELECT e."id", $1, 'figure.saved', $2, e."code", e."from",
         e."from" || jsonb_build_object('measure', 'level', 'value', $3::text, 'revision',
         (e."from" ->> 'revision')::int + 1)
       FROM unnest($4::uuid[], $5::text[], $6::jsonb[]) AS e("id", "code", "from")`,
      [
        personId,
        reportId,
        value,
        before.map(() => randomUUID()),
        before.map((row) => row.indicator_code),
        before.map(summaryOf),
      ],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

const summaryOf = ({
  answer,
  value,
  qualifier,
  shown,
  note,
  scope_note: scopeNote,
  as_of: asOf,
  revision,
}: Record<string, unknown>): string =>
  JSON.stringify({ answer, value, qualifier, shown, note, scopeNote, asOf, revision });

/** Reads a form: its report and submissions, its figures, those of the year before, and what stands beside them. */
export async function openInSql(pool: pg.Pool, { reportId, lineage }: Office): Promise<unknown> {
  const {
    rows: [report],
  } = await pool.query(`${state} WHERE r."id" = $1 AND u."lineage" LIKE $2`, [
    reportId,
    `${lineage}%`,
  ]);
  return Promise.all([
    pool.query(
      `SELECT e."number", e."created_at", e."sent_at", sender."name", e."signed_at", signer."name",
        w."decision"::text, w."reason", judge."name", w."decided_at"
       FROM "submission" e LEFT JOIN "person" sender ON sender."id" = e."sent_by_id"
         LEFT JOIN "person" signer ON signer."id" = e."signed_by_id"
       LEFT JOIN "review" w ON w."submission_id" = e."id" LEFT JOIN "person" judge ON judge."id" = w."person_id"
         WHERE e."report_id" = $1 ORDER BY e."number"`,
      [reportId],
    ),
    pool.query(
      `SELECT ${columns}, f."revision", h."name", f."entered_at" FROM "figure" f
        JOIN "person" h ON h."id" = f."entered_by_id" WHERE f."submission_id" = $1`,
      [report.submission_id],
    ),
    pool.query(
      `SELECT ${columns}, r."id", s."number", r."made_up" FROM "report" r JOIN "period" p ON p."id" = r."period_id"
       JOIN LATERAL (SELECT e."id", e."number" FROM "submission" e LEFT JOIN "review" v ON v."submission_id" = e."id"
         WHERE e."report_id" = r."id" AND e."signed_at" IS NOT NULL
           ORDER BY (v."decision" = 'approved') IS TRUE DESC, e."number" DESC LIMIT 1) s ON true
       JOIN "figure" f ON f."submission_id" = s."id" AND f."measure" = 'level'
         WHERE r."unit_id" = $1 AND p."code" = $2`,
      [report.unit_id, String(Number(report.period) - 1)],
    ),
    pool.query(
      `SELECT (SELECT json_agg(c."indicator_code") FROM "unit_indicator" c WHERE c."unit_id" = $1) AS "chosen",
         (SELECT json_agg(w."check_code") FROM "waiver" w
           WHERE w."report_id" = $3 AND w."decision" = 'granted') AS "waived",
         (SELECT json_agg(json_build_array(x."check_code", x."text", x."values", x."written_at", h."name")
           ORDER BY x."check_code")
           FROM "explanation" x JOIN "person" h ON h."id" = x."person_id"
             WHERE x."submission_id" = $2) AS "explanations",
         (SELECT json_agg(json_build_array(n."section_code", n."kind", n."text", n."revision", n."written_at",
           h."name") ORDER BY n."section_code", n."kind")
           FROM "work_note" n JOIN "person" h ON h."id" = n."written_by_id" WHERE n."submission_id" = $2) AS "notes"`,
      [report.unit_id, report.submission_id, reportId],
    ),
  ]);
}

/** Reads what a comparison with the year before is made from. */
export async function compareInSql(pool: pg.Pool, { code, lineage }: Office): Promise<unknown> {
  const { rows: sources } = await pool.query(
    `SELECT u."code" AS "unit", u."name", u."level"::text, p."code", p."kind"::text, p."from_month", p."to_month",
      r."made_up", s."id", s."number", s."signed_at", s."decision"
     FROM "unit" u JOIN "report" r ON r."unit_id" = u."id" JOIN "period" p ON p."id" = r."period_id"
     JOIN LATERAL (SELECT e."id", e."number", e."signed_at", v."decision" FROM "submission" e
       LEFT JOIN "review" v ON v."submission_id" = e."id"
       WHERE e."report_id" = r."id"
         ORDER BY (v."decision" = 'approved') IS TRUE DESC, (e."signed_at" IS NOT NULL) DESC, e."number" DESC
         LIMIT 1) s ON true
     WHERE u."code" = $1 AND u."lineage" LIKE $2 AND p."code" = ANY($3) ORDER BY p."from_month"`,
    [code, `${lineage}%`, [thisYear, String(Number(thisYear) - 1)]],
  );
  return Promise.all([
    pool.query(
      `SELECT f."submission_id", ${columns} FROM "figure" f WHERE f."submission_id" = ANY($1)`,
      [sources.map(({ id }) => id)],
    ),
    pool.query(
      `SELECT (SELECT json_agg(json_build_array(n."section_code", n."kind", n."text", h."name")
        ORDER BY c."order", n."kind")
           FROM "work_note" n JOIN "section" c ON c."code" = n."section_code"
             JOIN "person" h ON h."id" = n."written_by_id" WHERE n."submission_id" = $1) AS "notes",
         (SELECT json_agg(json_build_array(x."check_code", x."text", h."name") ORDER BY x."check_code")
           FROM "explanation" x JOIN "person" h ON h."id" = x."person_id" WHERE x."submission_id" = $1) AS "checked",
         (SELECT json_agg(json_build_array(t."indicator_code", t."text", t."values" ->> 'sum', h."name"))
           FROM "roll_up_explanation" t JOIN "person" h ON h."id" = t."person_id"
             WHERE t."submission_id" = $1) AS "totals",
         (SELECT json_agg(json_build_array(m."code", o."code", m."valid_to")) FROM "unit" m
           JOIN "unit" o ON o."id" = m."successor_id" WHERE $2 IN (m."code", o."code")) AS "merged",
         (SELECT json_agg(json_build_array(m."code", o."code", t."on")) FROM "split" t
           JOIN "unit" m ON m."id" = t."unit_id" JOIN "unit" o ON o."id" = t."into_id"
           WHERE $2 IN (m."code", o."code")) AS "split"`,
      [sources.at(-1)?.id, code],
    ),
  ]);
}

/** Reads the board: every report of the year in the province, with how much of it is filled in. */
export function boardInSql(pool: pg.Pool, { lineage, personId }: Office): Promise<unknown> {
  return pool.query(
    `SELECT r.*, (SELECT count(*)::int FROM "figure" f
      WHERE f."submission_id" = r."submission_id" AND f."measure" = 'level' AND f."answer" <> 'blank') AS "filled",
       (SELECT count(*)::int FROM "unit_indicator" c WHERE c."unit_id" = r."unit_id") AS "chosen",
       EXISTS (SELECT 1 FROM "figure" f
         WHERE f."submission_id" = r."submission_id" AND f."entered_by_id" = $3) AS "mine"
     FROM (${state} WHERE p."code" = $1 AND u."lineage" LIKE $2) r ORDER BY r."lineage"`,
    [thisYear, `${lineage}%`, personId],
  );
}
