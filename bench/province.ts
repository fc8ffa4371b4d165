// A made-up province in an empty database: 1 + 10 + 100 units, five years, 100 indicators. Plain SQL, so that loading
// takes seconds; nothing of the demo world is in it.
import type pg from 'pg';
import type { Catalogue } from '@/lib/domain/catalogue/indicator';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';

export const years = [2017, 2018, 2019, 2020, 2021];
export const thisYear = '2021';

export type Office = {
  code: string;
  account: string;
  reportId: string;
  submissionId: string;
  personId: string;
  lineage: string;
};
/** `drafts`: counties whose report of this year is still being filled in. */
export type Province = { top: Office; city: Office; drafts: Office[]; indicators: string[] };

/** The catalogue cut down to its first hundred core indicators and the checks among them. */
export function smallCatalogue(): Catalogue {
  const { sections, indicators, checks } = standardCatalogue;
  const kept = indicators.filter(({ core, numerator }) => core && !numerator).slice(0, 100);
  const codes = new Set(kept.map(({ code }) => code));
  return {
    sections: sections.filter(({ code }) => kept.some(({ section }) => section === code)),
    indicators: kept.map((indicator) => ({
      ...indicator,
      partOf: codes.has(indicator.partOf ?? '') ? indicator.partOf : null,
    })),
    checks: checks.filter(({ left, right }) =>
      [...left, ...right].every(({ code }) => code === null || codes.has(code)),
    ),
  };
}

/** Fills the database, whose catalogue is loaded already, with ten cities of ten counties or fewer. `spread`: how far
 *  the indicators lie apart. Everybody signs in with the one password. */
export async function loadProvince(
  client: pg.Client,
  { indicators }: Catalogue,
  passwordHash: string,
  { cities, counties, spread } = { cities: 10, counties: 10, spread: 37 },
): Promise<Province> {
  await client.query(`
    INSERT INTO "unit" ("id", "code", "name", "name_en", "level", "lineage")
    SELECT gen_random_uuid(), '990000', '试点省总工会', 'Trial Province', 'province'::"UnitLevel", '/990000/'
    UNION ALL SELECT gen_random_uuid(), '99' || lpad(c::text, 2, '0') || '00', '第' || c || '市总工会', 'City ' || c,
      'city', '/990000/99' || lpad(c::text, 2, '0') || '00/'
      FROM generate_series(1, ${cities}) c
    UNION ALL SELECT gen_random_uuid(), '99' || lpad(c::text, 2, '0') || lpad(n::text, 2, '0'),
      '第' || c || '市' || n || '县总工会', 'County ' || c || '-' || n, 'county',
      '/990000/99' || lpad(c::text, 2, '0') || '00/99' || lpad(c::text, 2, '0') || lpad(n::text, 2, '0') || '/'
      FROM generate_series(1, ${cities}) c, generate_series(1, ${counties}) n`);
  await client.query(`
    INSERT INTO "placement" ("id", "unit_id", "parent_id", "valid_from")
    SELECT gen_random_uuid(), u."id", p."id", '2000-01-01' FROM "unit" u
      JOIN "unit" p ON u."lineage" = p."lineage" || u."code" || '/'`);
  await client.query(
    `INSERT INTO "person" ("id", "account", "name", "unit_id", "password_hash")
      SELECT gen_random_uuid(), 'bench-' || "code", '测试员' || "code", "id", $1 FROM "unit"`,
    [passwordHash],
  );
  await client.query(
    `INSERT INTO "person_role" ("person_id", "role") SELECT p."id", r::"Role"
      FROM "person" p, unnest(ARRAY['reporter', 'reviewer']) r`,
  );
  await client.query(
    `INSERT INTO "period" ("id", "code", "kind", "from_month", "to_month", "opens_at", "due_at", "late_until",
      "closes_at")
     SELECT gen_random_uuid(), y::text, 'year', make_date(y, 1, 1), make_date(y, 12, 1), t - interval '30 days',
       t + interval '30 days', t + interval '60 days', t + interval '90 days'
     FROM unnest($1::int[]) y, LATERAL (SELECT now() - (2021 - y) * interval '1 year' AS t) d`,
    [years],
  );
  await client.query(
    `INSERT INTO "report" ("id", "unit_id", "period_id") SELECT gen_random_uuid(), u."id", p."id"
      FROM "unit" u, "period" p`,
  );
  await client.query(
    `INSERT INTO "submission" ("id", "report_id", "number") SELECT gen_random_uuid(), "id", 1 FROM "report"`,
  );
  await insertFigures(client, indicators, spread);
  await handIn(client);
  await client.query('ANALYZE');
  return readProvince(
    client,
    indicators.map(({ code }) => code),
  );
}

async function insertFigures(
  client: pg.Client,
  indicators: Catalogue['indicators'],
  spread: number,
): Promise<void> {
  const rows = indicators.map(({ code, unit, nature }, at) => ({
    code,
    at,
    unit,
    base: nature === 'ratio' ? 60 : 1000 + spread * at,
    step: nature === 'ratio' ? 1 : 50,
  }));
  await client.query(
    `INSERT INTO "figure" ("submission_id", "indicator_code", "answer", "value", "shown", "entered_by_id")
     SELECT s."id", i."code", 'number', i."base" + i."step" * (p."code"::int - 2017) +
       CASE WHEN i."step" > 1 THEN ascii(right(u."code", 1)) ELSE 0 END,
       jsonb_build_object('scale', 'none', 'decimals', 0, 'unit', i."unit"), h."id"
     FROM "submission" s JOIN "report" r ON r."id" = s."report_id" JOIN "unit" u ON u."id" = r."unit_id"
       JOIN "period" p ON p."id" = r."period_id"
     JOIN "person" h ON h."unit_id" = u."id"
     CROSS JOIN jsonb_to_recordset($1::jsonb) AS i("code" text, "unit" text, "base" numeric, "step" numeric)`,
    [JSON.stringify(rows)],
  );
}

/** Earlier years are approved; of this year every second county still fills in. */
async function handIn(client: pg.Client): Promise<void> {
  await client.query(`
    UPDATE "submission" SET "sent_at" = now(), "sent_by_id" = h."id", "signed_at" = now(), "signed_by_id" = h."id"
    FROM "report" r JOIN "unit" u ON u."id" = r."unit_id" JOIN "period" p ON p."id" = r."period_id"
      JOIN "person" h ON h."unit_id" = u."id"
    WHERE r."id" = "submission"."report_id"
      AND (p."code" <> '2021' OR u."level" = 'city' OR right(u."code", 1)::int % 2 = 0)`);
  await client.query(`
    INSERT INTO "review" ("id", "submission_id", "decision", "person_id")
    SELECT gen_random_uuid(), s."id", 'approved', s."signed_by_id"
    FROM "submission" s JOIN "report" r ON r."id" = s."report_id" JOIN "period" p ON p."id" = r."period_id"
      WHERE p."code" <> '2021'`);
}

async function readProvince(client: pg.Client, indicators: string[]): Promise<Province> {
  const { rows } = await client.query<Office & { level: string; isDraft: boolean }>(`
    SELECT u."code", u."level"::text AS "level", u."lineage", h."account", h."id" AS "personId", r."id" AS "reportId",
      s."id" AS "submissionId",
      s."signed_at" IS NULL AS "isDraft"
    FROM "unit" u JOIN "person" h ON h."unit_id" = u."id" JOIN "report" r ON r."unit_id" = u."id"
      JOIN "period" p ON p."id" = r."period_id" AND p."code" = '2021'
    JOIN "submission" s ON s."report_id" = r."id" ORDER BY u."code"`);
  const [top, city] = ['province', 'city'].map((level) => rows.find((row) => row.level === level));
  if (!top || !city) throw new Error('The province is incomplete.');
  return {
    top,
    city,
    drafts: rows.filter(({ level, isDraft }) => level === 'county' && isDraft),
    indicators,
  };
}
