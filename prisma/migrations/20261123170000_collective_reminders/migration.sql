-- CreateEnum
CREATE TYPE "ReminderForm" AS ENUM ('single', 'collective');

-- DropIndex
DROP INDEX "reminder_unit_id_day_key";

-- DropIndex
DROP INDEX "reminder_rule_unit_id_days_key";

-- AlterTable
ALTER TABLE "reminder" ADD COLUMN     "period_id" UUID,
ALTER COLUMN "report_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "reminder_rule" ADD COLUMN     "form" "ReminderForm" NOT NULL DEFAULT 'single';

-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "reminder_id" UUID,
ALTER COLUMN "report_id" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "reminder_unit_id_period_id_day_key" ON "reminder"("unit_id", "period_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_rule_unit_id_days_form_key" ON "reminder_rule"("unit_id", "days", "form");

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_reminder_id_fkey" FOREIGN KEY ("reminder_id") REFERENCES "reminder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A reminder is about one report, and a unit has one a day; or it tells of a period, and a unit has one a day and period.
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_about_check" CHECK (("report_id" IS NULL) <> ("period_id" IS NULL));
CREATE UNIQUE INDEX "reminder_unit_id_day_key" ON "reminder"("unit_id", "day") WHERE "report_id" IS NOT NULL;
-- A notice is about a report, or repeats a collective reminder.
ALTER TABLE "notice" ADD CONSTRAINT "notice_about_check" CHECK (("report_id" IS NULL) <> ("reminder_id" IS NULL));
CREATE INDEX "notice_reminder_id_idx" ON "notice"("reminder_id") WHERE "reminder_id" IS NOT NULL;
