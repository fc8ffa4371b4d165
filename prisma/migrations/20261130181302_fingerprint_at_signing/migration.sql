-- The fingerprint of all that was signed, kept at that moment.
ALTER TABLE "submission" ADD COLUMN "fingerprint" TEXT;

-- A signed submission stays as it was signed; the fingerprint is added to it once.
CREATE OR REPLACE FUNCTION "refuse_unsigning"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."signed_at" IS NOT NULL AND NOT (
    OLD."fingerprint" IS NULL AND NEW."fingerprint" IS NOT NULL
    AND to_jsonb(NEW) - 'fingerprint' = to_jsonb(OLD) - 'fingerprint'
  ) THEN
    RAISE EXCEPTION 'a submitted submission is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
ALTER TABLE "submission" ADD CONSTRAINT "submission_fingerprint_of_signed"
  CHECK ("fingerprint" IS NULL OR "signed_at" IS NOT NULL);
