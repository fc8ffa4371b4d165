-- Where a session was opened.
ALTER TABLE "auth_session" ADD COLUMN "address" TEXT NOT NULL DEFAULT '';

-- Tries with accounts that do not exist: how many there were in an hour.
CREATE TABLE "unknown_sign_in" (
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL,

    CONSTRAINT "unknown_sign_in_pkey" PRIMARY KEY ("hour")
);
