// Migrations as plain SQL, each in one transaction, recorded in _prisma_migrations exactly as Prisma's own command
// would: nothing but the SQL files and a connection is needed, and several servers that start at once take turns.
import 'server-only';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { digestOf } from './digest';

const folder = 'prisma/migrations';
// Held by a transaction, so that it also works through a pooler that hands on connections between transactions.
const turns = 20_261_122;

/** Applies what is new in prisma/migrations, or of them only those named in `only`; answers the names of those applied.
 *  Throws where an applied migration's file was edited, and at the first statement that fails: what came before
 *  stays. */
export async function applyMigrations(url: string, only?: readonly string[]): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await inTurn(client, () => client.query(table));
    const applied: string[] = [];
    for (const name of listMigrationNames()) {
      if (only && !only.includes(name)) continue;
      if (await applyOne(client, name)) applied.push(name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

/** The migrations of this edition, in order. */
export function listMigrationNames(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(fileOf(entry.name)))
    .map(({ name }) => name)
    .sort();
}

async function applyOne(client: Client, name: string): Promise<boolean> {
  const sql = readFileSync(fileOf(name), 'utf8');
  const checksum = digestOf(sql);
  return inTurn(client, async () => {
    const { rows } = await client.query<{ checksum: string }>(
      `SELECT checksum FROM _prisma_migrations
       WHERE migration_name = $1 AND finished_at IS NOT NULL AND rolled_back_at IS NULL`,
      [name],
    );
    if (rows[0] && rows[0].checksum !== checksum)
      throw new Error(
        `已应用的迁移 ${name} 的文件被改动过。\nThe file of the applied migration ${name} was edited.`,
      );
    if (rows[0]) return false;
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    return true;
  });
}

/** One transaction that no other migration runs beside. */
async function inTurn<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [turns]);
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

const fileOf = (name: string): string => join(folder, name, 'migration.sql');

// As Prisma's own command makes it, so that either may be used on the same database.
const table = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;
