// npm run bench: a province in a throw-away database, and what people wait for as multiples of the same reads and
// writes in plain SQL, on the same server in the same run, and of that SQL with every statement prepared; then what
// narrating costs. `npm run bench -- data` leaves the requests over HTTP out, `npm run bench -- narrative` measures
// the narrative alone, `npm run bench -- reading` old reports, `npm run bench -- files` exported files alone,
// `npm run bench -- entry` the entry table in a
// browser.
import { cpus } from 'node:os';
import pg from 'pg';
import { applyMigrations } from '@/lib/data/database/migrate';
import { buildWhenChanged } from '@/bin/steps/build.mjs';
import { query } from '@/bin/steps/database.mjs';
import { stopChildren } from '@/bin/steps/run.mjs';
import { choosePort, serve } from '@/bin/steps/serve.mjs';
import { openThrowAway } from '@/bin/steps/throw-away.mjs';
import type { Viewer } from '@/lib/data/database/access';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';
import { measureRequests, signIn, type Client } from './http';
import { measureInTurns, measureRate, median } from './measure';
import { measureNarrative } from './narrative';
import { openPreparedPool } from './prepared-pool';
import { measureReading } from './reading';
import { loadProvince, smallCatalogue, type Office, type Province } from './province';
import type { Task } from './tasks';

const database = 'gongbao_bench';
const password = 'bench-long-enough-2021';
const secret = 'bench-only-'.repeat(4);
const clientCounts = [1, 8, 64];
const manyClients = Math.max(...clientCounts);
const rounds = 3;

if (process.argv.includes('narrative')) {
  measureNarrative();
  process.exit();
}
if (process.argv.includes('reading')) process.exit((await measureReading()) ? 0 : 1);
if (process.argv.includes('files')) {
  const { measureFiles } = await import('./files');
  process.exit((await measureFiles()) ? 0 : 1);
}
const server = await openThrowAway();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(
    signal,
    () =>
      void stopChildren()
        .then(() => server.close())
        .then(() => process.exit(130)),
  );
}
try {
  await query(server.urlOf('postgres'), `CREATE DATABASE ${database}`);
  const url = server.urlOf(database);
  // Read when the modules of the data layer are imported.
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = secret;
  if (process.argv.includes('entry')) await (await import('./entry')).measureEntry(url);
  else await run(url);
} finally {
  await stopChildren();
  await server.close();
}

async function run(url: string): Promise<void> {
  await applyMigrations(url);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const preparedPool = openPreparedPool(url);
  const { disconnect } = await import('@/lib/data/database/client');
  try {
    const { version } = (await pool.query(`SELECT split_part(version(), ' ', 2) AS version`))
      .rows[0];
    const province = await prepare(pool);
    const { tasksOf } = await import('./tasks');
    const viewerOf = await viewersOf(province);
    const tasks = tasksOf(province, viewerOf, pool);
    console.log(
      `111 units, ${province.indicators.length} indicators, 5 years · PostgreSQL ${version}, Node ` +
        `${process.versions.node}, ${cpus().length} processors`,
    );
    console.log('\nData layer, as multiples of the same reads and writes in plain SQL (medians)');
    await measureTasks(tasks, tasksOf(province, viewerOf, preparedPool));
    const wide = await prepareWide(pool, preparedPool);
    await measureTasks(wide.tasks, wide.prepared);
    measureNarrative();
    if (!process.argv.includes('data')) await measureHttp(url, [...tasks, ...wide.tasks]);
  } finally {
    await disconnect();
    await pool.end();
    await preparedPool.end();
  }
}

async function prepare(pool: pg.Pool): Promise<Province> {
  const { loadCatalogue } = await import('@/lib/data/catalogue/catalogue');
  const { hashPassword } = await import('@/lib/auth/password');
  const catalogue = smallCatalogue();
  await loadCatalogue(catalogue);
  const client = await pool.connect();
  try {
    return await loadProvince(client, catalogue, await hashPassword(password));
  } finally {
    client.release();
  }
}

/** `prepared`: the same tasks with plain SQL that is prepared. */
async function measureTasks(tasks: Task[], prepared: Task[]): Promise<void> {
  for (const [at, task] of tasks.entries()) {
    const times = await measureInTurns(
      { product: task.product, plain: () => task.plain(0), prepared: () => prepared[at]!.plain(0) },
      task.runs,
    );
    const detail =
      `${times.product.toFixed(2)} ms to ${times.plain.toFixed(2)} ms; prepared ` +
      `${(times.product / times.prepared).toFixed(1)} × (${times.prepared.toFixed(2)} ms)`;
    line(task, times.product / times.plain, detail, true);
  }
}

/** The two big trees, loaded when everything small has been measured. */
async function prepareWide(
  pool: pg.Pool,
  preparedPool: pg.Pool,
): Promise<{ tasks: Task[]; prepared: Task[] }> {
  const { loadCatalogue } = await import('@/lib/data/catalogue/catalogue');
  const { hashPassword } = await import('@/lib/auth/password');
  const { findSession, openSession } = await import('@/lib/data/people/sessions');
  const { loadWide, wideTasks } = await import('./wide');
  const catalogue = standardCatalogue;
  await loadCatalogue(catalogue);
  const client = await pool.connect();
  try {
    const wide = await loadWide(client, catalogue, await hashPassword(password));
    const viewers = new Map<Office, Viewer | null>();
    for (const office of [wide.nation, wide.province])
      viewers.set(office, await findSession(await openSession(office.personId)));
    const viewerOf = (office: Office) => viewers.get(office)!;
    return {
      tasks: wideTasks(wide, viewerOf, pool),
      prepared: wideTasks(wide, viewerOf, preparedPool),
    };
  } finally {
    client.release();
  }
}

/** Everybody of the province as the product itself knows them, by an open session. */
async function viewersOf({ top, city, drafts }: Province): Promise<(office: Office) => Viewer> {
  const { findSession, openSession } = await import('@/lib/data/people/sessions');
  const viewers = new Map<string, Viewer>();
  for (const { code, personId } of [top, city, ...drafts]) {
    const viewer = await findSession(await openSession(personId));
    if (viewer) viewers.set(code, viewer);
  }
  return ({ code }) => {
    const viewer = viewers.get(code);
    if (!viewer) throw new Error(`Nobody works at ${code}.`);
    return viewer;
  };
}

async function measureHttp(url: string, tasks: Task[]): Promise<void> {
  const env = { DATABASE_URL: url, NEXTAUTH_SECRET: secret, GONGBAO_DEMO: '' };
  await buildWhenChanged(env);
  const port = await choosePort('127.0.0.1');
  const address = `http://localhost:${port}`;
  await serve({
    mode: 'start',
    host: '127.0.0.1',
    port,
    env: { ...env, NEXTAUTH_URL: address },
    output: 2,
  });
  console.log(
    '\nWhole requests over HTTP with a signed-in session, as multiples of the time plain SQL takes ' +
      'for the reads and writes',
  );
  for (const task of tasks) {
    if (!task.request) continue;
    const clients: Client[] = [];
    const cookies = new Map<string, string>();
    for (let at = 0; at < manyClients; at += 1) {
      const request = task.request(at);
      const { account } = request.office;
      const cookie = cookies.get(account) ?? (await signIn(address, account, password));
      cookies.set(account, cookie);
      clients.push({ request, cookie });
    }
    // Warm: first requests fill what is kept.
    await measureRequests(address, clients, manyClients);
    for (const count of clientCounts) {
      const some = clients.slice(0, count);
      const amount = Math.ceil(
        Math.max(2 * count, 2 * (await measureRequests(address, some, count))),
      );
      const rates: { http: number; plain: number }[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const plain = await measureRate(count, 1, task.plain);
        rates.push({ http: await measureRequests(address, some, amount), plain });
      }
      const http = median(rates.map((rate) => rate.http));
      const ratio = median(rates.map((rate) => rate.plain / rate.http));
      line(
        task,
        ratio,
        `${count === 1 ? '1 client ' : `${count} clients`} ${http.toFixed(0)} requests/s, ` +
          `${((1000 * count) / http).toFixed(1)} ms each`,
        false,
      );
    }
  }
}

function line({ name, budget }: Task, ratio: number, detail: string, isBudgeted: boolean): void {
  const limit =
    isBudgeted && budget !== null ? `budget ${budget} ×${ratio > budget ? ', MISSED' : ''}` : '';
  console.log(
    `  ${name.padEnd(44)} ${ratio.toFixed(1).padStart(5)} ×   ${detail.padEnd(60)} ${limit}`.trimEnd(),
  );
}
