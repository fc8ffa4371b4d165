import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { urlOf } from '@/.config/database-url';
import { db } from '../database/client';
import { makeWorld } from '../testing/test-world';
import { readManifest } from './manifest';
import { checkBackup, differencesOf, restoreBackup } from './restore-backup';
import { hashDatabase, takeBackup } from './take-backup';

const url = process.env.DATABASE_URL!;
const copyUrl = urlOf(url, `gongbao_copy_${process.pid}`);
const into = mkdtempSync(join(tmpdir(), 'gongbao-backup-'));
let folder: string;

beforeAll(async () => {
  await makeWorld();
  await db.$disconnect();
  ({ folder } = await takeBackup(url, into, new Date('2026-01-15T08:00:00Z')));
});
beforeEach(emptyCopy);
afterAll(async () => {
  rmSync(into, { recursive: true, force: true });
  await query(
    urlOf(url, 'postgres'),
    `DROP DATABASE IF EXISTS "${new URL(copyUrl).pathname.slice(1)}"`,
  );
});

test('what is restored is, row by row, what was backed up', async () => {
  const manifest = await restoreBackup(folder, copyUrl);
  expect(manifest.tables.find(({ name }) => name === 'unit')!.rows).toBeGreaterThan(5);
  expect(await hashDatabase(copyUrl)).toEqual(await hashDatabase(url));
});

test('what was frozen is frozen again', async () => {
  await restoreBackup(folder, copyUrl);
  await expect(query(copyUrl, 'TRUNCATE "event" CASCADE')).rejects.toThrow();
});

test('one changed value is seen', async () => {
  const manifest = await restoreBackup(folder, copyUrl);
  await query(
    copyUrl,
    `UPDATE "unit" SET "name_en" = "name_en" || '.' WHERE "code" = (SELECT min("code") FROM "unit")`,
  );
  expect(differencesOf(manifest, await hashDatabase(copyUrl))).toEqual(['unit']);
});

describe('is refused, and nothing is written', () => {
  test('a backup with one damaged byte, in any of its files', async () => {
    const { tables } = await readManifest(folder);
    const big = tables.reduce((a, b) => (a.rows > b.rows ? a : b));
    for (const name of [`${big.name}.copy.gz`, 'unit.copy.gz', 'manifest.json']) {
      const path = join(folder, name);
      const whole = readFileSync(path);
      const damaged = Buffer.from(whole);
      damaged[damaged.length >> 1]! ^= 1;
      writeFileSync(path, damaged);
      await expect(restoreBackup(folder, copyUrl), name).rejects.toThrow(/损坏|damaged/);
      writeFileSync(path, whole);
    }
    expect(await query(copyUrl, 'SELECT FROM "unit"')).toHaveLength(0);
    await checkBackup(folder);
  });

  test('a folder without a manifest', async () => {
    await expect(checkBackup(into)).rejects.toThrow('manifest.json');
  });

  test('a database that is in use', async () => {
    await restoreBackup(folder, copyUrl);
    await expect(restoreBackup(folder, copyUrl)).rejects.toThrow('empty');
  });

  test('a database of another edition', async () => {
    await query(
      copyUrl,
      'DELETE FROM "_prisma_migrations" WHERE "migration_name" = (SELECT max("migration_name") FROM "_prisma_migrations")',
    );
    await expect(restoreBackup(folder, copyUrl)).rejects.toThrow('migrations');
  });
});

test('a backup that breaks off leaves no folder that could be taken for one', async () => {
  const before = readdirSync(into);
  await expect(takeBackup(urlOf(url, 'does_not_exist'), into, new Date(0))).rejects.toThrow();
  expect(readdirSync(into)).toEqual(before);
});

async function emptyCopy(): Promise<void> {
  const name = new URL(copyUrl).pathname.slice(1);
  await query(urlOf(url, 'postgres'), `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  const template = new URL(inject('templateUrl')).pathname.slice(1);
  await query(urlOf(url, 'postgres'), `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
}

async function query(address: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
