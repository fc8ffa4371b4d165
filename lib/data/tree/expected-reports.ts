import 'server-only';
import type { Transaction } from '../database/transaction';
import { insertExpected } from './queries';

/** Makes the reports that are expected and not there yet, each with its first draft. Of a new period: one of every unit
 *  of its levels that exists in it. Of a new unit: one in every period not yet closed that takes its level. */
export const insertReports = (
  tx: Transaction,
  of: { periodId: string } | { unitId: string },
): Promise<number> => insertExpected.run(tx, of);
