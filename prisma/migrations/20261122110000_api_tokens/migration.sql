-- CreateEnum
CREATE TYPE "TokenRight" AS ENUM ('read', 'propose');

-- CreateEnum
CREATE TYPE "ProposalDecision" AS ENUM ('taken', 'refused');

-- AlterTable
ALTER TABLE "figure" ADD COLUMN     "proposal_id" UUID;

-- CreateTable
CREATE TABLE "access_token" (
    "id" UUID NOT NULL,
    "lookup" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "rights" "TokenRight"[],
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" UUID,

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "token_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decision" "ProposalDecision",
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_token_lookup_key" ON "access_token"("lookup");

-- CreateIndex
CREATE INDEX "access_token_unit_id_idx" ON "access_token"("unit_id");

-- CreateIndex
CREATE INDEX "proposal_submission_id_idx" ON "proposal"("submission_id");

-- CreateIndex
CREATE INDEX "proposal_report_id_idx" ON "proposal"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_token_id_idempotency_key_key" ON "proposal"("token_id", "idempotency_key");

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_revoked_by_id_fkey" FOREIGN KEY ("revoked_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "access_token"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A proposal says for ever what was proposed and what it was answered; a person decides on it once.
CREATE FUNCTION "refuse_proposal_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."decision" IS NOT NULL OR (NEW."id", NEW."token_id", NEW."report_id", NEW."submission_id", NEW."idempotency_key", NEW."request_hash", NEW."figures", NEW."answer", NEW."created_at")
    IS DISTINCT FROM (OLD."id", OLD."token_id", OLD."report_id", OLD."submission_id", OLD."idempotency_key", OLD."request_hash", OLD."figures", OLD."answer", OLD."created_at") THEN
    RAISE EXCEPTION 'a proposal is only ever decided on, once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "proposal_frozen" BEFORE UPDATE ON "proposal" FOR EACH ROW EXECUTE FUNCTION "refuse_proposal_change"();
