-- What was decided and explained is frozen like the figures it is about.

-- A decision stands as it was made; only that all figures are open to correction may be added to it.
CREATE FUNCTION "refuse_other_decision"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'opens_all' <> to_jsonb(OLD) - 'opens_all' OR (OLD."opens_all" AND NOT NEW."opens_all") THEN
    RAISE EXCEPTION 'a decision is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "review_frozen" BEFORE UPDATE ON "review" FOR EACH ROW EXECUTE FUNCTION "refuse_other_decision"();

-- It is taken back only together with the event that says so.
CREATE FUNCTION "require_taking_back"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "event" e JOIN "submission" s ON s."report_id" = e."report_id"
    WHERE s."id" = OLD."submission_id" AND e."kind" = 'review.takenBack' AND e.xmin = pg_current_xact_id()::xid
  ) THEN
    RAISE EXCEPTION 'a decision is not removed without its event' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "review_taken_back" AFTER DELETE ON "review"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "require_taking_back"();
CREATE TRIGGER "review_mark_frozen" BEFORE UPDATE ON "review_mark"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Explanations of a signed submission, like its figures, notes and files.
CREATE TRIGGER "explanation_frozen_insert" AFTER INSERT ON "explanation" REFERENCING NEW TABLE AS "touched"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_frozen_figures"();
CREATE TRIGGER "explanation_frozen_update" AFTER UPDATE ON "explanation" REFERENCING OLD TABLE AS "touched"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_frozen_figures"();
CREATE TRIGGER "explanation_frozen_delete" AFTER DELETE ON "explanation" REFERENCING OLD TABLE AS "touched"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_frozen_figures"();

-- A signed submission is not removed, nor is a withdrawal rewritten, nor any of it emptied at once.
CREATE FUNCTION "refuse_removal_of_signed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."signed_at" IS NOT NULL THEN
    RAISE EXCEPTION 'a submitted submission is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "submission_not_removed" BEFORE DELETE ON "submission"
  FOR EACH ROW EXECUTE FUNCTION "refuse_removal_of_signed"();
CREATE TRIGGER "withdrawal_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "withdrawal"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "submission_not_emptied" BEFORE TRUNCATE ON "submission"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "figure_not_emptied" BEFORE TRUNCATE ON "figure"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "explanation_not_emptied" BEFORE TRUNCATE ON "explanation"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "review_not_emptied" BEFORE TRUNCATE ON "review"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "review_mark_not_emptied" BEFORE TRUNCATE ON "review_mark"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
