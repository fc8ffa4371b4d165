import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { isTimely } from '@/lib/domain/report/allowed';
import { InvalidError, NotFoundError } from '@/lib/domain/access/errors';
import { tokenMay } from '@/lib/domain/access/policy';
import {
  judgeProposal,
  type ProposedFigure,
  type ProposedVerdict,
} from '@/lib/domain/entry/proposal';
import { isId, scopeSql, type Caller } from '../database/access';
import { readFormContent } from '../figures/form-content';
import { notify } from '../notices/notices';
import { holdRow } from '../database/queries';
import { states } from '../report/queries';
import { recordEvents } from '../database/record-events';
import { periodOf, stateOf, type StateRow } from '../report/report-state';
import { inTransaction, type Transaction } from '../database/transaction';
import { isCode } from '../database/words';
import { db } from '../database/client';
import { newId } from '../database/new-id';

/** How many proposals of one system may wait in one report. */
export const mostWaiting = 10;

export type ProposalState = 'waiting' | 'taken' | 'refused' | 'lapsed';
export type ProposalAnswer = {
  id: string;
  unit: string;
  period: string;
  submission: number;
  madeAt: string;
  figures: number;
};
export type Proposed =
  | { outcome: 'stored' | 'repeated'; answer: ProposalAnswer }
  | { outcome: 'invalid'; verdicts: ProposedVerdict[] };

/** `key` and `hash` make a repeated call known: the same key with the same content is answered as the first time. */
export type Proposing = {
  unit: string;
  period: string;
  figures: ProposedFigure[];
  key: string;
  hash: string;
};

/** Keeps figures that another system proposes for a draft and notifies the unit's reporters; all of them or, where one
 *  is wrong, none. The draft stays as it is. */
export async function propose(caller: Caller, proposing: Proposing): Promise<Proposed> {
  return inTransaction(async (tx) => {
    // Calls of one token take turns, so that a repeated one finds the first, and the count of what waits is right.
    await holdRow.read(tx, 'access_token', caller.token.id);
    const repeated = await findRepeated(tx, caller, proposing);
    if (repeated) return { outcome: 'repeated', answer: repeated };
    const row = await loadDraft(tx, caller, proposing.unit, proposing.period);
    const form = await readFormContent(tx, {
      reportId: row.id,
      unitId: row.unitId,
      period: periodOf(row),
      number: row.number,
    });
    const { verdicts, kept } = judgeProposal(proposing.figures, form.rows);
    if (verdicts.some(({ issue }) => issue)) return { outcome: 'invalid', verdicts };
    await refuseTooMany(tx, caller, row);
    const answer = await insertProposal(tx, caller, row, kept, proposing);
    await notify(tx, {
      unitId: row.unitId,
      roles: ['reporter'],
      kind: 'proposal.made',
      reportId: row.id,
      byId: null,
      text: caller.name,
    });
    return { outcome: 'stored', answer };
  });
}

/** The answer to the same call before; refuses another call with its key. */
async function findRepeated(
  tx: Transaction,
  { token }: Caller,
  { key, hash }: Proposing,
): Promise<ProposalAnswer | null> {
  const before = await tx.proposal.findUnique({
    where: { tokenId_idempotencyKey: { tokenId: token.id, idempotencyKey: key } },
    select: { requestHash: true, answer: true },
  });
  if (before && before.requestHash !== hash) throw new InvalidError('idempotency-key-used');
  return before && (before.answer as ProposalAnswer);
}

async function refuseTooMany(
  tx: Transaction,
  { token }: Caller,
  { submissionId }: StateRow,
): Promise<void> {
  const waiting = await tx.proposal.count({
    where: { tokenId: token.id, submissionId, decision: null },
  });
  if (waiting >= mostWaiting)
    throw new InvalidError('too-many-proposals', { most: String(mostWaiting) });
}

async function insertProposal(
  tx: Transaction,
  { token, name }: Caller,
  row: StateRow,
  figures: ReturnType<typeof judgeProposal>['kept'],
  { key, hash }: Proposing,
): Promise<ProposalAnswer> {
  const answer: ProposalAnswer = {
    id: newId(),
    unit: row.unitCode,
    period: row.periodCode,
    submission: row.number,
    madeAt: new Date().toISOString(),
    figures: figures.length,
  };
  await tx.proposal.create({
    data: {
      id: answer.id,
      tokenId: token.id,
      reportId: row.id,
      submissionId: row.submissionId,
      idempotencyKey: key,
      requestHash: hash,
      figures: figures as unknown as Prisma.InputJsonArray,
      answer,
    },
  });
  await recordEvents(tx, [
    {
      by: null,
      kind: 'proposal.made',
      reportId: row.id,
      subject: answer.id,
      to: { system: name, indicators: figures.map(({ code }) => code) },
    },
  ]);
  return answer;
}

/** What has become of a proposal of the caller's own; null for any other. */
export async function findProposalState(
  caller: Caller,
  proposalId: string,
): Promise<(ProposalAnswer & { state: ProposalState; decidedAt: string | null }) | null> {
  if (!isId(proposalId)) return null;
  const found = await db.proposal.findFirst({
    where: { id: proposalId, tokenId: caller.token.id },
    select: {
      answer: true,
      decision: true,
      decidedAt: true,
      submission: { select: { signedAt: true } },
    },
  });
  if (!found) return null;
  const state = found.decision ?? (found.submission.signedAt ? 'lapsed' : 'waiting');
  return {
    ...(found.answer as ProposalAnswer),
    state,
    decidedAt: found.decidedAt?.toISOString() ?? null,
  };
}

/** The report, where the caller may propose for it and it takes figures now. */
async function loadDraft(
  tx: Transaction,
  caller: Caller,
  unit: string,
  period: string,
): Promise<StateRow> {
  if (!isCode(unit) || !isCode(period)) throw new NotFoundError();
  const where = Prisma.sql`u."code" = ${unit} AND p."code" = ${period} AND ${scopeSql(caller)}`;
  const [row] = await states.read(tx, caller, where, { lock: 'submission' });
  if (!row) throw new NotFoundError();
  const state = stateOf(caller, row, new Date());
  if (!tokenMay(caller.token, 'propose', state.subject)) throw new NotFoundError();
  if (!isTimely('report.fill', { ...state, isReadable: true }))
    throw new InvalidError('not-open-for-entry', { status: state.status });
  return row;
}
