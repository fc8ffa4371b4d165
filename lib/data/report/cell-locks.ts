import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import { lockedCodes, type CellLock } from '@/lib/domain/report/reopened';
import { findCatalogue } from '../catalogue/catalogue';
import type { RowOf } from '../database/statement';
import type { Transaction } from '../database/transaction';
import { returnBefore } from './queries';

type Returned = RowOf<typeof returnBefore.columns>;

/** The return that the draft `number` of a report answers, with what it marked and what was asked for since; null where
 *  nothing was returned. A draft after a withdrawal answers the same return as the submission that was withdrawn. */
export async function findReturn(
  tx: Transaction,
  reportId: string,
  number: number,
): Promise<Returned | null> {
  if (number === 1) return null;
  const [row] = await returnBefore.read(tx, reportId, number);
  return row ?? null;
}

/** The figures of the draft `number` that may not be changed, each with the reason; the one place that decides it. */
export async function findLocks(
  tx: Transaction,
  reportId: string,
  number: number,
): Promise<Map<string, CellLock>> {
  const returned = await findReturn(tx, reportId, number);
  if (!returned) return new Map();
  const { indicators } = await findCatalogue();
  const asked = new Map(returned.asked.map(({ indicator, isGranted }) => [indicator, isGranted]));
  const granted = [...asked].flatMap(([code, isGranted]) => (isGranted ? code : []));
  const request = (code: string): CellLock['request'] =>
    asked.get(code) === null ? 'waiting' : asked.get(code) === false ? 'refused' : null;
  return new Map(
    [...lockedCodes({ ...returned, granted }, indicators)].map((code) => [
      code,
      { reason: 'not-marked', request: request(code) },
    ]),
  );
}

/** What is true of a figure holds for the files behind it. */
export async function refuseLocked(
  tx: Transaction,
  reportId: string,
  number: number,
  indicator: string,
): Promise<void> {
  if ((await findLocks(tx, reportId, number)).has(indicator))
    throw new InvalidError('cell-locked', { indicator });
}
