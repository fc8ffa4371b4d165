import 'server-only';
import { serverTime } from './queries';
import type { Transaction } from './transaction';

/** When something happens, by the one clock that all processes have in common. */
export async function readServerTime(tx: Transaction): Promise<Date> {
  const [row] = await serverTime.read(tx);
  return row!.at;
}
