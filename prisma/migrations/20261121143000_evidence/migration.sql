-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_file" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evidence_submission_id_indicator_code_idx" ON "evidence"("submission_id", "indicator_code");

-- CreateIndex
CREATE INDEX "evidence_file_id_idx" ON "evidence"("file_id");

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_indicator_code_fkey" FOREIGN KEY ("indicator_code") REFERENCES "indicator"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "evidence_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Evidence is frozen with its submission, as figures are.
CREATE TRIGGER "evidence_frozen_insert" AFTER INSERT ON "evidence" REFERENCING NEW TABLE AS "touched" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_frozen_figures"();
CREATE TRIGGER "evidence_frozen_update" AFTER UPDATE ON "evidence" REFERENCING OLD TABLE AS "touched" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_frozen_figures"();
CREATE TRIGGER "evidence_frozen_delete" AFTER DELETE ON "evidence" REFERENCING OLD TABLE AS "touched" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_frozen_figures"();
CREATE TRIGGER "evidence_file_frozen" BEFORE UPDATE ON "evidence_file" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
