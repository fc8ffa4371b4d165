// Prisma's schema engine as WebAssembly: makes and applies migrations without the CLI's engine download,
// recording them in _prisma_migrations exactly as the CLI would.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPg } from '@prisma/adapter-pg';

const require = createRequire(import.meta.url);
const schemaFolder = 'prisma';
const migrationsPath = 'prisma/migrations';
const lockPath = `${migrationsPath}/migration_lock.toml`;
const filters = { externalTables: [], externalEnums: [] };

/** One file of the schema: its path and its text. */
export type SchemaFile = { path: string; content: string };

/** SQL that turns the database of `before` (an earlier schema; none for an empty database) into the one of the
 *  present schema. The engine only wants some server that answers; it reads and writes nothing there. */
export async function migrationSql(
  connectionString: string,
  before: SchemaFile[],
): Promise<string> {
  const model = (files: SchemaFile[]) => ({ tag: 'schemaDatamodel', files });
  return await withEngine(connectionString, async (engine) => {
    const { stdout } = await engine.diff({
      from: before.length === 0 ? { tag: 'empty' } : model(before),
      to: model(readSchema()),
      script: true,
      exitCode: null,
      filters,
      shadowDatabaseUrl: null,
    });
    return stdout;
  });
}

/** Applies what is new in prisma/migrations; answers the names of the migrations applied. */
export async function applyMigrations(connectionString: string): Promise<string[]> {
  const migrationDirectories = readdirSync(migrationsPath, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() && existsSync(join(migrationsPath, entry.name, 'migration.sql')),
    )
    .map(({ name }) => name)
    .sort()
    .map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok',
          value: readFileSync(join(migrationsPath, path, 'migration.sql'), 'utf8'),
        },
      },
    }));
  const lockfile = { path: 'migration_lock.toml', content: readFileSync(lockPath, 'utf8') };
  const migrationsList = {
    baseDir: migrationsPath,
    lockfile,
    shadowDbInitScript: '',
    migrationDirectories,
  };
  return await withEngine(connectionString, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
    return appliedMigrationNames;
  });
}

type Engine = {
  diff(input: unknown): Promise<{ stdout: string }>;
  applyMigrations(input: unknown): Promise<{ appliedMigrationNames: string[] }>;
};

/** The adapter splits a script at every semicolon, also inside a function's body. PostgreSQL takes the whole script
 *  in one message, and then as one transaction: a migration is applied entirely or not at all. */
class PgWithWholeScripts extends PrismaPg {
  readonly opened: { dispose(): Promise<void> }[] = [];

  override async connect() {
    const adapter = await super.connect();
    this.opened.push(adapter);
    const { client } = adapter as unknown as { client: { query(sql: string): Promise<unknown> } };
    adapter.executeScript = async (script) => {
      await client.query(script);
    };
    return adapter;
  }
}

async function withEngine<T>(
  connectionString: string,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg' as string);
  const bytes = readFileSync(
    require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'),
  );
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const pg = new PgWithWholeScripts({ connectionString });
  try {
    const datamodels = readSchema().map(({ path, content }) => [path, content]);
    return await work(
      await glue.SchemaEngine.new(
        { datamodels },
        () => undefined,
        bindMigrationAwareSqlAdapterFactory(pg),
      ),
    );
  } finally {
    // Nobody may be connected to a database that becomes a template. (A timer of the engine's lock stays for ten
    // seconds: a script that wants to end at once calls process.exit.)
    await Promise.all(pg.opened.map((adapter) => adapter.dispose()));
  }
}

function readSchema(): SchemaFile[] {
  return readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.prisma'))
    .map((name) => ({
      path: `${schemaFolder}/${name}`,
      content: readFileSync(join(schemaFolder, name), 'utf8'),
    }));
}
