-- What is asked of reports all the time, said once (prisma/views.prisma says what each means).
CREATE TYPE "Standing" AS ENUM ('approved', 'submitted', 'draft');

-- GREATEST passes over NULL: a later date that was granted moves whatever lies before it.
CREATE VIEW "report_dates" AS
SELECT r."id" AS "report_id", p."opens_at", GREATEST(p."due_at", r."extended_until") AS "due_at",
  GREATEST(p."late_until", r."extended_until") AS "late_until", GREATEST(p."closes_at", r."extended_until") AS "closes_at"
FROM "report" r JOIN "period" p ON p."id" = r."period_id";

CREATE VIEW "reported_figure" AS
SELECT "submission_id", "indicator_code", "measure", "answer", "value", "entered_by_id"
FROM "figure" WHERE "measure" NOT IN ('target', 'limit');

-- One table and no outer join: a query that locks what it reads may name it.
CREATE VIEW "newest_submission" AS
SELECT s."id", s."report_id", s."number", s."created_at", s."sent_at", s."sent_by_id", s."cosigned_at", s."cosigned_by_id", s."signed_at", s."signed_by_id",
  (SELECT v."decision" FROM "review" v WHERE v."submission_id" = s."id") AS "decision",
  (SELECT v."decided_at" FROM "review" v WHERE v."submission_id" = s."id") AS "decided_at",
  (s."number" > 1 AND EXISTS (SELECT 1 FROM "submission" c JOIN "review" w ON w."submission_id" = c."id" AND w."decision" = 'returned'
    WHERE c."report_id" = s."report_id")) AS "is_correction",
  EXISTS (SELECT 1 FROM "reported_figure" f WHERE f."submission_id" = s."id" AND f."answer" <> 'blank') AS "has_figures"
FROM "submission" s
WHERE NOT EXISTS (SELECT 1 FROM "submission" n WHERE n."report_id" = s."report_id" AND n."number" > s."number");

CREATE VIEW "speaking_submission" AS
SELECT s."id", r."id" AS "report_id", s."number", s."signed_at", s."decided_at", s."standing"
FROM "report" r CROSS JOIN LATERAL (
  SELECT e."id", e."number", e."signed_at", v."decided_at",
    (CASE WHEN v."id" IS NOT NULL THEN 'approved' WHEN e."signed_at" IS NOT NULL THEN 'submitted' ELSE 'draft' END)::"Standing" AS "standing"
  FROM "submission" e LEFT JOIN "review" v ON v."submission_id" = e."id" AND v."decision" = 'approved'
  WHERE e."report_id" = r."id"
  ORDER BY v."id" IS NOT NULL DESC, e."signed_at" IS NOT NULL DESC, e."number" DESC LIMIT 1) s;
