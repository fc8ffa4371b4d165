-- A lock belongs to the unit that set it, wherever the person goes: a unit below may not lift it.
ALTER TABLE "report" ADD COLUMN     "locked_unit_id" UUID;

UPDATE "report" r SET "locked_unit_id" = p."unit_id" FROM "person" p WHERE p."id" = r."locked_by_id";

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_locked_unit_id_fkey" FOREIGN KEY ("locked_unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "report" ADD CONSTRAINT "report_locked_unit_check" CHECK ("locked_at" IS NOT NULL OR "locked_unit_id" IS NULL);
