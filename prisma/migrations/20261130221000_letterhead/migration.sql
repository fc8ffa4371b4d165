-- CreateTable
CREATE TABLE "letterhead" (
    "unit_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL DEFAULT '',
    "number" TEXT NOT NULL DEFAULT '',
    "to" TEXT NOT NULL DEFAULT '',
    "copies" TEXT NOT NULL DEFAULT '',
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_by_id" UUID NOT NULL,

    CONSTRAINT "letterhead_pkey" PRIMARY KEY ("unit_id")
);

-- AddForeignKey
ALTER TABLE "letterhead" ADD CONSTRAINT "letterhead_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letterhead" ADD CONSTRAINT "letterhead_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
