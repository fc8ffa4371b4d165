import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import { can } from '@/lib/domain/access/policy';
import type { Manuscript } from '@/lib/domain/desk/manuscript';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { newId } from '../database/new-id';
import type { Transaction } from '../database/transaction';
import type { SummaryKey } from '../summary/input';
import { findDeskUnit, type DeskKey } from './desk-unit';
import { findRow, type Row } from './manuscript-row';

/** How a summary is written: a further base year, the style, and the plan. */
export type Basis = Omit<SummaryKey, 'unit' | 'period'>;
/** A text that another stands in place of, named by the revision it had. */
export type Version = { revision: number; savedBy: string; savedAt: Date; basis: Basis };
export type Versions = {
  unit: { code: string; name: string; nameEn: string };
  standing: Version & { content: Manuscript };
  former: Version[];
};

/** The kept versions of a manuscript, newest first, and the one that stands; null where the viewer does not write
 *  there or nothing was begun. */
export async function listVersions(viewer: Viewer, key: DeskKey): Promise<Versions | null> {
  const unit = await findDeskUnit(viewer, key);
  if (!unit || !can(viewer, 'summary.write', unit.subject)) return null;
  const row = await findRow(db, unit.id, key.period);
  if (!row) return null;
  const former = await db.formerManuscript.findMany({
    where: { manuscriptId: row.id },
    select: { revision: true, savedAt: true, basis: true, savedBy: { select: { name: true } } },
    orderBy: { revision: 'desc' },
    take: mostListed,
  });
  const { revision, savedAt, savedBy, basis, content } = row;
  const { code, name, nameEn } = unit;
  return {
    unit: { code, name, nameEn },
    standing: {
      revision,
      savedAt,
      savedBy,
      basis: basis as Basis,
      content: content as unknown as Manuscript,
    },
    former: former.map(({ savedBy: by, basis: of, ...version }) => ({
      ...version,
      basis: of as Basis,
      savedBy: by.name,
    })),
  };
}

/** The text of a kept version; null where there is none that the viewer may see. */
export async function findVersion(
  viewer: Viewer,
  key: DeskKey,
  revision: number,
): Promise<Manuscript | null> {
  const unit = await findDeskUnit(viewer, key);
  if (!unit || !can(viewer, 'summary.write', unit.subject) || !isRevision(revision)) return null;
  const row = await db.formerManuscript.findFirst({
    where: { revision, manuscript: { unitId: unit.id, periodCode: key.period } },
    select: { content: true },
  });
  return row && (row.content as unknown as Manuscript);
}

/** Keeps the text that stands, before another takes its place. */
export async function keepVersion(tx: Transaction, row: Row): Promise<void> {
  const { id: manuscriptId, basis, content, revision, savedAt, savedById } = row;
  await tx.formerManuscript.create({
    data: {
      id: newId(),
      manuscriptId,
      basis: basis as Prisma.InputJsonValue,
      content: content as Prisma.InputJsonValue,
      revision,
      savedAt,
      savedById,
    },
  });
}

/** Minutes since the last version was kept, or since the text was begun. */
export async function minutesSinceKept(tx: Transaction, row: Row): Promise<number> {
  const last = await tx.formerManuscript.findFirst({
    where: { manuscriptId: row.id },
    select: { savedAt: true },
    orderBy: { revision: 'desc' },
  });
  return (Date.now() - (last?.savedAt ?? row.createdAt).getTime()) / 60_000;
}

const mostListed = 300;
const isRevision = (revision: number): boolean =>
  Number.isInteger(revision) && revision > 0 && revision <= 1_000_000_000;
