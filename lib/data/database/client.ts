import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/generated/client';
import { nameStatements } from './kept-statements';

// A reload in development keeps the pools of connections.
const kept = globalThis as typeof globalThis & {
  gongbaoDb?: PrismaClient;
  gongbaoTransactions?: PrismaClient;
};

// A connection that rests a while keeps what it has prepared; opening one takes longer than a save.
const idleTimeoutMillis = 5 * 60_000;

// A database that hangs must not make every page hang with it: each wait has an end, and a request that meets it is
// told that the database is down. Pools are of a stated size, so that PostgreSQL's own limit is never reached by
// surprise.
const limits = {
  connectionTimeoutMillis: 5_000,
  query_timeout: 20_000,
  idleTimeoutMillis,
  max: Number(process.env.DATABASE_POOL || 10),
};

const open = () =>
  new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: process.env.DATABASE_URL, ...limits },
      { statementNameGenerator: nameStatements(process.env.DATABASE_URL) },
    ),
    transactionOptions: { timeout: 15_000, maxWait: 10_000 },
  });

/** The database of DATABASE_URL; connects on first use. */
export const db = (kept.gongbaoDb ??= open());

/** The same with connections of its own, for transactions. Some wait for a read outside of them, such as whether the
 *  catalogue is still the one in memory: out of one pool, as many savers as it has connections would all wait for one
 *  more. */
export const transactions = (kept.gongbaoTransactions ??= open());

/** Closes all connections, so that a program can end. */
export async function disconnect(): Promise<void> {
  await Promise.all([db.$disconnect(), transactions.$disconnect()]);
}
