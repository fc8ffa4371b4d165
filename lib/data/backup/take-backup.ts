import 'server-only';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, Writable, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { newDigest } from '../database/digest';
import { fileOf, writeManifest, type Manifest, type TableCopy } from './manifest';
import { copyOut, listMigrations, listTables, printAlike, type Table } from './tables';

/** Copies the whole database into a new folder `gongbao-<time>` below `into`, as it stood at one moment (REPEATABLE
 *  READ): people go on working meanwhile. It is made under another name and renamed when complete. */
export async function takeBackup(
  url: string,
  into: string,
  now: Date,
): Promise<{ folder: string; manifest: Manifest }> {
  const name = `gongbao-${now.toISOString().replace(/[-:]|\.\d+/g, '')}`;
  const [unfinished, folder] = [join(into, `.${name}`), join(into, name)];
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  try {
    const manifest = await inSnapshot(url, (client) => copyTables(client, unfinished, now));
    await writeManifest(unfinished, manifest);
    await rename(unfinished, folder);
    return { folder, manifest };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** The hashes of a database's tables, to be held against a manifest. */
export async function hashDatabase(
  url: string,
): Promise<Pick<TableCopy, 'name' | 'rows' | 'sha256'>[]> {
  return inSnapshot(url, async (client) => {
    const hashes = [];
    for (const table of await listTables(client)) {
      const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
      hashes.push({ name: table.name, ...(await copyTable(client, table, [nowhere])) });
    }
    return hashes;
  });
}

async function copyTables(client: Client, folder: string, now: Date): Promise<Manifest> {
  const { rows } = await client.query<{ version: string }>(
    `SELECT current_setting('server_version') AS version`,
  );
  const tables: TableCopy[] = [];
  for (const table of await listTables(client)) {
    const file = new Meter();
    const path = join(folder, fileOf(table.name));
    const copied = await copyTable(client, table, [
      createGzip(),
      file,
      createWriteStream(path, { mode: 0o600 }),
    ]);
    tables.push({ name: table.name, columns: table.columns, ...copied, fileSha256: file.sha256() });
  }
  return {
    format: 'gongbao-backup-1',
    takenAt: now.toISOString(),
    server: rows[0]!.version,
    migrations: await listMigrations(client),
    tables,
  };
}

async function copyTable(
  client: Client,
  table: Table,
  into: NodeJS.WritableStream[],
): Promise<Pick<TableCopy, 'rows' | 'sha256'>> {
  const content = new Meter();
  const copy = client.query(copyTo(copyOut(table)));
  await pipeline([copy, content, ...into]);
  return { rows: copy.rowCount ?? 0, sha256: content.sha256() };
}

async function inSnapshot<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(printAlike);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    await client.end();
  }
}

/** Hands on what passes, and hashes it. */
export class Meter extends Transform {
  readonly #hash = newDigest();

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk);
    done(null, chunk);
  }

  sha256(): string {
    return this.#hash.digest('hex');
  }
}
