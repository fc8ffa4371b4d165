// The fingerprint of what was signed: kept at signing, and worked out again wherever it counts what stands there now.
import 'server-only';
import { canonicalText } from '@/lib/domain/report/fingerprint';
import { db } from '../database/client';
import { digestOf } from '../database/digest';
import type { Transaction } from '../database/transaction';
import { figureFrom, figureSelect } from '../figures/figure-row';
import { signedContents } from './queries';

export type Fingerprint = {
  id: string;
  unit: string;
  period: string;
  number: number;
  /** Kept at signing; null where it was signed before fingerprints were kept. */
  kept: string | null;
  /** Of what stands in the database now. */
  now: string;
};

/** The fingerprints of those of these submissions that are signed. */
export async function findFingerprints(
  tx: Transaction,
  ids: readonly string[],
): Promise<Fingerprint[]> {
  if (ids.length === 0) return [];
  const [contents, figures] = await Promise.all([
    signedContents.read(tx, ids),
    tx.figure.findMany({
      where: { submissionId: { in: [...ids] } },
      select: { ...figureSelect, submissionId: true },
    }),
  ]);
  const figuresOf = new Map(ids.map((id): [string, typeof figures] => [id, []]));
  for (const figure of figures) figuresOf.get(figure.submissionId)!.push(figure);
  return contents.map(({ id, fingerprint, signedAt, ...rest }) => ({
    id,
    unit: rest.unit,
    period: rest.period,
    number: rest.number,
    kept: fingerprint,
    now: digestOf(
      canonicalText({
        ...rest,
        signedAt: signedAt.getTime(),
        figures: (figuresOf.get(id) ?? []).map(figureFrom),
      }),
    ),
  }));
}

/** Keeps the fingerprint of a submission that was signed just now. */
export async function seal(tx: Transaction, submissionId: string): Promise<void> {
  for (const { id, now } of await findFingerprints(tx, [submissionId]))
    await keepFingerprint(tx, id, now);
}

/** Keeps those of submissions that were signed before fingerprints were kept. */
export async function sealEarlier(): Promise<void> {
  for (;;) {
    const unsealed = await db.submission.findMany({
      where: { signedAt: { not: null }, fingerprint: null },
      orderBy: { id: 'asc' },
      take: atOnce,
      select: { id: true },
    });
    const ids = unsealed.map(({ id }) => id);
    for (const { id, now } of await findFingerprints(db, ids)) await keepFingerprint(db, id, now);
    if (ids.length < atOnce) return;
  }
}

const keepFingerprint = (tx: Transaction, id: string, fingerprint: string) =>
  tx.submission.updateMany({ where: { id, fingerprint: null }, data: { fingerprint } });

/** Those of these submissions whose contents are no longer what was signed. */
export async function listAltered(tx: Transaction, ids: readonly string[]): Promise<Fingerprint[]> {
  return (await findFingerprints(tx, ids)).filter(({ kept, now }) => kept !== null && kept !== now);
}

const atOnce = 100;
