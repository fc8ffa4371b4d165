import 'server-only';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { db } from './client';
import { appliedMigrations } from './queries';

/** Whether the database answers and every migration of this edition of the program is applied. */
export async function isReady(): Promise<boolean> {
  const folders = readdirSync(join(process.cwd(), 'prisma', 'migrations'), {
    withFileTypes: true,
  }).filter((entry) => entry.isDirectory());
  const applied = await appliedMigrations.read(db);
  const names = new Set(applied.map(({ name }) => name));
  return folders.every(({ name }) => names.has(name));
}
