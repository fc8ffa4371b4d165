import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import { lockedCodes, type CellLock } from '@/lib/domain/report/reopened';
import { findCatalogue } from '../catalogue/catalogue';
import type { Transaction } from '../database/transaction';

type Returned = {
  reviewId: string;
  number: number;
  opensAll: boolean;
  marked: string[];
  answered: string[];
  asked: { indicator: string; isGranted: boolean | null }[];
};

/** The return that the draft `number` of a report answers, with what it marked and what was asked for since; null where
 *  nothing was returned. A draft after a withdrawal answers the same return as the submission that was withdrawn. */
export async function findReturn(
  tx: Transaction,
  reportId: string,
  number: number,
): Promise<Returned | null> {
  if (number === 1) return null;
  const [row] = await tx.$queryRaw<Returned[]>`/* kept */
    SELECT v."id" AS "reviewId", s."number", v."opens_all" AS "opensAll",
      ARRAY(SELECT m."indicator_code" FROM "review_mark" m WHERE m."review_id" = v."id") AS "marked",
      ARRAY(SELECT f."indicator_code" FROM "figure" f WHERE f."submission_id" = s."id" AND f."measure" = 'level' AND f."answer" <> 'blank') AS "answered",
      (SELECT coalesce(json_agg(json_build_object('indicator', o."indicator_code", 'isGranted', o."is_granted")), '[]') FROM "reopening" o WHERE o."review_id" = v."id") AS "asked"
    FROM "submission" s JOIN "review" v ON v."submission_id" = s."id" AND v."decision" = 'returned'
    WHERE s."report_id" = ${reportId}::uuid AND s."number" < ${number}
    ORDER BY s."number" DESC LIMIT 1`;
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
