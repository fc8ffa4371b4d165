// The database inside the embedded server. It is filled under another name and renamed when complete, so that it exists
// only whole: a start that is killed while loading begins anew.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { databaseFault } from './explain.mjs';
import { runTypeScript } from './run.mjs';
import { root } from './settings.mjs';

/** @typedef {{ account: string, password: string, name: string, roles: string[], unit: string }} DemoAccount */
/** @typedef {{ accounts: DemoAccount[], invitation: string | null }} Loaded */

const complete = 'gongbao';
const loading = 'gongbao_loading';

/** Brings the embedded server's database to the present: migrations, catalogue and, in the demo, the world.
 * @param {import('./postgres-server.mjs').Server} server @param {boolean} demo
 * @returns {Promise<Loaded & { url: string }>} */
export async function prepareEmbedded(server, demo) {
  const url = server.urlOf(complete);
  if (await hasDatabase(server)) return { url, ...(await loadInto(url, demo)) };
  return { url, ...(await openEmpty(server, (fresh) => loadInto(fresh, demo))) };
}

/** Makes the embedded server's database; where there is one already, it is filled only if `work` finds it empty.
 * @template T @param {import('./postgres-server.mjs').Server} server @param {(url: string) => Promise<T>} work
 * @returns {Promise<T>} */
export async function openEmpty(server, work) {
  if (await hasDatabase(server)) return await work(server.urlOf(complete));
  await query(server.urlOf('postgres'), `DROP DATABASE IF EXISTS ${loading} WITH (FORCE)`);
  await query(server.urlOf('postgres'), `CREATE DATABASE ${loading}`);
  const result = await work(server.urlOf(loading));
  await query(server.urlOf('postgres'), `ALTER DATABASE ${loading} RENAME TO ${complete}`);
  return result;
}

/** Sees that somebody's own database can be used before anything is written: reached, new enough, in UTF8, open to
 *  tables.
 * @param {string} url */
export async function seeUsable(url) {
  try {
    const [found] = await query(
      url,
      `SELECT current_setting('server_version_num')::int < 140000 AS old, pg_encoding_to_char(encoding) AS encoding,
      has_schema_privilege('public', 'CREATE') AS creates FROM pg_database WHERE datname = current_database()`,
    );
    const fault = found?.old
      ? 'too-old'
      : found?.encoding !== 'UTF8'
        ? 'not-utf8'
        : found.creates
          ? null
          : 'may-not-create';
    if (fault) throw Object.assign(new Error(fault), { code: fault });
  } catch (error) {
    throw new Error(databaseFault(url, error));
  }
}

/** Migrates a database and loads what belongs in it (bin/load.ts).
 * @param {string} url @param {boolean} demo @returns {Promise<Loaded>} */
export async function loadInto(url, demo) {
  const env = { DATABASE_URL: url, GONGBAO_DEMO: demo ? '1' : '' };
  const { code, output, message } = await runTypeScript('bin/load.ts', [], { env });
  if (code !== 0 || !message) throw new Error(`The database could not be prepared:\n${output}`);
  return /** @type {Loaded} */ (message);
}

/** Whether nothing has to be prepared before reading. @param {import('./postgres-server.mjs').Server} server */
export async function isPrepared(server) {
  if (!(await hasDatabase(server))) return false;
  const folders = readdirSync(join(root, 'prisma/migrations'), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory(),
  );
  const rows = await query(
    server.urlOf(complete),
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
  );
  const applied = new Set(rows.map(({ name }) => name));
  return folders.every(({ name }) => applied.has(name));
}

/** @param {import('./postgres-server.mjs').Server} server */
async function hasDatabase(server) {
  const rows = await query(
    server.urlOf('postgres'),
    `SELECT 1 FROM pg_database WHERE datname = '${complete}'`,
  );
  return rows.length === 1;
}

/** One statement over a connection of its own. @param {string} url @param {string} statement
 * @returns {Promise<Record<string, string>[]>} */
export async function query(url, statement) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
