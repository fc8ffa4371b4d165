// The Prisma CLI finds this file by itself. `generate` needs no schema engine, but the CLI tries to download one
// unless it is given an executable; migrations go through bin/db.ts, which uses the engine's WebAssembly build.
import { defineConfig } from 'prisma/config';

process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: '../prisma',
  migrations: { path: '../prisma/migrations' },
});
