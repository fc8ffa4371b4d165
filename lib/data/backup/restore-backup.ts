import 'server-only';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Writable } from 'node:stream';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { BackupError, fileOf, readManifest, type Manifest, type TableCopy } from './manifest';
import { hashDatabase, Meter } from './take-backup';
import { copyIn, emptyAll, listMigrations, listTables, printAlike, triggers } from './tables';

/** Reads a whole backup and holds every file against the manifest. Throws BackupError at the first damaged byte. */
export async function checkBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  for (const table of manifest.tables) {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    await readTable(folder, table, nowhere);
  }
  return manifest;
}

/** Fills an empty, migrated database with a backup, all of it or nothing, and compares it row by row afterwards. The
 *  database must have exactly the migrations of the backup. Throws BackupError where anything differs. */
export async function restoreBackup(folder: string, url: string): Promise<Manifest> {
  const manifest = await checkBackup(folder);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(printAlike);
    await refuseUnfit(client, manifest);
    await client.query('BEGIN');
    await fill(client, folder, manifest);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
  const different = differencesOf(manifest, await hashDatabase(url));
  if (different.length > 0)
    throw new BackupError(
      `恢复后的数据与备份不一致：${different.join('、')}。`,
      `What was restored differs from the backup: ${different.join(', ')}.`,
    );
  return manifest;
}

/** The tables whose rows are not those of the backup. */
export function differencesOf(
  { tables }: Manifest,
  found: readonly Pick<TableCopy, 'name' | 'rows' | 'sha256'>[],
): string[] {
  const hashes = new Map(found.map(({ name, sha256 }) => [name, sha256]));
  return tables.filter(({ name, sha256 }) => hashes.get(name) !== sha256).map(({ name }) => name);
}

async function refuseUnfit(client: Client, { migrations }: Manifest): Promise<void> {
  const applied = await listMigrations(client);
  if (applied.join() !== migrations.join())
    throw new BackupError(
      '目标数据库的结构与备份不是同一版。',
      'The database to fill does not have the migrations of the backup.',
    );
  const { rows } = await client.query(
    'SELECT EXISTS (SELECT FROM person) OR EXISTS (SELECT FROM unit) AS used',
  );
  if (rows[0].used)
    throw new BackupError(
      '目标数据库里已有单位或账号。请恢复到空库，以免覆盖。',
      'The database to fill already has units or people. Restore into an empty one, so that nothing is overwritten.',
    );
}

async function fill(client: Client, folder: string, manifest: Manifest): Promise<void> {
  const tables = await listTables(client);
  const names = tables.map(({ name }) => name);
  // What is frozen may not be written by anybody; what comes back from a backup was written when it might be.
  for (const name of names) await client.query(triggers(name, 'DISABLE'));
  await client.query(emptyAll(names));
  const copies = new Map(manifest.tables.map((table) => [table.name, table]));
  for (const { name } of tables) {
    const copy = copies.get(name);
    if (copy) await readTable(folder, copy, client.query(copyFrom(copyIn(copy))));
  }
  for (const name of names) await client.query(triggers(name, 'ENABLE'));
}

/** Reads one table's file into `sink`, and refuses it where file or rows are not those of the manifest. */
async function readTable(folder: string, table: TableCopy, sink: Writable): Promise<void> {
  const [file, content] = [new Meter(), new Meter()];
  const source = createReadStream(join(folder, fileOf(table.name)));
  const damaged = new BackupError(
    `备份文件 ${fileOf(table.name)} 缺失或已损坏，没有写入任何数据。`,
    `${fileOf(table.name)} is missing or damaged; nothing was written.`,
  );
  try {
    await pipeline(source, file, createGunzip(), content, sink);
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (code === 'ENOENT' || code.startsWith('Z_')) throw damaged;
    throw error;
  }
  if (file.sha256() !== table.fileSha256 || content.sha256() !== table.sha256) throw damaged;
}
