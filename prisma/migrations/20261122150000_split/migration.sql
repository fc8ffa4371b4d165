-- CreateTable
CREATE TABLE "split" (
    "unit_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "on" DATE NOT NULL,

    CONSTRAINT "split_pkey" PRIMARY KEY ("unit_id","into_id","on")
);

-- CreateIndex
CREATE INDEX "split_into_id_idx" ON "split"("into_id");

-- AddForeignKey
ALTER TABLE "split" ADD CONSTRAINT "split_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "split" ADD CONSTRAINT "split_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
