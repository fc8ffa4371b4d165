import 'server-only';
import type { Viewer } from '../database/access';
import { recordEvents } from '../database/record-events';
import { inTransaction } from '../database/transaction';

/** What left the system as a file: whose figures, of which period, in which form; `count` files in one;
 *  `edition`: as it was issued under that number. */
export type Export = {
  kind: 'summary' | 'report' | 'rollup' | 'figures';
  unit: string;
  period: string;
  format: string;
  count?: number;
  edition?: number;
};

/** Notes that a person took figures out of the system as a file. */
export async function recordExport(viewer: Viewer, { kind, unit, ...what }: Export): Promise<void> {
  await inTransaction((tx) =>
    recordEvents(tx, [{ by: viewer.personId, kind: `${kind}.exported`, subject: unit, to: what }]),
  );
}
