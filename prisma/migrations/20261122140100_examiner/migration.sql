-- AlterEnum
ALTER TYPE "Role" ADD VALUE 'examiner';

-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "subject" TEXT;
