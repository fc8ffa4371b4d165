-- A unit that owes two periods is reminded of both on one day, of each once.
DROP INDEX "reminder_unit_id_day_key";
CREATE UNIQUE INDEX "reminder_report_id_day_key" ON "reminder"("report_id", "day") WHERE "report_id" IS NOT NULL;
