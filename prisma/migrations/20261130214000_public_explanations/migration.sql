-- AlterTable
ALTER TABLE "explanation" ADD COLUMN "is_public" BOOLEAN NOT NULL DEFAULT false;
