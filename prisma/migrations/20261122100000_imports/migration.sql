-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "decisions" JSONB NOT NULL,
    "names" TEXT[],
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "written_by_id" UUID,
    "written_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_figure" (
    "import_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "sheet" TEXT NOT NULL,
    "cell" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "before" JSONB,
    "revision" INTEGER NOT NULL,
    "restored" BOOLEAN,

    CONSTRAINT "import_figure_pkey" PRIMARY KEY ("import_id","submission_id","indicator_code")
);

-- CreateIndex
CREATE INDEX "import_unit_id_opened_at_idx" ON "import"("unit_id", "opened_at");

-- CreateIndex
CREATE INDEX "import_figure_submission_id_indicator_code_idx" ON "import_figure"("submission_id", "indicator_code");

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_figure" ADD CONSTRAINT "import_figure_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_figure" ADD CONSTRAINT "import_figure_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_figure" ADD CONSTRAINT "import_figure_indicator_code_fkey" FOREIGN KEY ("indicator_code") REFERENCES "indicator"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
