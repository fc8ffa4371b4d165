-- CreateTable
CREATE TABLE "cover_scan" (
    "submission_id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cover_scan_pkey" PRIMARY KEY ("submission_id")
);

-- AddForeignKey
ALTER TABLE "cover_scan" ADD CONSTRAINT "cover_scan_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cover_scan" ADD CONSTRAINT "cover_scan_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A scan belongs to a signed submission, may give way to another until that is approved, and then stays.
CREATE FUNCTION "refuse_cover_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM "submission" s WHERE s."id" = NEW."submission_id" AND s."signed_at" IS NOT NULL) THEN
      RAISE EXCEPTION 'only a submitted submission has a cover' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT 1 FROM "review" r WHERE r."submission_id" = OLD."submission_id") THEN
    RAISE EXCEPTION 'the cover of a decided submission is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW."submission_id" IS DISTINCT FROM OLD."submission_id" THEN
    RAISE EXCEPTION 'a cover stays with its submission' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "cover_scan_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "cover_scan" FOR EACH ROW EXECUTE FUNCTION "refuse_cover_change"();
