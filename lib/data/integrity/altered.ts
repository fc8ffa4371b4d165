// What is read of signed submissions is compared with what was signed, wherever it counts.
import 'server-only';
import { isId, withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { inTransaction } from '../database/transaction';
import { isCode } from '../database/words';
import { listAltered, type Fingerprint } from './fingerprints';

/** What a page, a file or an edition is made of: a report; a unit's reports of all periods; those of a period of a
 *  unit and all below it. */
export type Basis = { reportId: string } | { unit: string } | { above: string; period: string };

/** Signed submissions behind it that are no longer what was signed. Whoever comes upon one leaves an event, once a
 *  day. */
export async function findAlteredBehind(viewer: Viewer, basis: Basis): Promise<Fingerprint[]> {
  return findAltered(viewer, await listSigned(viewer, basis));
}

/** The same of submissions that are known. */
export async function findAltered(viewer: Viewer, ids: readonly string[]): Promise<Fingerprint[]> {
  const altered = await listAltered(db, ids);
  for (const one of altered) await recordOnceADay(viewer, one);
  return altered;
}

async function listSigned(viewer: Viewer, basis: Basis): Promise<string[]> {
  const scope = withinScope(viewer);
  const signed = { signedAt: { not: null } };
  if ('reportId' in basis) {
    if (!isId(basis.reportId)) return [];
    const report = { id: basis.reportId, unit: scope };
    return idsOf(db.submission.findMany({ where: { report, ...signed }, select: { id: true } }));
  }
  const code = 'unit' in basis ? basis.unit : basis.above;
  const unit = isCode(code)
    ? await db.unit.findFirst({ where: { AND: [{ code }, scope] }, select: { lineage: true } })
    : null;
  if (!unit) return [];
  const report =
    'unit' in basis
      ? { unit: { code } }
      : { unit: { lineage: { startsWith: unit.lineage } }, period: { code: basis.period } };
  return idsOf(
    db.speakingSubmission.findMany({
      where: { report, ...signed },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: mostOnAPage,
    }),
  );
}

async function recordOnceADay(
  viewer: Viewer,
  { unit, period, number, kept, now }: Fingerprint,
): Promise<void> {
  await inTransaction(async (tx) => {
    const subject = `${unit} ${period} ${number}`;
    const at = { gt: new Date(Date.now() - day) };
    if (await tx.event.findFirst({ where: { kind: 'submission.altered', subject, at } })) return;
    const by = viewer.account === 'system' ? null : viewer.personId;
    const event = { by, kind: 'submission.altered', subject } as const;
    await recordEvents(tx, [{ ...event, from: { fingerprint: kept! }, to: { fingerprint: now } }]);
  });
}

const idsOf = async (found: Promise<{ id: string }[]>): Promise<string[]> =>
  (await found).map(({ id }) => id);

// Of a part of the tree with more reports than a page can wait for, npm run verify looks at all.
const mostOnAPage = 300;
const day = 24 * 60 * 60 * 1000;
