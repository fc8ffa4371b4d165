-- What one server has taken to hand on is left to it for a while.
ALTER TABLE "reminder" ADD COLUMN "taken_at" TIMESTAMPTZ(3);
