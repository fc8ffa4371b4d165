-- CreateEnum
CREATE TYPE "MarkWord" AS ENUM ('answered', 'replied', 'settled');

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "opens_all" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "mark_comment" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "kind" "MarkWord" NOT NULL,
    "text" TEXT,
    "person_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mark_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reopening" (
    "review_id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "is_granted" BOOLEAN,
    "answer" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "reopening_pkey" PRIMARY KEY ("review_id","indicator_code")
);

-- CreateTable
CREATE TABLE "acceptance" (
    "submission_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "acceptance_pkey" PRIMARY KEY ("submission_id")
);

-- CreateTable
CREATE TABLE "withdrawal" (
    "submission_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "withdrawal_pkey" PRIMARY KEY ("submission_id")
);

-- CreateTable
CREATE TABLE "draft_mark" (
    "submission_id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_mark_pkey" PRIMARY KEY ("submission_id","indicator_code")
);

-- CreateIndex
CREATE INDEX "mark_comment_report_id_indicator_code_idx" ON "mark_comment"("report_id", "indicator_code");

-- AddForeignKey
ALTER TABLE "mark_comment" ADD CONSTRAINT "mark_comment_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark_comment" ADD CONSTRAINT "mark_comment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_mark" ADD CONSTRAINT "draft_mark_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_mark" ADD CONSTRAINT "draft_mark_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was said in a thread stays said.
CREATE TRIGGER "mark_comment_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "mark_comment" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
