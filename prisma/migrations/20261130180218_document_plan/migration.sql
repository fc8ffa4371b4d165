-- CreateTable
CREATE TABLE "document_plan" (
    "unit_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_by_id" UUID NOT NULL,

    CONSTRAINT "document_plan_pkey" PRIMARY KEY ("unit_id")
);

-- AddForeignKey
ALTER TABLE "document_plan" ADD CONSTRAINT "document_plan_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_plan" ADD CONSTRAINT "document_plan_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
