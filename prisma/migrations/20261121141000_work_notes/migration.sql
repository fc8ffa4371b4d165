-- CreateEnum
CREATE TYPE "NoteKind" AS ENUM ('measures', 'highlights');

-- CreateTable
CREATE TABLE "work_note" (
    "submission_id" UUID NOT NULL,
    "section_code" TEXT NOT NULL,
    "kind" "NoteKind" NOT NULL,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "work_note_pkey" PRIMARY KEY ("submission_id","section_code","kind")
);

-- AddForeignKey
ALTER TABLE "work_note" ADD CONSTRAINT "work_note_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_note" ADD CONSTRAINT "work_note_section_code_fkey" FOREIGN KEY ("section_code") REFERENCES "section"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_note" ADD CONSTRAINT "work_note_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was written is frozen with the figures it was written to.
CREATE TRIGGER "work_note_frozen_insert" AFTER INSERT ON "work_note" REFERENCING NEW TABLE AS "touched" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_frozen_figures"();
CREATE TRIGGER "work_note_frozen_update" AFTER UPDATE ON "work_note" REFERENCING OLD TABLE AS "touched" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_frozen_figures"();
CREATE TRIGGER "work_note_frozen_delete" AFTER DELETE ON "work_note" REFERENCING OLD TABLE AS "touched" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_frozen_figures"();
