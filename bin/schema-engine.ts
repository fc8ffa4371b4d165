// Prisma's schema engine as WebAssembly: writes new migrations without the CLI's engine download.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPg } from '@prisma/adapter-pg';

const require = createRequire(import.meta.url);
const schemaFolder = 'prisma';
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

type Engine = {
  diff(input: unknown): Promise<{ stdout: string }>;
};

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
  const datamodels = readSchema().map(({ path, content }) => [path, content]);
  return await work(
    await glue.SchemaEngine.new(
      { datamodels },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString })),
    ),
  );
}

function readSchema(): SchemaFile[] {
  return readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.prisma'))
    .map((name) => ({
      path: `${schemaFolder}/${name}`,
      content: readFileSync(join(schemaFolder, name), 'utf8'),
    }));
}
