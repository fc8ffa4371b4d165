// Makes the database that the data tests copy: migrated, with the standard catalogue, without people. It stands on the
// server of DATABASE_URL (npm test starts a throw-away one), and each run makes its own.
import type { TestProject } from 'vitest/node';
import { loadInto, query } from '../bin/steps/database.mjs';
import { urlOf } from './database-url';

declare module 'vitest' {
  export interface ProvidedContext {
    templateUrl: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = process.env.DATABASE_URL;
  if (!server)
    throw new Error(
      'The data tests need a server: npm run test:data starts one, or set DATABASE_URL.',
    );
  const name = `gongbao_test_${process.pid}`;
  await query(server, `CREATE DATABASE ${name}`);
  await loadInto(urlOf(server, name), false);
  provide('templateUrl', urlOf(server, name));
  return async () => {
    const copies = await query(
      server,
      `SELECT datname AS name FROM pg_database WHERE datname LIKE '${name}%'`,
    );
    for (const { name: copy } of copies)
      await query(server, `DROP DATABASE "${copy}" WITH (FORCE)`);
  };
}
