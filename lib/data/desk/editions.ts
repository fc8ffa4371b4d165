import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import {
  canonicalJson,
  freeze,
  withSourcesOf,
  type EditionContent,
} from '@/lib/domain/desk/edition';
import { namesIn } from '@/lib/domain/desk/numbers';
import { reviewBlocks } from '@/lib/domain/desk/review';
import { unlinkedIn } from '@/lib/domain/desk/unlinked';
import { InvalidError } from '@/lib/domain/access/errors';
import { can } from '@/lib/domain/access/policy';
import { withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { digestOf } from '../database/digest';
import { findAlteredBehind } from '../integrity/altered';
import { newId } from '../database/new-id';
import { recordEvents } from '../database/record-events';
import { inTransaction, type Transaction } from '../database/transaction';
import { findDeskUnit, loadDeskUnit, subjectOf, type DeskKey } from './desk-unit';
import { lockRow, savedOf } from './manuscript-row';
import { readToday, submissionsOf } from './manuscripts';

export type EditionRow = { number: number; issuedAt: Date; issuedBy: string; hash: string };
/** `isIntact`: the hash is that of what is stored. */
export type Edition = EditionRow & {
  content: EditionContent;
  isIntact: boolean;
  unit: { code: string; name: string; nameEn: string };
};

/** Freezes the text as it was seen (`revision`) with the figures and submissions behind it; answers the edition's
 *  number. `seen` names the findings that the author looked at and lets stand. */
export async function issueEdition(
  viewer: Viewer,
  key: DeskKey,
  revision: number,
  seen: readonly string[] = [],
): Promise<number> {
  const unit = await loadDeskUnit(viewer, key, 'summary.issue');
  if ((await findAlteredBehind(viewer, { unit: key.unit })).length > 0)
    throw new InvalidError('altered-behind');
  return inTransaction(async (tx) => {
    const row = await lockRow(tx, unit.id, key.period);
    if (row.revision !== revision)
      throw new InvalidError('manuscript-changed', { by: row.savedBy });
    const today = await readToday(viewer, key, row.basis);
    if (!today) throw new InvalidError('manuscript-stale', { count: '1' });
    const manuscript = withSourcesOf(savedOf(row), today);
    refuseUnready(manuscript, today, seen);
    const content: EditionContent = {
      ...freeze(manuscript, today.summary, today.input),
      issuedBy: viewer.name,
    };
    const number = await nextNumber(tx, row.id, content);
    const issuedAt = new Date();
    const hash = hashOf({ ...key, number, issuedAt, content });
    const data = {
      id: newId(),
      manuscriptId: row.id,
      number,
      issuedAt,
      issuedById: viewer.personId,
      hash,
      content: content as unknown as Prisma.InputJsonValue,
    };
    await tx.edition.create({ data });
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'edition.issued',
        subject: subjectOf(key),
        to: { number, hash, submissions: submissionsOf(today.input) },
      },
    ]);
    return number;
  });
}

type Today = NonNullable<Awaited<ReturnType<typeof readToday>>>;

/** What may not be issued: stale sentences, findings that nobody looked at, figures that can still change. */
function refuseUnready(
  { blocks }: ReturnType<typeof withSourcesOf>,
  today: Today,
  seen: readonly string[],
): void {
  const findings = reviewBlocks(blocks, today, (block) =>
    unlinkedIn(block, today.candidates, namesIn(today.input)),
  );
  const stale = findings.filter(({ kind }) => kind === 'stale');
  if (stale.length > 0) throw new InvalidError('manuscript-stale', { count: String(stale.length) });
  const unseen = findings.filter(({ id }) => !seen.includes(id));
  if (unseen.length > 0)
    throw new InvalidError('manuscript-not-gone-through', { count: String(unseen.length) });
  // A draft can still change without leaving a trace: it cannot stand behind what is issued.
  if (today.input.reports.some(({ standing }) => standing === 'draft'))
    throw new InvalidError('manuscript-from-draft');
}

/** The number after the last edition's; refused where nothing has changed since, whoever issues it. */
async function nextNumber(
  tx: Transaction,
  manuscriptId: string,
  content: EditionContent,
): Promise<number> {
  const last = await tx.edition.findFirst({
    where: { manuscriptId },
    orderBy: { number: 'desc' },
    select: { number: true, content: true },
  });
  if (!last) return 1;
  const [before, now] = [
    { ...(last.content as object), issuedBy: null },
    { ...content, issuedBy: null },
  ];
  if (canonicalJson(before) === canonicalJson(now))
    throw new InvalidError('edition-unchanged', { number: String(last.number) });
  return last.number + 1;
}

/** The editions of a unit's summary, newest first; null where the viewer may not know of the unit. */
export async function listEditions(viewer: Viewer, key: DeskKey): Promise<EditionRow[] | null> {
  const unit = await findDeskUnit(viewer, key);
  if (!unit || !can(viewer, 'summary.read', unit.subject)) return null;
  const rows = await db.edition.findMany({
    where: {
      manuscript: { periodCode: key.period, unit: { code: key.unit, ...withinScope(viewer) } },
    },
    select: { number: true, issuedAt: true, hash: true, issuedBy: { select: { name: true } } },
    orderBy: { number: 'desc' },
  });
  return rows.map(({ issuedBy, ...row }) => ({ ...row, issuedBy: issuedBy.name }));
}

/** One edition as it was issued; null where there is none that the viewer may see. */
export async function findEdition(
  viewer: Viewer,
  key: DeskKey,
  number: number,
): Promise<Edition | null> {
  const unit = await findDeskUnit(viewer, key);
  if (
    !unit ||
    !can(viewer, 'summary.read', unit.subject) ||
    !Number.isInteger(number) ||
    number < 1 ||
    number > mostEditions
  )
    return null;
  const row = await db.edition.findFirst({
    where: {
      number,
      manuscript: { periodCode: key.period, unit: { code: key.unit, ...withinScope(viewer) } },
    },
    select: { number: true, issuedAt: true, hash: true, content: true },
  });
  if (!row) return null;
  const content = row.content as unknown as EditionContent;
  const isIntact =
    row.hash ===
    hashOf({ unit: key.unit, period: key.period, number, issuedAt: row.issuedAt, content });
  const { code, name, nameEn } = unit;
  return {
    number,
    issuedAt: row.issuedAt,
    issuedBy: content.issuedBy,
    hash: row.hash,
    content,
    isIntact,
    unit: { code, name, nameEn },
  };
}

/** The newest edition of a unit's summary, of those that rest on approved submissions alone where that is asked; null
 *  where there is none that the viewer may see. */
export async function findNewestEdition(
  viewer: Viewer,
  key: DeskKey,
  { isApprovedOnly = false } = {},
): Promise<Edition | null> {
  for (const { number } of (await listEditions(viewer, key)) ?? []) {
    const edition = await findEdition(viewer, key, number);
    if (edition && (!isApprovedOnly || (await areApproved(edition.content.sources))))
      return edition;
  }
  return null;
}

async function areApproved(sources: EditionContent['sources']): Promise<boolean> {
  const approved = await db.submission.count({
    where: {
      review: { decision: 'approved' },
      OR: sources.map(({ unit, period, submission }) => ({
        number: submission,
        report: { unit: { code: unit }, period: { code: period } },
      })),
    },
  });
  return sources.length > 0 && approved === sources.length;
}

const mostEditions = 1_000_000;

/** SHA-256 of everything that makes the edition, in one form whatever stored it. */
function hashOf(
  edition: DeskKey & { number: number; issuedAt: Date; content: EditionContent },
): string {
  return digestOf(canonicalJson({ ...edition, issuedAt: edition.issuedAt.toISOString() }));
}
