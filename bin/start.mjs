// npm start: from a fresh clone to a running application. npm run dev: the same with next dev.
// Plain Node until the packages are installed. Everything it makes is in .data, .next and node_modules.
import { buildWhenChanged } from './steps/build.mjs';
import { installDependencies } from './steps/dependencies.mjs';
import { failureOf, settingsFault } from './steps/explain.mjs';
import { step } from './steps/progress.mjs';
import { stopChildren } from './steps/run.mjs';
import { choosePort, serve } from './steps/serve.mjs';
import { isDemo, keptSecret, postgresFolder, readEnvFile } from './steps/settings.mjs';
import { welcomeOf } from './steps/welcome.mjs';

const mode = process.argv.includes('--dev') ? 'dev' : 'start';

const mostEndsAMinute = 5;

/** @type {Promise<import('./steps/postgres-server.mjs').Server> | undefined} */
let opening;
/** @type {Promise<never> | undefined} */
let stopping;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => void stop(0));
try {
  await start();
} catch (error) {
  if (!stopping) {
    console.error(`\n${failureOf(error)}\n`);
    await stop(1);
  }
}

async function start() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  readEnvFile();
  const fault = settingsFault(process.env);
  if (fault) throw new Error(fault);
  // Whoever names a database wants to be reached; an embedded one is for this machine unless HOST says otherwise.
  const host = process.env.HOST || (process.env.DATABASE_URL ? '0.0.0.0' : '127.0.0.1');
  // A port that cannot be had is said before the minutes of a first start.
  await choosePort(host);
  await installDependencies();

  const { url, ...loaded } = await prepareDatabase();
  const port = await choosePort(host);
  const address = process.env.NEXTAUTH_URL?.replace(/\/$/, '') || `http://localhost:${port}`;
  const env = {
    DATABASE_URL: url,
    GONGBAO_DEMO: isDemo() ? '1' : '',
    GONGBAO_DEMO_PASSWORD: loaded.accounts[0]?.password ?? '',
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || keptSecret('secret'),
  };
  if (mode === 'start') await buildWhenChanged(env);
  await step('启动 Starting the server', () => keepServing({ mode, host, port, env }));
  console.log(welcomeOf(address, loaded));
}

/** Serves, and starts the server again when it ends by itself; one that ends over and over is given up.
 * @param {Parameters<typeof serve>[0]} options @param {number[]} [ends] when it ended lately, in milliseconds */
async function keepServing(options, ends = []) {
  const server = await serve(options);
  server.on('close', (code, signal) => {
    if (stopping) return;
    const lately = [...ends, Date.now()].filter((end) => Date.now() - end < 60_000);
    console.error(
      `服务意外结束（退出码 ${code ?? '无'}，信号 ${signal ?? '无'}）。The server ended by itself (exit code ` +
        `${code ?? 'none'}, signal ${signal ?? 'none'}).`,
    );
    if (lately.length > mostEndsAMinute) return void stop(1);
    keepServing(options, lately).catch((error) => {
      console.error(failureOf(error));
      void stop(1);
    });
  });
}

async function prepareDatabase() {
  const { loadInto, prepareEmbedded, seeUsable } = await import('./steps/database.mjs');
  const { openServer } = await import('./steps/postgres-server.mjs');
  const named = process.env.DATABASE_URL;
  if (named) {
    await seeUsable(named);
    return {
      url: named,
      ...(await step('准备数据库 Preparing the database', () => loadInto(named, false))),
    };
  }
  const server = await step(
    '启动数据库 Starting PostgreSQL',
    () => (opening = openServer(postgresFolder(), {}, { isWatched: true })),
  );
  return await step('准备数据 Migrating and loading', () => prepareEmbedded(server, isDemo()));
}

/** In order: first who uses the database, then the database. @param {number} code @returns {Promise<never>} */
function stop(code) {
  stopping ??= (async () => {
    await stopChildren({ drain: Number(process.env.DRAIN_SECONDS || 0), patience: 30 });
    await (await opening?.catch(() => undefined))?.close();
    process.exit(code);
  })();
  return stopping;
}
