import 'server-only';
import { officeDay } from '@/lib/domain/office-day';
import type { Succession } from '@/lib/domain/succession';
import { db } from './client';

/** Every merger and split that has come into force, days as "2021-06-30". There are a handful of them in a country. */
export async function readSuccessions(): Promise<Succession[]> {
  return db.$queryRaw<Succession[]>`
    SELECT u."code" AS "unit", s."code" AS "into", u."valid_to"::text AS "on", false AS "goesOn"
    FROM "unit" u JOIN "unit" s ON s."id" = u."successor_id" WHERE u."valid_to" <= ${officeDay(new Date())}::date
    UNION ALL
    SELECT u."code", i."code", s."on"::text, u."valid_to" IS DISTINCT FROM s."on"
    FROM "split" s JOIN "unit" u ON u."id" = s."unit_id" JOIN "unit" i ON i."id" = s."into_id" WHERE s."on" <= ${officeDay(new Date())}::date`;
}
