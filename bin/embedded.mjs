// The database for tools on the command line: the one of DATABASE_URL, or the embedded one, running or not.
import { isPrepared, openEmpty, prepareEmbedded } from './steps/database.mjs';
import { openServer } from './steps/postgres-server.mjs';
import { isDemo, postgresFolder, readEnvFile } from './steps/settings.mjs';

/** Calls `work` with a database that is ready, named also in process.env.DATABASE_URL: import modules that open a
 * connection inside `work`, and disconnect them before it returns. An embedded server that nobody runs is started
 * and afterwards stopped; one that runs is used and left running. Nothing is written to standard output.
 * @template T @param {(url: string) => Promise<T>} work @returns {Promise<T>} */
export async function withDatabase(work) {
  readEnvFile();
  if (process.env.DATABASE_URL) return await work(process.env.DATABASE_URL);

  const demo = isDemo();
  const server = await openServer(postgresFolder());
  const interrupted = () => server.close().then(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const url = (await isPrepared(server))
      ? server.urlOf('gongbao')
      : (await prepareEmbedded(server, demo)).url;
    process.env.DATABASE_URL = url;
    return await work(url);
  } finally {
    delete process.env.DATABASE_URL;
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await server.close();
  }
}

/** Calls `work` with a database to be filled: the one of DATABASE_URL, or a new embedded one, which exists under its
 *  name only when `work` has succeeded. @param {(url: string) => Promise<void>} work */
export async function withEmptyDatabase(work) {
  readEnvFile();
  if (process.env.DATABASE_URL) return await work(process.env.DATABASE_URL);
  const server = await openServer(postgresFolder());
  try {
    await openEmpty(server, work);
  } finally {
    await server.close();
  }
}
