import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import { withSourcesOf } from '@/lib/domain/desk/edition';
import { blocksOf, type Manuscript } from '@/lib/domain/desk/manuscript';
import { renew, type Renewal } from '@/lib/domain/desk/renew';
import { InvalidError, NotFoundError } from '@/lib/domain/access/errors';
import { can } from '@/lib/domain/access/policy';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { inTransaction, type Transaction } from '../database/transaction';
import { findDeskUnit, loadDeskUnit, subjectOf, type DeskKey } from './desk-unit';
import { findRow, lockRow, savedOf } from './manuscript-row';
import { basisOf, readToday } from './manuscripts';
import { keepVersion, type Basis } from './versions';

/** What writing anew would do. `revision` is that of the text it speaks of; `basis` how that was written. */
export type RenewalPreview = {
  unit: { code: string; name: string; nameEn: string };
  title: string;
  revision: number;
  basis: Basis;
  renewal: Renewal;
};

/** What would become of the manuscript if it were written anew as `choice` says (as it is, where that is null); itself
 *  unchanged. Null where the viewer does not write there, nothing was begun, or nothing is reported. */
export async function findRenewal(
  viewer: Viewer,
  key: DeskKey,
  choice: Basis | null,
): Promise<RenewalPreview | null> {
  const unit = await findDeskUnit(viewer, key);
  if (!unit || !can(viewer, 'summary.write', unit.subject)) return null;
  const row = await findRow(db, unit.id, key.period);
  const basis = row?.basis as Basis | undefined;
  const found = row && basis && (await renewed(viewer, key, savedOf(row), basis, choice ?? basis));
  if (!found) return null;
  const { code, name, nameEn } = unit;
  return {
    unit: { code, name, nameEn },
    title: found.title,
    revision: row.revision,
    basis,
    renewal: found.renewal,
  };
}

/** Writes the manuscript anew, from the text that was seen (`revision`). What it was is kept as a former text. */
export async function renewManuscript(
  viewer: Viewer,
  key: DeskKey,
  revision: number,
  choice: Basis,
): Promise<void> {
  await exchange(viewer, key, revision, 'manuscript.renewed', async (_, standing, basis) => {
    const found = await renewed(viewer, key, standing, basis, choice);
    if (!found) throw new NotFoundError();
    return { basis: found.basis, content: found.content };
  });
}

/** Puts a former text back in place of the one that was seen (`revision`), which is kept in its turn. */
export async function restoreManuscript(
  viewer: Viewer,
  key: DeskKey,
  revision: number,
  former: number,
): Promise<void> {
  await exchange(
    viewer,
    key,
    revision,
    'manuscript.restored',
    async (tx, _standing, _basis, manuscriptId) => {
      const text = await tx.formerManuscript.findUnique({
        where: { manuscriptId_revision: { manuscriptId, revision: former } },
        select: { basis: true, content: true },
      });
      if (!text) throw new NotFoundError();
      return { basis: text.basis as Basis, content: text.content as unknown as Manuscript };
    },
  );
}

type Exchanged = { basis: Basis; content: Manuscript };
type Make = (
  tx: Transaction,
  standing: Manuscript,
  basis: Basis,
  manuscriptId: string,
) => Promise<Exchanged>;

/** Puts another text in place of the one that was seen, which is kept as a former text. */
export async function exchange(
  viewer: Viewer,
  key: DeskKey,
  revision: number,
  kind: 'manuscript.renewed' | 'manuscript.restored',
  make: Make,
): Promise<void> {
  const unit = await loadDeskUnit(viewer, key, 'summary.write');
  await inTransaction(async (tx) => {
    const row = await lockRow(tx, unit.id, key.period);
    // Nobody's words are put aside unseen.
    if (row.revision !== revision) throw new InvalidError('manuscript-saved', { by: row.savedBy });
    const { basis, content } = await make(tx, savedOf(row), row.basis as Basis, row.id);
    await keepVersion(tx, row);
    const data = {
      basis: basis as Prisma.InputJsonValue,
      content: content as Prisma.InputJsonValue,
      revision: { increment: 1 },
      savedAt: new Date(),
      savedById: viewer.personId,
      savedFrom: '',
    };
    await tx.manuscript.update({ where: { id: row.id }, data });
    const from = { revision, basis: row.basis as Prisma.InputJsonValue };
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind,
        subject: subjectOf(key),
        from,
        to: { revision: revision + 1, basis: basis as Prisma.InputJsonValue },
      },
    ]);
  });
}

async function renewed(
  viewer: Viewer,
  key: DeskKey,
  standing: Manuscript,
  basis: Basis,
  choice: Basis,
): Promise<{ title: string; basis: Basis; renewal: Renewal; content: Manuscript } | null> {
  const [before, today] = await Promise.all([
    readToday(viewer, key, basis),
    readToday(viewer, key, choice),
  ]);
  if (!today) return null;
  // A base year whose report is gone has no order to hold the text against.
  const generated = before ? blocksOf(before.summary) : standing.blocks;
  const renewal = renew(standing.blocks, generated, blocksOf(today.summary), today);
  return {
    title: today.summary.title,
    basis: basisOf(choice, today),
    renewal,
    content: withSourcesOf({ blocks: renewal.blocks, sources: standing.sources }, today),
  };
}
