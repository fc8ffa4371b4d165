-- AlterTable
ALTER TABLE "reminder" ADD COLUMN     "failure" TEXT,
ADD COLUMN     "mailed_at" TIMESTAMPTZ(3),
ADD COLUMN     "next_try_at" TIMESTAMPTZ(3),
ADD COLUMN     "posted_at" TIMESTAMPTZ(3);
