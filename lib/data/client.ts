import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/generated/client';

// A reload in development keeps the pool of connections.
const kept = globalThis as typeof globalThis & { gongbaoDb?: PrismaClient };

/** The database of DATABASE_URL; connects on first use. */
export const db = (kept.gongbaoDb ??= new PrismaClient({
  adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }),
  transactionOptions: { timeout: 15_000, maxWait: 10_000 },
}));
