-- AlterTable
ALTER TABLE "period" ADD COLUMN     "levels" "UnitLevel"[];

-- Whose reports a period already has, it takes.
UPDATE "period" p SET "levels" = COALESCE((
  SELECT array_agg(DISTINCT u."level") FROM "report" r JOIN "unit" u ON u."id" = r."unit_id" WHERE r."period_id" = p."id"
), '{}');
