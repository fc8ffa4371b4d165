// npm run db -- start | stop | url | migrate | new-migration <name>
// Looks after the database of DATABASE_URL, or after the embedded one.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withDatabase } from './embedded.mjs';
import { applyMigrations } from '@/lib/data/database/migrate';
import { migrationSql, type SchemaFile } from './schema-engine';
import { prepareEmbedded } from './steps/database.mjs';
import { readPidFile } from './steps/postgres-pid.mjs';
import { openServer } from './steps/postgres-server.mjs';
import { isDemo, postgresFolder, readEnvFile } from './steps/settings.mjs';

const commands: Record<string, (argument: string | undefined) => Promise<void>> = {
  start,
  stop,
  url: showUrl,
  migrate,
  'new-migration': newMigration,
};

readEnvFile();
const [name = '', argument] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`Usage: npm run db -- ${Object.keys(commands).join(' | ')} <name>`);
  process.exit(2);
}
await command(argument);
// At once: a timer of the migration engine is not waited for.
process.exit();

/** Runs the embedded server, for other tools, until Ctrl-C. */
async function start(): Promise<void> {
  const server = await openServer(postgresFolder());
  console.log((await prepareEmbedded(server, isDemo())).url);
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  await server.close();
}

/** Stops a server that was left behind; one that somebody uses stays. */
async function stop(): Promise<void> {
  if (!readPidFile(postgresFolder())) return console.log('It does not run.');
  await (await openServer(postgresFolder())).close();
  console.log(readPidFile(postgresFolder()) ? 'It stays: somebody is using it.' : 'Stopped.');
}

/** The address for psql and other tools, while the server runs. */
async function showUrl(): Promise<void> {
  if (!process.env.DATABASE_URL && !readPidFile(postgresFolder()))
    throw new Error('The embedded server does not run: npm start, or npm run db -- start.');
  await withDatabase(async (url) => console.log(url));
}

async function migrate(): Promise<void> {
  const applied = await withDatabase(applyMigrations);
  console.log(applied.length === 0 ? 'Nothing to apply.' : applied.join('\n'));
}

/** Writes the migration from the committed schema to the one in the working folder. */
async function newMigration(title: string | undefined): Promise<void> {
  if (!title || !/^[a-z0-9_]+$/.test(title))
    throw new Error('Name the migration in small letters, digits and _.');
  const sql = await withDatabase((url) => migrationSql(url, committedSchema()));
  if (/^\s*(--.*\s*)?$/.test(sql)) return console.log('The schema has not changed.');
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join('prisma/migrations', `${stamp}_${title}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), sql);
  console.log(`${folder}/migration.sql — read it before you commit it.`);
}

function committedSchema(): SchemaFile[] {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' });
  return git('ls-tree', '--name-only', 'HEAD', 'prisma/')
    .split('\n')
    .filter((path) => path.endsWith('.prisma'))
    .map((path) => ({ path, content: git('show', `HEAD:${path}`) }));
}
