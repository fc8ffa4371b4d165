-- CreateTable
CREATE TABLE "former_manuscript" (
    "id" UUID NOT NULL,
    "manuscript_id" UUID NOT NULL,
    "basis" JSONB NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by_id" UUID NOT NULL,

    CONSTRAINT "former_manuscript_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "former_manuscript_manuscript_id_revision_key" ON "former_manuscript"("manuscript_id", "revision");

-- AddForeignKey
ALTER TABLE "former_manuscript" ADD CONSTRAINT "former_manuscript_manuscript_id_fkey" FOREIGN KEY ("manuscript_id") REFERENCES "manuscript"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_manuscript" ADD CONSTRAINT "former_manuscript_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was written stays as it was.
CREATE TRIGGER "former_manuscript_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "former_manuscript" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
