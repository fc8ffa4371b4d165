import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import { InvalidError, NotFoundError } from '@/lib/domain/access/errors';
import type { OfflinePlan } from '@/lib/domain/entry/offline-form';
import { can } from '@/lib/domain/access/policy';
import { planProposal, type KeptFigure } from '@/lib/domain/entry/proposal';
import { isId, withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { digestOf } from '../database/digest';
import { holdRow } from '../database/queries';
import { saveTogether } from '../figures/save-together';
import { findForm, type FormView } from '../figures/form';
import { readFormContent } from '../figures/form-content';
import { findLocks } from '../report/cell-locks';
import { recordEvents } from '../database/record-events';
import { periodOf } from '../report/report-state';
import { inTransaction, type Transaction } from '../database/transaction';
import { loadForWrite, type Writable } from '../report/writable';

/** A proposal as it is looked through before it is taken. `seen` names what is shown, so that nothing else is
 *  written. */
export type ProposalView = OfflinePlan & {
  id: string;
  system: string;
  unit: { name: string; nameEn: string };
  at: Date;
  seen: string;
};

/** How many proposals wait for the viewer in a report of the own unit. */
export async function countProposals(viewer: Viewer, reportId: string): Promise<number> {
  if (!isId(reportId) || !can(viewer, 'report.fill', { relation: 'own' })) return 0;
  return db.proposal.count({
    where: {
      reportId,
      decision: null,
      report: { unitId: viewer.unit.id },
      submission: { signedAt: null },
    },
  });
}

/** What other systems propose for the draft, oldest first, compared with what stands in it now; null where the viewer
 *  may not fill the report. */
export async function listProposals(
  viewer: Viewer,
  reportId: string,
): Promise<ProposalView[] | null> {
  const form = await findForm(viewer, reportId);
  if (!form?.report.allowed.includes('report.fill')) return null;
  const waiting = await db.proposal.findMany({
    where: {
      reportId,
      report: { unit: withinScope(viewer) },
      decision: null,
      submission: { number: form.submission.number },
    },
    select: {
      id: true,
      figures: true,
      createdAt: true,
      token: { select: { name: true, unit: { select: { name: true, nameEn: true } } } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return waiting.map(({ id, figures, createdAt, token }) => {
    const plan = planOf(figures, form);
    return {
      ...plan,
      id,
      system: token.name,
      unit: token.unit,
      at: createdAt,
      seen: printOf(plan),
    };
  });
}

/** Writes what a proposal would change, all of it or, where something has changed since it was shown (`seen`), nothing.
 *  Whoever takes it answers for the figures; they name the system they came from. Answers how many were written. */
export async function takeProposal(
  viewer: Viewer,
  proposalId: string,
  seen: string,
): Promise<number> {
  return inTransaction(async (tx) => {
    const { proposal, row } = await loadProposal(tx, viewer, proposalId);
    const form = await readFormContent(tx, {
      reportId: row.id,
      unitId: row.unitId,
      period: periodOf(row),
      number: row.number,
    });
    const plan = planOf(proposal.figures, {
      rows: form.rows,
      locks: await findLocks(tx, row.id, row.number),
    });
    if (printOf(plan) !== seen) throw new InvalidError('changed-since-preview');
    if (plan.edits.length === 0) throw new InvalidError('proposal-has-nothing');
    const system = proposal.token.name;
    const origin = { proposal: proposal.id, system };
    const saved = await saveTogether(
      tx,
      viewer,
      row.id,
      plan.edits,
      'report.fill',
      new Map(plan.edits.map(({ indicator }) => [indicator, origin])),
    );
    const written = saved.map(({ indicator }) => indicator);
    await decide(tx, viewer, proposal.id, 'taken');
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'proposal.taken',
        reportId: row.id,
        subject: proposal.id,
        to: { system, indicators: written },
      },
    ]);
    return written.length;
  });
}

/** Leaves a proposal; nothing of it is written. */
export async function refuseProposal(viewer: Viewer, proposalId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { proposal, row } = await loadProposal(tx, viewer, proposalId);
    await decide(tx, viewer, proposal.id, 'refused');
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'proposal.refused',
        reportId: row.id,
        subject: proposal.id,
        to: { system: proposal.token.name },
      },
    ]);
  });
}

const select = {
  id: true,
  reportId: true,
  submissionId: true,
  figures: true,
  decision: true,
  token: { select: { name: true } },
} satisfies Prisma.ProposalSelect;
type Loaded = Writable & { proposal: Prisma.ProposalGetPayload<{ select: typeof select }> };

/** The proposal, with its report, as whoever may fill the report decides on it; two who decide take turns. */
async function loadProposal(tx: Transaction, viewer: Viewer, proposalId: string): Promise<Loaded> {
  const found = isId(proposalId)
    ? await tx.proposal.findFirst({
        where: { id: proposalId, report: { unit: withinScope(viewer) } },
        select,
      })
    : null;
  if (!found) throw new NotFoundError();
  const writable = await loadForWrite(tx, viewer, found.reportId, 'report.fill', 'shared');
  await holdRow.read(tx, 'proposal', found.id);
  const proposal = await tx.proposal.findUniqueOrThrow({ where: { id: found.id }, select });
  // It was made for a draft that has been handed in since.
  if (proposal.decision !== null || proposal.submissionId !== writable.row.submissionId)
    throw new InvalidError('proposal-decided');
  return { ...writable, proposal };
}

async function decide(
  tx: Transaction,
  viewer: Viewer,
  id: string,
  decision: 'taken' | 'refused',
): Promise<void> {
  await tx.proposal.update({
    where: { id },
    data: { decision, decidedById: viewer.personId, decidedAt: new Date() },
  });
}

// The proposal holds only what was kept of one that was judged right.
const planOf = (
  figures: Prisma.JsonValue,
  { rows, locks }: Pick<FormView, 'rows' | 'locks'>,
): OfflinePlan => planProposal(figures as unknown as KeptFigure[], rows, locks);

const printOf = ({ lines, edits }: OfflinePlan): string => digestOf(JSON.stringify([lines, edits]));
