-- The auditor reads what happened from the newest back, page by page.
CREATE INDEX "event_at_id_idx" ON "event"("at", "id");
