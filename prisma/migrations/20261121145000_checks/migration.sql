-- CreateEnum
CREATE TYPE "WaiverAnswer" AS ENUM ('granted', 'refused');

-- CreateEnum
CREATE TYPE "MissingPolicy" AS ENUM ('any', 'all', 'none');

-- AlterEnum
ALTER TYPE "CheckKind" ADD VALUE 'quasi';

-- AlterTable
ALTER TABLE "check" ADD COLUMN     "is_changed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_off" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "levels" "UnitLevel"[],
ADD COLUMN     "marks" TEXT[],
ADD COLUMN     "missing_left" "MissingPolicy" NOT NULL DEFAULT 'any',
ADD COLUMN     "missing_right" "MissingPolicy" NOT NULL DEFAULT 'any',
ADD COLUMN     "owner_id" UUID;

-- CreateTable
CREATE TABLE "waiver" (
    "report_id" UUID NOT NULL,
    "check_code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decision" "WaiverAnswer",
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "waiver_pkey" PRIMARY KEY ("report_id","check_code")
);

-- AddForeignKey
ALTER TABLE "check" ADD CONSTRAINT "check_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "catalogue_state" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;
