-- AlterTable
ALTER TABLE "period" ADD COLUMN     "signatures" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "lock_reason" TEXT,
ADD COLUMN     "locked_at" TIMESTAMPTZ(3),
ADD COLUMN     "locked_by_id" UUID;

-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "cosigned_at" TIMESTAMPTZ(3),
ADD COLUMN     "cosigned_by_id" UUID;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_locked_by_id_fkey" FOREIGN KEY ("locked_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_cosigned_by_id_fkey" FOREIGN KEY ("cosigned_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A report is signed once or by two people, and the two are not the same person.
ALTER TABLE "period" ADD CONSTRAINT "period_signatures_check" CHECK ("signatures" BETWEEN 1 AND 2);
ALTER TABLE "submission" ADD CONSTRAINT "submission_cosigned_check"
  CHECK (("cosigned_at" IS NULL) = ("cosigned_by_id" IS NULL) AND ("cosigned_by_id" IS NULL OR "cosigned_by_id" IS DISTINCT FROM "signed_by_id"));

-- Whoever locks says why.
ALTER TABLE "report" ADD CONSTRAINT "report_locked_check"
  CHECK (("locked_at" IS NULL) = ("lock_reason" IS NULL) AND ("locked_at" IS NOT NULL OR "locked_by_id" IS NULL));
