// Two more trees in the same database: a province of 100 counties with 150 indicators over ten years, all handed in,
// and 3,240 units of which most have reported. Loaded last, so that what is measured before does not carry them.
import type pg from 'pg';
import type { Viewer } from '@/lib/data/database/access';
import { findProgress } from '@/lib/data/report/progress';
import { readRollUp } from '@/lib/data/rollup/rollup';
import type { Catalogue } from '@/lib/domain/catalogue/indicator';
import { paths } from '@/lib/paths';
import { thisYear, type Office } from './province';
import type { Task } from './tasks';
import { progressInSql, rollUpInSql } from './wide-sql';

const decade = Array.from({ length: 10 }, (_, at) => String(2012 + at));

export type Wide = {
  province: Office;
  nation: Office;
  indicators: string[];
  rates: { code: string; numerator: string; denominator: string }[];
};

/** Fills in both trees; the whole catalogue must be loaded by then. */
export async function loadWide(
  client: pg.PoolClient,
  catalogue: Catalogue,
  passwordHash: string,
): Promise<Wide> {
  const { codes, rates } = chosen(catalogue);
  await insertTrees(client);
  await insertReviewers(client, passwordHash);
  await insertReports(client, codes);
  await client.query('ANALYZE');
  const { rows } = await client.query<Office>(
    `SELECT u."code", h."account", '' AS "reportId", '' AS "submissionId", h."id" AS "personId", u."lineage"
      FROM "unit" u JOIN "person" h ON h."unit_id" = u."id" WHERE u."code" IN ('970000', '980000') ORDER BY u."code"`,
  );
  return { nation: rows[0]!, province: rows[1]!, indicators: codes, rates };
}

async function insertTrees(client: pg.PoolClient): Promise<void> {
  await client.query(`
    INSERT INTO "unit" ("id", "code", "name", "name_en", "level", "lineage")
    SELECT gen_random_uuid(), '980000', '宽省总工会', 'Wide Province', 'province'::"UnitLevel", '/980000/'
    UNION ALL SELECT gen_random_uuid(), '98' || c || '00', c || '市', 'City ' || c, 'city', '/980000/98' || c || '00/'
      FROM generate_series(10, 19) c
    UNION ALL SELECT gen_random_uuid(), '98' || c || n, c || '市' || n || '县', 'County ' || c || n, 'county',
      '/980000/98' || c || '00/98' || c || n || '/' FROM generate_series(10, 19) c, generate_series(10, 19) n
    UNION ALL SELECT gen_random_uuid(), '970000', '长国总工会', 'Long Nation', 'nation', '/970000/'
    UNION ALL SELECT gen_random_uuid(), '97' || c || '00', c || '省', 'Province ' || c, 'province',
      '/970000/97' || c || '00/' FROM generate_series(10, 49) c
    UNION ALL SELECT gen_random_uuid(), '97' || c || n, c || '省' || n || '县', 'County ' || c || n, 'county',
      '/970000/97' || c || '00/97' || c || n || '/' FROM generate_series(10, 49) c, generate_series(10, 89) n`);
  await client.query(`
    INSERT INTO "placement" ("id", "unit_id", "parent_id", "valid_from")
    SELECT gen_random_uuid(), u."id", p."id", '2000-01-01' FROM "unit" u
      JOIN "unit" p ON u."lineage" = p."lineage" || u."code" || '/' WHERE u."code" LIKE '98%' OR u."code" LIKE '97%'`);
}

async function insertReviewers(client: pg.PoolClient, passwordHash: string): Promise<void> {
  await client.query(
    `INSERT INTO "person" ("id", "account", "name", "unit_id", "password_hash")
      SELECT gen_random_uuid(), 'bench-' || "code", '宽' || "code", "id", $1 FROM "unit"
      WHERE "code" IN ('980000', '970000')`,
    [passwordHash],
  );
  await client.query(
    `INSERT INTO "person_role" ("person_id", "role") SELECT p."id", 'reviewer' FROM "person" p
      WHERE p."account" IN ('bench-980000', 'bench-970000')`,
  );
}

async function insertReports(client: pg.PoolClient, codes: string[]): Promise<void> {
  await client.query(
    `INSERT INTO "period" ("id", "code", "kind", "from_month", "to_month", "opens_at", "due_at", "late_until",
      "closes_at")
     SELECT gen_random_uuid(), y, 'year', (y || '-01-01')::date, (y || '-12-01')::date, now() - interval '9 years',
       now() - interval '8 years', now() - interval '8 years', now() - interval '7 years'
     FROM unnest($1::text[]) y ON CONFLICT ("code") DO NOTHING`,
    [decade],
  );
  await client.query(
    `WITH "made" AS (INSERT INTO "report" ("id", "unit_id", "period_id") SELECT gen_random_uuid(), u."id", p."id"
      FROM "unit" u, "period" p
       WHERE (u."code" LIKE '98%' AND p."code" = ANY($1)) OR (u."lineage" LIKE '/970000/_%' AND p."code" = $2)
         RETURNING "id")
     INSERT INTO "submission" ("id", "report_id", "number") SELECT gen_random_uuid(), "id", 1 FROM "made"`,
    [decade, thisYear],
  );
  await client.query(
    `INSERT INTO "figure" ("submission_id", "indicator_code", "answer", "value", "entered_by_id")
     SELECT s."id", i, 'number', 1000 + ascii(right(i, 1)) * 37 + ascii(right(u."code", 1)), h."id"
     FROM "submission" s JOIN "report" r ON r."id" = s."report_id" JOIN "unit" u ON u."id" = r."unit_id"
       CROSS JOIN unnest($1::text[]) i
     JOIN "person" h ON h."account" = 'bench-980000' WHERE u."code" LIKE '98%'`,
    [codes],
  );
  await client.query(
    `UPDATE "submission" SET "sent_at" = now(), "sent_by_id" = h."id", "signed_at" = now(), "signed_by_id" = h."id"
     FROM "report" r JOIN "unit" u ON u."id" = r."unit_id" CROSS JOIN "person" h
     WHERE r."id" = "submission"."report_id" AND h."account" = 'bench-980000'
       AND (u."code" LIKE '98%' OR (u."code" LIKE '97%' AND right(u."code", 1) <> '5'))`,
  );
}

/** A hundred and fifty indicators: numerators and denominators first, so that there are rates to recompute. */
function chosen({ indicators }: Catalogue): { codes: string[]; rates: Wide['rates'] } {
  const rates = indicators.flatMap(({ code, numerator, denominator }) =>
    numerator && denominator ? [{ code, numerator, denominator }] : [],
  );
  const parts = new Set(rates.flatMap(({ numerator, denominator }) => [numerator, denominator]));
  const plain = indicators.filter(({ numerator }) => !numerator).map(({ code }) => code);
  return {
    codes: [
      ...plain.filter((code) => parts.has(code)),
      ...plain.filter((code) => !parts.has(code)),
    ].slice(0, 150),
    rates,
  };
}

/** What is measured on them. */
export function wideTasks(wide: Wide, viewerOf: (office: Office) => Viewer, pool: pg.Pool): Task[] {
  const { province, nation } = wide;
  return [
    {
      name: 'progress of 3,240 units',
      budget: 2,
      runs: 40,
      product: () => findProgress(viewerOf(nation), { unit: nation.code, period: thisYear }),
      plain: () => progressInSql(pool, nation),
      request: () => ({
        office: nation,
        method: 'GET',
        path: paths.progress({ period: thisYear }),
      }),
    },
    {
      name: 'roll-up of 111 units × 150 indicators × 10 years',
      budget: 1.5,
      runs: 20,
      product: () =>
        readRollUp(viewerOf(province), province.code, decade, {
          basis: 'then',
          standing: 'submitted',
        }),
      plain: () => rollUpInSql(pool, wide, decade),
      request: () => ({
        office: province,
        method: 'GET',
        path: paths.rollup(province.code, thisYear),
      }),
    },
  ];
}
