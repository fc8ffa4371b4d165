import 'server-only';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { db } from './client';

/** Whether the database answers and every migration of this edition of the program is applied. */
export async function isReady(): Promise<boolean> {
  const folders = readdirSync(join(process.cwd(), 'prisma', 'migrations'), {
    withFileTypes: true,
  }).filter((entry) => entry.isDirectory());
  const applied = await db.$queryRaw<{ name: string }[]>`
    SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;
  const names = new Set(applied.map(({ name }) => name));
  return folders.every(({ name }) => names.has(name));
}
