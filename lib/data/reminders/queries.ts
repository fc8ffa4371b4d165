import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { officeDay } from '@/lib/domain/tree/office-day';
import { bool, jsonb, nullable, statement, text, timestamptz, uuid } from '../database/statement';

/** Takes reminders that still have to be handed on; of several servers each takes others. */
export const takeReminders = statement(
  {
    id: uuid,
    text,
    sentAt: timestamptz,
    reportId: nullable(uuid),
    period: text,
    dueAt: timestamptz,
    isPosted: bool,
    isMailed: bool,
    code: text,
    name: text,
    contactName: nullable(text),
    contactPhone: nullable(text),
    contactEmail: nullable(text),
    sender: text,
  },
  (most: number, mostAttempts: number) => Prisma.sql`
    WITH "taken" AS (
      UPDATE "reminder" SET "attempts" = "attempts" + 1, "taken_at" = now() WHERE "id" IN (
        SELECT "id" FROM "reminder" WHERE "delivered_at" IS NULL AND "attempts" < ${mostAttempts}::int
          AND "sent_at" > now() - interval '3 days'
          AND ("taken_at" IS NULL OR "taken_at" < now() - interval '10 minutes')
            AND ("next_try_at" IS NULL OR "next_try_at" <= now())
        ORDER BY "sent_at" LIMIT ${most}::int FOR UPDATE SKIP LOCKED)
      RETURNING "id", "text", "sent_at", "unit_id", "report_id", "period_id", "posted_at", "mailed_at",
        "sent_by_id", "rule_id")
    SELECT m."id", m."text", m."sent_at" AS "sentAt", m."report_id" AS "reportId", p."code" AS "period",
      COALESCE(d."due_at", p."due_at") AS "dueAt",
      m."posted_at" IS NOT NULL AS "isPosted", m."mailed_at" IS NOT NULL AS "isMailed",
      u."code", u."name", u."contact_name" AS "contactName", u."contact_phone" AS "contactPhone",
        u."contact_email" AS "contactEmail",
      COALESCE((SELECT h."name" FROM "person" q JOIN "unit" h ON h."id" = q."unit_id" WHERE q."id" = m."sent_by_id"),
        (SELECT h."name" FROM "reminder_rule" k JOIN "unit" h ON h."id" = k."unit_id"
          WHERE k."id" = m."rule_id"), u."name") AS "sender"
    FROM "taken" m JOIN "unit" u ON u."id" = m."unit_id" LEFT JOIN "report" r ON r."id" = m."report_id"
      LEFT JOIN "report_dates" d ON d."report_id" = r."id"
    JOIN "period" p ON p."id" = COALESCE(m."period_id", r."period_id")`,
);

/** Reports of which each unit is reminded by itself today, by a rule that has not done so yet. In SQL, because rules
 *  of a country meet all its reports once a minute. */
export const waitingSingles = statement(
  {
    ruleId: uuid,
    reportId: uuid,
    unitId: uuid,
    name: text,
    period: text,
    sender: text,
    dueAt: timestamptz,
    closesAt: timestamptz,
    sentAt: nullable(timestamptz),
    isCorrection: bool,
    hasFigures: bool,
  },
  (now: Date) => Prisma.sql`
    WITH "waiting" AS (${waitingBelow('single', now)})
    SELECT DISTINCT ON (w."reportId") k."id" AS "ruleId", w."reportId", w."unitId", w."name", w."period",
      w."sender", w."dueAt", w."closesAt", w."sentAt", w."isCorrection", w."hasFigures"
    FROM ${rulesOfToday('single', now)}
      AND NOT EXISTS (SELECT 1 FROM "reminder" m WHERE m."rule_id" IS NOT NULL
        AND m."report_id" = w."reportId" AND m."day" >= t."on")
    ORDER BY w."reportId", t."on" DESC`,
);

/** Units that are reminded today, in one, of whom they still wait for in a period. */
export const waitingCollectives = statement(
  {
    ruleId: uuid,
    unitId: uuid,
    unitCode: text,
    periodId: uuid,
    period: text,
    late: jsonb<{ unit: string; dueAt: string }[]>(),
  },
  (now: Date) => Prisma.sql`
    WITH "waiting" AS (${waitingBelow('collective', now)})
    SELECT DISTINCT ON (w."aboveId", w."periodId") k."id" AS "ruleId", w."aboveId" AS "unitId",
      w."aboveCode" AS "unitCode", w."periodId", w."period",
      (SELECT jsonb_agg(jsonb_build_object('unit', o."name", 'dueAt', o."dueAt") ORDER BY o."lineage")
        FROM "waiting" o
        WHERE o."aboveId" = w."aboveId" AND o."periodId" = w."periodId") AS "late"
    FROM ${rulesOfToday('collective', now)}
      AND NOT EXISTS (SELECT 1 FROM "reminder" m WHERE m."unit_id" = w."aboveId"
        AND m."period_id" = w."periodId" AND m."day" >= t."on")
    ORDER BY w."aboveId", w."periodId", t."on" DESC`,
);

type Form = 'single' | 'collective';

/** Reports that units with rules of this form wait for: directly below them, still taken, not locked and not handed
 *  in. */
const waitingBelow = (form: Form, now: Date): Prisma.Sql => Prisma.sql`
  SELECT a."id" AS "aboveId", a."code" AS "aboveCode", r."id" AS "reportId", u."id" AS "unitId", u."name",
    u."lineage", p."id" AS "periodId", p."code" AS "period", a."name" AS "sender",
    d."due_at" AS "dueAt", d."closes_at" AS "closesAt", s."sent_at" AS "sentAt",
      s."is_correction" AS "isCorrection", s."has_figures" AS "hasFigures"
  FROM "unit" a
  JOIN "unit" u ON u."lineage" = a."lineage" || u."code" || '/'
    AND (u."valid_to" IS NULL OR u."valid_to" > ${officeDay(now)}::date)
  JOIN "report" r ON r."unit_id" = u."id" JOIN "period" p ON p."id" = r."period_id"
    JOIN "report_dates" d ON d."report_id" = r."id"
  JOIN "newest_submission" s ON s."report_id" = r."id" AND s."signed_at" IS NULL
  WHERE EXISTS (SELECT 1 FROM "reminder_rule" f WHERE f."unit_id" = a."id" AND f."form"::text = ${form})
    AND NOT EXISTS (SELECT 1 FROM "report_lock" l WHERE l."report_id" = r."id")
    AND ${now} BETWEEN d."opens_at" AND d."closes_at"`;

// A server that stood still makes up for what it missed, but nobody is reminded of last week's rule.
const graceDays = 3;

/** Rules k whose day t has come for what waits (w), and is not long past. */
const rulesOfToday = (form: Form, now: Date): Prisma.Sql => Prisma.sql`
  "reminder_rule" k JOIN "waiting" w ON w."aboveId" = k."unit_id"
  CROSS JOIN LATERAL (SELECT (w."dueAt" AT TIME ZONE 'Asia/Shanghai')::date + k."days" AS "on") t
  WHERE k."form"::text = ${form} AND t."on" <= ${officeDay(now)}::date
    AND t."on" > ${officeDay(now)}::date - ${graceDays}::int`;
