-- A report may be locked by units of several levels at once; each lock stands by itself.
-- DropForeignKey
ALTER TABLE "report" DROP CONSTRAINT "report_locked_by_id_fkey";

-- DropForeignKey
ALTER TABLE "report" DROP CONSTRAINT "report_locked_unit_id_fkey";

-- CreateTable
CREATE TABLE "report_lock" (
    "report_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "person_id" UUID,
    "locked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT NOT NULL,

    CONSTRAINT "report_lock_pkey" PRIMARY KEY ("report_id","unit_id")
);

-- What stands still by now stays so: the lock of its unit, of the one directly above where that is not known.
INSERT INTO "report_lock" ("report_id", "unit_id", "person_id", "locked_at", "reason")
SELECT r."id", COALESCE(r."locked_unit_id", (SELECT l."parent_id" FROM "placement" l WHERE l."unit_id" = r."unit_id"
    ORDER BY l."valid_from" DESC LIMIT 1), r."unit_id"), r."locked_by_id", r."locked_at", COALESCE(r."lock_reason", '')
FROM "report" r WHERE r."locked_at" IS NOT NULL;

-- AlterTable
ALTER TABLE "report" DROP COLUMN "lock_reason",
DROP COLUMN "locked_at",
DROP COLUMN "locked_by_id",
DROP COLUMN "locked_unit_id";

-- CreateTable
CREATE TABLE "target_request" (
    "report_id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "measure" "Measure" NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "is_granted" BOOLEAN,
    "answer" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "target_request_pkey" PRIMARY KEY ("report_id","indicator_code","measure")
);

-- CreateTable
CREATE TABLE "examination" (
    "submission_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "passed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "examination_pkey" PRIMARY KEY ("submission_id")
);

-- CreateIndex
CREATE INDEX "report_lock_unit_id_idx" ON "report_lock"("unit_id");

-- AddForeignKey
ALTER TABLE "report_lock" ADD CONSTRAINT "report_lock_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_lock" ADD CONSTRAINT "report_lock_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_lock" ADD CONSTRAINT "report_lock_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_request" ADD CONSTRAINT "target_request_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_request" ADD CONSTRAINT "target_request_indicator_code_fkey" FOREIGN KEY ("indicator_code") REFERENCES "indicator"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_request" ADD CONSTRAINT "target_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_request" ADD CONSTRAINT "target_request_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "examination" ADD CONSTRAINT "examination_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "examination" ADD CONSTRAINT "examination_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
