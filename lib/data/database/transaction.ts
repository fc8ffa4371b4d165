import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import { transactions } from './client';

export type Transaction = Prisma.TransactionClient;

/** Runs `work` in one transaction and repeats it when the server gave up one of several that were in each other's
 *  way. */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transactions.$transaction(work);
    } catch (error) {
      if (attempt === attempts || !isCollision(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
    }
  }
}

const attempts = 6;

// Serialization failure (40001) and deadlock (40P01): the server has taken everything back, so it may be done again.
function isCollision(error: unknown): boolean {
  const { code, meta } = error as {
    code?: string;
    meta?: { driverAdapterError?: { cause?: { kind?: string } } };
  };
  return code === 'P2034' || meta?.driverAdapterError?.cause?.kind === 'TransactionWriteConflict';
}
