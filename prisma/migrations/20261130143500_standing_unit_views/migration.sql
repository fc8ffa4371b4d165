-- Which units stood in a period, and below which: those of its last day. A unit that closed by then is gone from the whole
-- period: others report. Called what it was called then.
CREATE VIEW "standing_unit" AS
SELECT p."id" AS "period_id", u."id" AS "unit_id", u."code", l."parent_id",
  COALESCE((SELECT w."name" FROM "unit_name" w WHERE w."unit_id" = u."id" AND w."valid_from" < p."to_month" + interval '1 month'
    ORDER BY w."valid_from" DESC LIMIT 1), u."name") AS "name",
  COALESCE((SELECT w."name_en" FROM "unit_name" w WHERE w."unit_id" = u."id" AND w."valid_from" < p."to_month" + interval '1 month'
    ORDER BY w."valid_from" DESC LIMIT 1), u."name_en") AS "name_en"
FROM "period" p
JOIN "unit" u ON u."valid_from" < p."to_month" + interval '1 month' AND (u."valid_to" IS NULL OR u."valid_to" >= p."to_month" + interval '1 month')
LEFT JOIN "placement" l ON l."unit_id" = u."id" AND l."valid_from" < p."to_month" + interval '1 month'
  AND (l."valid_to" IS NULL OR l."valid_to" >= p."to_month" + interval '1 month');
