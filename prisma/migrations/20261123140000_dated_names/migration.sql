-- CreateTable
CREATE TABLE "unit_name" (
    "unit_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "unit_name_pkey" PRIMARY KEY ("unit_id","valid_from")
);

-- AddForeignKey
ALTER TABLE "unit_name" ADD CONSTRAINT "unit_name_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
