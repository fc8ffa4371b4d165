import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Role } from '@/lib/domain/access/policy';
import type { UnitLevel } from '@/lib/domain/tree/unit';
import { bool, column, statement, text, textOf, timestamptz, uuid } from '../database/statement';

/** Who is behind a session that still holds, by the database's clock: one that runs wrong on a server ends nobody's.
 *  Asked at every page, so in one statement that the server keeps. */
export const openSessionOf = statement(
  {
    sessionId: uuid,
    now: timestamptz,
    isToBeSeen: bool,
    personId: uuid,
    account: text,
    name: text,
    isDemo: bool,
    unitId: uuid,
    code: text,
    unitName: text,
    nameEn: text,
    level: textOf<UnitLevel>(),
    lineage: text,
    roles: column<Role[]>('text[]'),
  },
  (tokenHash: string, idleLimit: number) => Prisma.sql`/* kept */
    SELECT a."id" AS "sessionId", now() AS "now", a."last_seen_at" < now() - interval '1 minute' AS "isToBeSeen",
      p."id" AS "personId", p."account", p."name",
      p."is_demo" AS "isDemo", u."id" AS "unitId", u."code", u."name" AS "unitName", u."name_en" AS "nameEn",
      u."level"::text AS "level", u."lineage",
      ARRAY(SELECT r."role"::text FROM "person_role" r WHERE r."person_id" = p."id" ORDER BY r."role") AS "roles"
    FROM "auth_session" a JOIN "person" p ON p."id" = a."person_id" JOIN "unit" u ON u."id" = p."unit_id"
    WHERE a."token_hash" = ${tokenHash} AND a."revoked_at" IS NULL AND p."disabled_at" IS NULL
      AND a."expires_at" > now() AND a."last_seen_at" > now() - ${idleLimit}::int * interval '1 millisecond'`,
);
