import 'server-only';
import { NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { can, relationOf } from '@/lib/domain/access/policy';
import { printedLetterhead, type Letterhead } from '@/lib/domain/document-plan/letterhead';
import { withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { inTransaction } from '../database/transaction';
import { isCode, wordsOf } from '../database/words';

const none: Letterhead = { issuer: '', number: '', to: '', copies: '' };

/** What a unit prints around its documents, empty where nothing is set; null where the viewer may not see the unit. */
export async function findLetterhead(viewer: Viewer, code: string): Promise<Letterhead | null> {
  if (!isCode(code) || viewer.roles.length === 0) return null;
  const unit = await db.unit.findFirst({
    where: { code, ...withinScope(viewer) },
    select: { letterhead: { select: { issuer: true, number: true, to: true, copies: true } } },
  });
  return unit && (unit.letterhead ?? none);
}

/** The same as it is printed on a document issued on `date`; null where nothing is. */
export async function findPrintedLetterhead(
  viewer: Viewer,
  code: string,
  date: string,
): Promise<Letterhead | null> {
  const letterhead = await findLetterhead(viewer, code);
  return letterhead && printedLetterhead(letterhead, date);
}

/** Keeps what a unit prints around its documents. */
export async function saveLetterhead(
  viewer: Viewer,
  code: string,
  letterhead: Letterhead,
): Promise<void> {
  const unit = isCode(code)
    ? await db.unit.findFirst({
        where: { code, ...withinScope(viewer) },
        select: { id: true, lineage: true },
      })
    : null;
  if (!unit) throw new NotFoundError();
  const relation = relationOf(viewer.unit.lineage, unit.lineage);
  if (!can(viewer, 'summary.write', { relation })) throw new RefusedError('summary.write');
  const to = {
    issuer: wordsOf(letterhead.issuer),
    number: wordsOf(letterhead.number),
    to: wordsOf(letterhead.to),
    copies: wordsOf(letterhead.copies),
  };
  await inTransaction(async (tx) => {
    const where = { unitId: unit.id };
    const before = await tx.letterhead.findUnique({
      where,
      select: { issuer: true, number: true, to: true, copies: true },
    });
    const saved = { ...to, savedById: viewer.personId, savedAt: new Date() };
    await tx.letterhead.upsert({ where, create: { ...where, ...saved }, update: saved });
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'letterhead.saved', subject: code, from: before ?? {}, to },
    ]);
  });
}
