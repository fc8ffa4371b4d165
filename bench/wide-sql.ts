// What progress and roll-up read, in plain SQL as one would write it for exactly this purpose.
import type pg from 'pg';
import { thisYear, type Office } from './province';

type Wide = { province: Office; rates: { code: string; numerator: string; denominator: string }[] };

/** Reads how far everybody is. */
export function progressInSql(pool: pg.Pool, { lineage }: Office): Promise<unknown> {
  return pool.query(
    `SELECT r."id", u."code", u."name", u."name_en", u."level"::text, u."lineage", u."contact_name",
      u."contact_phone", p."due_at", p."late_until", p."closes_at", r."extended_until",
       s."number", s."sent_at", s."signed_at", v."decision"::text, o."signed_at" AS "first",
       EXISTS (SELECT 1 FROM "figure" f WHERE f."submission_id" = s."id" AND f."answer" <> 'blank') AS "started",
       EXISTS (SELECT 1 FROM "extension" x WHERE x."report_id" = r."id" AND x."granted" IS NULL) AS "asked",
       (SELECT max(m."sent_at") FROM "reminder" m WHERE m."report_id" = r."id") AS "reminded"
     FROM "unit" u JOIN "report" r ON r."unit_id" = u."id" JOIN "period" p ON p."id" = r."period_id"
     JOIN "submission" o ON o."report_id" = r."id" AND o."number" = 1
     JOIN "submission" s ON s."report_id" = r."id" AND s."number" = (SELECT max(n."number") FROM "submission" n
       WHERE n."report_id" = r."id")
     LEFT JOIN "review" v ON v."submission_id" = s."id"
       WHERE p."code" = $1 AND u."lineage" LIKE $2 ORDER BY u."lineage"`,
    [thisYear, `${lineage}_%`],
  );
}

/** Sums, rates and completeness over periods, one statement each. */
export function rollUpInSql(
  pool: pg.Pool,
  { province: { lineage }, rates }: Wide,
  decade: string[],
): Promise<unknown> {
  const counted = `
    SELECT p."code" AS "period", u."code", s."id" FROM "unit" u JOIN "report" r ON r."unit_id" = u."id"
      JOIN "period" p ON p."id" = r."period_id"
    LEFT JOIN LATERAL (SELECT e."id" FROM "submission" e
      WHERE e."report_id" = r."id" AND e."signed_at" IS NOT NULL ORDER BY e."number" DESC LIMIT 1) s ON true
    WHERE u."lineage" LIKE $1 AND p."code" = ANY($2)`;
  return Promise.all([
    pool.query(counted, [`${lineage}%`, decade]),
    pool.query(
      `WITH "counted" AS (${counted})
        SELECT s."period", f."indicator_code", count(*)::int, sum(f."value")::text, max(f."value")::text,
        count(*) FILTER (WHERE f."qualifier" <> '')::int
       FROM "counted" s JOIN "figure" f ON f."submission_id" = s."id"
         WHERE f."measure" = 'level' AND f."value" IS NOT NULL AND f."as_of" IS NULL AND f."from" IS NULL
         GROUP BY 1, 2`,
      [`${lineage}%`, decade],
    ),
    pool.query(
      `WITH "counted" AS (${counted})
        SELECT s."period", q."code", count(*)::int, sum(n."value")::text, sum(d."value")::text
       FROM "counted" s CROSS JOIN unnest($3::text[], $4::text[], $5::text[]) AS q("code", "top", "bottom")
       JOIN "figure" n ON n."submission_id" = s."id" AND n."indicator_code" = q."top" AND n."measure" = 'level'
         AND n."value" IS NOT NULL
       JOIN "figure" d ON d."submission_id" = s."id" AND d."indicator_code" = q."bottom" AND d."measure" = 'level'
         AND d."value" IS NOT NULL GROUP BY 1, 2`,
      [
        `${lineage}%`,
        decade,
        rates.map(({ code }) => code),
        rates.map(({ numerator }) => numerator),
        rates.map(({ denominator }) => denominator),
      ],
    ),
  ]);
}
