-- CreateTable
CREATE TABLE "manuscript" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "period_code" TEXT NOT NULL,
    "basis" JSONB NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_by_id" UUID NOT NULL,
    "saved_from" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "manuscript_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition" (
    "id" UUID NOT NULL,
    "manuscript_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by_id" UUID NOT NULL,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "manuscript_unit_id_period_code_key" ON "manuscript"("unit_id", "period_code");

-- CreateIndex
CREATE UNIQUE INDEX "edition_manuscript_id_number_key" ON "edition"("manuscript_id", "number");

-- AddForeignKey
ALTER TABLE "manuscript" ADD CONSTRAINT "manuscript_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manuscript" ADD CONSTRAINT "manuscript_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_manuscript_id_fkey" FOREIGN KEY ("manuscript_id") REFERENCES "manuscript"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An edition stays as it was issued.
CREATE TRIGGER "edition_frozen" BEFORE UPDATE OR DELETE OR TRUNCATE ON "edition" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
