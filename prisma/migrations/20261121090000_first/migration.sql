-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "UnitLevel" AS ENUM ('nation', 'province', 'city', 'county');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('reporter', 'signatory', 'reviewer', 'administrator', 'auditor');

-- CreateEnum
CREATE TYPE "PeriodKind" AS ENUM ('year', 'part_year', 'term');

-- CreateEnum
CREATE TYPE "Nature" AS ENUM ('stock', 'flow', 'ratio', 'streak', 'standard', 'rank');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('up', 'down', 'neutral');

-- CreateEnum
CREATE TYPE "CheckKind" AS ENUM ('mandatory', 'verify', 'hint');

-- CreateEnum
CREATE TYPE "Measure" AS ENUM ('level', 'growth', 'average_growth', 'gross_new', 'net_increase');

-- CreateEnum
CREATE TYPE "Answer" AS ENUM ('blank', 'number', 'not_applicable', 'not_available');

-- CreateEnum
CREATE TYPE "Decision" AS ENUM ('approved', 'returned');

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "level" "UnitLevel" NOT NULL,
    "lineage" TEXT NOT NULL,
    "valid_from" DATE NOT NULL DEFAULT '1949-10-01'::date,
    "valid_to" DATE,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placement" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "parent_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "password_hash" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_role" (
    "person_id" UUID NOT NULL,
    "role" "Role" NOT NULL,

    CONSTRAINT "person_role_pkey" PRIMARY KEY ("person_id","role")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_token" (
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setup_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "rate_limiter_flexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" BIGINT,

    CONSTRAINT "rate_limiter_flexible_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "period" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "PeriodKind" NOT NULL,
    "from_month" DATE NOT NULL,
    "to_month" DATE NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "late_until" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "section" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "section_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "indicator" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "section_code" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "nature" "Nature" NOT NULL,
    "direction" "Direction" NOT NULL,
    "display" JSONB NOT NULL,
    "part_of" TEXT,
    "parts_add_up" BOOLEAN NOT NULL DEFAULT false,
    "numerator" TEXT,
    "denominator" TEXT,
    "chain" JSONB,
    "honour" BOOLEAN NOT NULL DEFAULT false,
    "level" TEXT,
    "definition" TEXT NOT NULL,
    "core" BOOLEAN NOT NULL,
    "verb" TEXT,
    "aliases" TEXT[],

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "check" (
    "code" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "kind" "CheckKind" NOT NULL,
    "left" JSONB NOT NULL,
    "op" TEXT NOT NULL,
    "right" JSONB NOT NULL,
    "tolerance" DECIMAL(24,6) NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "check_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "catalogue_state" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "fingerprint" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "catalogue_state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_indicator" (
    "unit_id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,

    CONSTRAINT "unit_indicator_pkey" PRIMARY KEY ("unit_id","indicator_code")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "made_up" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "sent_by_id" UUID,
    "signed_at" TIMESTAMPTZ(3),
    "signed_by_id" UUID,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figure" (
    "submission_id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "measure" "Measure" NOT NULL DEFAULT 'level',
    "answer" "Answer" NOT NULL,
    "value" DECIMAL(24,6),
    "shown" JSONB,
    "qualifier" TEXT NOT NULL DEFAULT '',
    "base_year" INTEGER,
    "as_of" TEXT,
    "from" TEXT,
    "scope_note" TEXT,
    "note" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "entered_by_id" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "figure_pkey" PRIMARY KEY ("submission_id","indicator_code","measure")
);

-- CreateTable
CREATE TABLE "explanation" (
    "submission_id" UUID NOT NULL,
    "check_code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "person_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "explanation_pkey" PRIMARY KEY ("submission_id","check_code")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "decision" "Decision" NOT NULL,
    "reason" TEXT,
    "person_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_mark" (
    "review_id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "review_mark_pkey" PRIMARY KEY ("review_id","indicator_code")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" UUID,
    "kind" TEXT NOT NULL,
    "report_id" UUID,
    "subject" TEXT,
    "from" JSONB,
    "to" JSONB,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE UNIQUE INDEX "unit_lineage_key" ON "unit"("lineage");

-- CreateIndex
CREATE INDEX "placement_parent_id_idx" ON "placement"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "placement_unit_id_valid_from_key" ON "placement"("unit_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "person_account_key" ON "person"("account");

-- CreateIndex
CREATE INDEX "person_unit_id_idx" ON "person"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_person_id_idx" ON "invitation"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "auth_session_token_hash_key" ON "auth_session"("token_hash");

-- CreateIndex
CREATE INDEX "auth_session_person_id_idx" ON "auth_session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "period_code_key" ON "period"("code");

-- CreateIndex
CREATE INDEX "period_from_month_to_month_idx" ON "period"("from_month", "to_month");

-- CreateIndex
CREATE INDEX "indicator_section_code_idx" ON "indicator"("section_code");

-- CreateIndex
CREATE INDEX "report_period_id_idx" ON "report"("period_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_unit_id_period_id_key" ON "report"("unit_id", "period_id");

-- CreateIndex
CREATE UNIQUE INDEX "submission_report_id_number_key" ON "submission"("report_id", "number");

-- CreateIndex
CREATE INDEX "figure_entered_by_id_idx" ON "figure"("entered_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_submission_id_key" ON "review"("submission_id");

-- CreateIndex
CREATE INDEX "event_report_id_at_idx" ON "event"("report_id", "at");

-- CreateIndex
CREATE INDEX "event_kind_at_idx" ON "event"("kind", "at");

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_section_code_fkey" FOREIGN KEY ("section_code") REFERENCES "section"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_indicator" ADD CONSTRAINT "unit_indicator_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_indicator" ADD CONSTRAINT "unit_indicator_indicator_code_fkey" FOREIGN KEY ("indicator_code") REFERENCES "indicator"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_sent_by_id_fkey" FOREIGN KEY ("sent_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_signed_by_id_fkey" FOREIGN KEY ("signed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_indicator_code_fkey" FOREIGN KEY ("indicator_code") REFERENCES "indicator"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "explanation" ADD CONSTRAINT "explanation_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "explanation" ADD CONSTRAINT "explanation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_mark" ADD CONSTRAINT "review_mark_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Rules the database keeps by itself, whatever the program does.

ALTER TABLE "figure" ADD CONSTRAINT "figure_value_matches_answer" CHECK (("answer" = 'number') = ("value" IS NOT NULL));
ALTER TABLE "period" ADD CONSTRAINT "period_dates_in_order" CHECK ("opens_at" <= "due_at" AND "due_at" <= "late_until" AND "late_until" <= "closes_at" AND "from_month" <= "to_month");
ALTER TABLE "submission" ADD CONSTRAINT "submission_signed_with_name" CHECK (("signed_at" IS NULL) = ("signed_by_id" IS NULL) AND ("sent_at" IS NULL) = ("sent_by_id" IS NULL));
CREATE INDEX "unit_lineage_prefix" ON "unit" ("lineage" text_pattern_ops);

-- Events are append-only.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "event" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- A submitted figure never changes. Statement-level with transition tables: one look-up per batch.
CREATE FUNCTION "refuse_frozen_figures"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "touched" t JOIN "submission" s ON s."id" = t."submission_id" WHERE s."signed_at" IS NOT NULL) THEN
    RAISE EXCEPTION 'figures of a submitted report are frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "figure_frozen_insert" AFTER INSERT ON "figure" REFERENCING NEW TABLE AS "touched" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_frozen_figures"();
CREATE TRIGGER "figure_frozen_update" AFTER UPDATE ON "figure" REFERENCING OLD TABLE AS "touched" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_frozen_figures"();
CREATE TRIGGER "figure_frozen_delete" AFTER DELETE ON "figure" REFERENCING OLD TABLE AS "touched" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_frozen_figures"();

-- A signed submission stays signed by whom and when it was.
CREATE FUNCTION "refuse_unsigning"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."signed_at" IS NOT NULL THEN
    RAISE EXCEPTION 'a submitted submission is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "submission_frozen" BEFORE UPDATE ON "submission" FOR EACH ROW EXECUTE FUNCTION "refuse_unsigning"();
