import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { bool, command, int4, statement, text, timestamptz } from './statement';

/** Migrations that are applied; Prisma has no model of its own table. */
export const appliedMigrations = statement(
  { name: text },
  () => Prisma.sql`
    SELECT "migration_name"::text AS "name" FROM "_prisma_migrations"
    WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`,
);

/** The server's clock at this moment, not at the beginning of the transaction: what happens one after the other is
 *  written so, whichever process wrote it. Prisma asks no clock. */
export const serverTime = statement(
  { at: timestamptz },
  () => Prisma.sql`/* kept */ SELECT clock_timestamp()::timestamptz(3) AS "at"`,
);

/** Waits for one row and keeps it until the transaction ends: "first wait, then look". Rows that others refer to are
 *  held so that these still may. Prisma locks no rows. */
export const holdRow = statement(
  { held: int4 },
  (table: 'access_token' | 'import' | 'manuscript' | 'proposal' | 'unit', id: string) => Prisma.sql`
    SELECT 1 AS "held" FROM ${Prisma.raw(`"${table}"`)} WHERE "id" = ${id}::uuid
    ${table === 'unit' ? Prisma.sql`FOR NO KEY UPDATE` : Prisma.sql`FOR UPDATE`}`,
);

/** Takes a turn that is given to one transaction at a time: waits for it, or passes where somebody has it just now.
 *  Prisma has no locks. */
export const takeTurn = statement({ mine: bool }, (turn: number, when: 'waiting' | 'if-free') =>
  when === 'waiting'
    ? Prisma.sql`SELECT pg_advisory_xact_lock(${turn}::int) IS NOT NULL AS "mine"`
    : Prisma.sql`SELECT pg_try_advisory_xact_lock(${turn}::int) AS "mine"`,
);

/** Events as JSON, each with the server's clock at its own writing: Prisma writes only values that it has. */
export const insertEvents = command(
  (rows: string) => Prisma.sql`/* kept */
    INSERT INTO "event" ("id", "at", "person_id", "kind", "report_id", "subject", "from", "to")
    SELECT e."id", clock_timestamp(), e."by", e."kind", e."report", e."subject", e."from", e."to"
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS e("id" uuid, "by" uuid, "kind" text, "report" uuid, "subject" text, "from" jsonb, "to" jsonb)`,
);
