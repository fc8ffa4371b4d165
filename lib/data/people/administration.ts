import 'server-only';
import { inTransaction, type Transaction } from '../database/transaction';

/** Runs a change to units, people or periods in one transaction. They are rare, so they take turns: each finds the tree,
 *  the names taken and the administrators left as the one before it made them. */
export function inAdministration<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${turn}::int)`;
    return work(tx);
  });
}

// Any number that nothing else in the database locks.
const turn = 1925;
