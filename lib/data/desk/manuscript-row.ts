import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import { InvalidError } from '@/lib/domain/access/errors';
import type { Manuscript } from '@/lib/domain/desk/manuscript';
import type { db } from '../database/client';
import { holdRow } from '../database/queries';
import type { Transaction } from '../database/transaction';

/** A manuscript as it was last saved. */
export type SavedManuscript = Manuscript & { revision: number; savedAt: Date; savedBy: string };

const rowColumns = {
  id: true,
  createdAt: true,
  revision: true,
  basis: true,
  content: true,
  savedAt: true,
  savedFrom: true,
  savedById: true,
  savedBy: { select: { name: true } },
} as const;
export type Row = Omit<Prisma.ManuscriptGetPayload<{ select: typeof rowColumns }>, 'savedBy'> & {
  savedBy: string;
};

/** The manuscript as it is stored; null where none was begun. */
export async function findRow(
  client: Transaction | typeof db,
  unitId: string,
  periodCode: string,
): Promise<Row | null> {
  const row = await client.manuscript.findUnique({
    where: { unitId_periodCode: { unitId, periodCode } },
    select: rowColumns,
  });
  return row && { ...row, savedBy: row.savedBy.name };
}

/** The manuscript, held until the transaction ends: saves of one text come one after the other. */
export async function lockRow(tx: Transaction, unitId: string, periodCode: string): Promise<Row> {
  const found = await tx.manuscript.findUnique({
    where: { unitId_periodCode: { unitId, periodCode } },
    select: { id: true },
  });
  if (found) await holdRow.read(tx, 'manuscript', found.id);
  const row = await findRow(tx, unitId, periodCode);
  if (!row) throw new InvalidError('no-manuscript');
  return row;
}

export function savedOf({ content, revision, savedAt, savedBy }: Row): SavedManuscript {
  return { ...(content as unknown as Manuscript), revision, savedAt, savedBy };
}
