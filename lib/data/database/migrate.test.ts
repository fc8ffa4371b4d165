import { Client } from 'pg';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { urlOf } from '@/.config/database-url';
import { applyMigrations, listMigrationNames } from './migrate';

const name = `gongbao_migrate_${process.pid}`;
const server = urlOf(process.env.DATABASE_URL!, 'postgres');
const url = urlOf(server, name);

beforeEach(async () => {
  await query(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await query(server, `CREATE DATABASE "${name}"`);
});
afterAll(() => query(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));

test('what is new is applied once, by however many start at once', async () => {
  const applied = await Promise.all([applyMigrations(url), applyMigrations(url)]);
  expect(applied.flat().sort()).toEqual(listMigrationNames());
  expect(await applyMigrations(url)).toEqual([]);
});

test('an edition of earlier is brought to the present', async () => {
  const names = listMigrationNames();
  await applyMigrations(url, names.slice(0, 3));
  expect(await applyMigrations(url)).toEqual(names.slice(3));
});

test('a migration whose file was edited after it was applied is refused by name', async () => {
  const [first] = listMigrationNames();
  await applyMigrations(url, [first!]);
  await query(url, `UPDATE _prisma_migrations SET checksum = repeat('0', 64)`);
  await expect(applyMigrations(url)).rejects.toThrow(first);
});

async function query(address: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: address });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
