import 'server-only';
import pg from 'pg';

const kept = globalThis as typeof globalThis & { gongbaoLimitPool?: pg.Pool };

/** Where limits are counted: in the database, so that all processes count together. The library counts in one statement
 *  of its own, which keeps parallel tries exact; it takes a pg pool, not Prisma. */
export function limitStore() {
  return {
    storeClient: (kept.gongbaoLimitPool ??= openPool()),
    tableName: 'rate_limiter_flexible',
    tableCreated: true,
  };
}

function openPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: 2,
    allowExitOnIdle: true,
  });
  // An idle connection that the server closes must not end the process.
  pool.on('error', () => undefined);
  return pool;
}
