// One embedded PostgreSQL server in one folder. Several processes may use it at once, and any of them may be killed:
// whoever comes first starts it, whoever comes later adopts it, the last to leave stops it.
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './postgres-binaries.mjs';
import { ownerOf, readPidFile } from './postgres-pid.mjs';
import { keptSecret } from './settings.mjs';

/** @typedef {{ folder: string, urlOf(database: string): string, close(): Promise<void> }} Server */

// Everybody who uses the server holds this lock shared; who gets it exclusively is alone and may stop the server.
const usersLock = 20_261_121;
const patience = 60_000;

/** Starts or adopts the server whose data is in `folder`. `extra` are settings for a new folder's postgresql.conf. One
 *  that `isWatched` is started again, at the same port, when it ends by itself.
 * @param {string} folder @param {Record<string, string>} [extra] @param {{ isWatched?: boolean }} [options]
 * @returns {Promise<Server>} */
export async function openServer(folder, extra = {}, { isWatched = false } = {}) {
  const binaries = await findBinaries();
  const password = keptSecret('postgres-password');
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(binaries, folder, password, extra);

  return serverOf(binaries, folder, password, await reach(binaries, folder, password), isWatched);
}

/** Adopts the server, or starts it, at `port` where one is wished.
 * @param {import('./postgres-binaries.mjs').Binaries} binaries @param {string} folder @param {string} password
 * @param {number} [port] */
async function reach(binaries, folder, password, port) {
  const deadline = Date.now() + patience;
  for (;;) {
    const found = await adopt(folder, password);
    if (found) return found;
    if (Date.now() > deadline)
      throw new Error(
        `PostgreSQL does not start; the reason is at the end of ${join(folder, 'server.log')}`,
      );
    await start(binaries, folder, port ?? (await freePort()));
  }
}

/** @param {import('./postgres-binaries.mjs').Binaries} binaries @param {string} folder @param {string} password
 * @param {Record<string, string>} extra */
async function initialise(binaries, folder, password, extra) {
  // Made beside and then renamed, so that a start that is killed here leaves nothing half made.
  const fresh = `${folder}-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${fresh}.password`;
  try {
    mkdirSync(fresh, { recursive: true, mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (binaries.owner)
      for (const path of [fresh, passwordFile])
        chownSync(path, binaries.owner.uid, binaries.owner.gid);
    const { code, output } = await binaries.run(
      'initdb',
      [
        `--pgdata=${fresh}`,
        '--username=gongbao',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--data-checksums',
      ],
      'pipe',
    );
    if (code !== 0) throw new Error(`initdb failed (${code}):\n${output}`);
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      timezone: 'UTC',
      ...extra,
    };
    appendFileSync(
      join(fresh, 'postgresql.conf'),
      Object.entries(settings)
        .map(([key, value]) => `${key} = '${value}'\n`)
        .join(''),
    );
    if (!existsSync(folder)) renameSync(fresh, folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Connects to the server that postmaster.pid speaks of. Null when there is none.
 * @param {string} folder @param {string} password */
async function adopt(folder, password) {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const port = readPidFile(folder)?.port;
    if (!port) return null;
    const keeper = new pg.Client({
      connectionString: urlFor(password, port, 'postgres'),
      connectionTimeoutMillis: 5_000,
    });
    keeper.on('error', () => undefined);
    try {
      await keeper.connect();
      const { rows } = await keeper.query('SHOW data_directory');
      if (realpathSync(rows[0].data_directory) !== realpathSync(folder))
        throw new Error('the port belongs to another server');
      await keeper.query('SELECT pg_advisory_lock_shared($1)', [usersLock]);
      return { keeper, port };
    } catch (error) {
      await keeper.end().catch(() => undefined);
      // "the database system is starting up", also while it recovers after a crash: worth waiting for.
      if (/** @type {{ code?: string }} */ (error).code !== '57P03') return null;
      await pause(200);
    }
  }
  return null;
}

/** @param {import('./postgres-binaries.mjs').Binaries} binaries @param {string} folder @param {number} port */
async function start(binaries, folder, port) {
  const old = readPidFile(folder);
  const owner = old && ownerOf(old.pid, folder);
  if (owner === 'ours') {
    // It lives but does not answer: it is on its way up or down, or it hangs.
    await pause(1500);
    const now = readPidFile(folder);
    if (now?.pid !== old?.pid || (now?.port && !old?.port)) return;
    await binaries.run(
      'pg_ctl',
      ['stop', '-D', folder, '-m', 'immediate', '-w', '-t', '10'],
      'pipe',
    );
  } else if (owner === 'foreign') {
    // The number is another program's by now, and PostgreSQL would not dare to start. (When nobody has it, PostgreSQL
    // clears the file itself, after a look for processes that outlived their server.)
    rmSync(join(folder, 'postmaster.pid'), { force: true });
  }
  const log = openSync(join(folder, 'server.log'), 'a', 0o600);
  try {
    const { code } = await binaries.run(
      'pg_ctl',
      ['start', '-D', folder, '-w', '-t', '60', '-o', `-p ${port}`],
      log,
    );
    if (code !== 0) await pause(500);
  } finally {
    closeSync(log);
  }
}

/** @param {import('./postgres-binaries.mjs').Binaries} binaries @param {string} folder @param {string} password
 * @param {{ keeper: pg.Client, port: number }} found @param {boolean} isWatched @returns {Server} */
function serverOf(binaries, folder, password, { keeper, port }, isWatched) {
  /** @type {Promise<void> | undefined} */
  let closing;
  if (isWatched) watch(keeper);
  return {
    folder,
    urlOf: (database) => urlFor(password, port, database),
    close: () => (closing ??= leave(binaries, folder, keeper)),
  };

  /** @param {pg.Client} client */
  function watch(client) {
    client.once('end', () => {
      if (closing) return;
      console.error('数据库意外停止，正在重新启动。PostgreSQL ended by itself; starting it again.');
      reach(binaries, folder, password, port).then(
        (found) => watch((keeper = found.keeper)),
        (error) => console.error(error instanceof Error ? error.message : String(error)),
      );
    });
  }
}

/** Gives up the claim on a server, and stops it where nobody else has one.
 * @param {import('./postgres-binaries.mjs').Binaries} binaries @param {string} folder @param {pg.Client} keeper */
async function leave(binaries, folder, keeper) {
  try {
    await keeper.query('SELECT pg_advisory_unlock_shared($1)', [usersLock]);
    const { rows } = await keeper.query('SELECT pg_try_advisory_lock($1) AS alone', [usersLock]);
    if (rows[0].alone)
      await binaries.run('pg_ctl', ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '60'], 'pipe');
  } catch {
    // The connection is gone, and so is the server or our claim on it: nothing is left to stop.
  }
  await keeper.end().catch(() => undefined);
}

/** @param {string} password @param {number} port @param {string} database */
function urlFor(password, port, database) {
  return `postgresql://gongbao:${password}@127.0.0.1:${port}/${database}`;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
