import 'server-only';
import { takeTurn } from './queries';
import { inTransaction, type Transaction } from './transaction';

/** Runs a change to units, people or periods in one transaction. They are rare, so they take turns: each finds the
 *  tree, the names taken and the administrators left as the one before it made them. */
export function inAdministration<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(async (tx) => {
    await takeTurn.read(tx, turn, 'waiting');
    return work(tx);
  });
}

/** How such a change is run: made, or only tried. */
export type Administration = typeof inAdministration;

// Any number that nothing else in the database locks.
const turn = 1925;
