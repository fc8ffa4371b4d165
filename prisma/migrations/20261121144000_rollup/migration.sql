-- Units beside the administrative tree and what becomes of merged ones, coverage of a report, later dates for single
-- reports, reminders with their rules, notices, and why a total entered by hand differs from the sum.
-- CreateEnum
CREATE TYPE "UnitKind" AS ENUM ('federation', 'industry', 'zone', 'enterprise');

-- CreateEnum
CREATE TYPE "Coverage" AS ENUM ('own', 'whole');

-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "contact_email" TEXT,
ADD COLUMN     "contact_name" TEXT,
ADD COLUMN     "contact_phone" TEXT,
ADD COLUMN     "counted_elsewhere" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "kind" "UnitKind" NOT NULL DEFAULT 'federation',
ADD COLUMN     "successor_id" UUID;

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "coverage" "Coverage" NOT NULL DEFAULT 'own',
ADD COLUMN     "extended_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "extension" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "wanted" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "granted" BOOLEAN,
    "until" TIMESTAMPTZ(3),
    "answer" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "sent_by_id" UUID,
    "rule_id" UUID,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_rule" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "days" INTEGER NOT NULL,
    "made_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reminder_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "report_id" UUID NOT NULL,
    "by_id" UUID,
    "text" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roll_up_explanation" (
    "submission_id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "person_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roll_up_explanation_pkey" PRIMARY KEY ("submission_id","indicator_code")
);

-- CreateIndex
CREATE INDEX "extension_report_id_idx" ON "extension"("report_id");

-- CreateIndex
CREATE INDEX "reminder_report_id_idx" ON "reminder"("report_id");

-- CreateIndex
CREATE INDEX "reminder_sent_at_idx" ON "reminder"("sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_unit_id_day_key" ON "reminder"("unit_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_rule_unit_id_days_key" ON "reminder_rule"("unit_id", "days");

-- CreateIndex
CREATE INDEX "notice_person_id_created_at_idx" ON "notice"("person_id", "created_at");

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_sent_by_id_fkey" FOREIGN KEY ("sent_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "reminder_rule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_rule" ADD CONSTRAINT "reminder_rule_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_rule" ADD CONSTRAINT "reminder_rule_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roll_up_explanation" ADD CONSTRAINT "roll_up_explanation_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roll_up_explanation" ADD CONSTRAINT "roll_up_explanation_indicator_code_fkey" FOREIGN KEY ("indicator_code") REFERENCES "indicator"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roll_up_explanation" ADD CONSTRAINT "roll_up_explanation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One question at a time: the next request waits for the answer to the last.
CREATE UNIQUE INDEX "extension_open" ON "extension"("report_id") WHERE "granted" IS NULL;
-- The outbox: what still waits to be handed on.
CREATE INDEX "reminder_waiting" ON "reminder"("sent_at") WHERE "delivered_at" IS NULL;
