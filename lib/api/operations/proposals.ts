import { z } from 'zod';
import { newDigest } from '@/lib/data/database/digest';
import { findProposalState, propose as store } from '@/lib/data/interface/propose';
import { NotFoundError } from '@/lib/domain/access/errors';
import { operation } from '../operation';
import { nothing, periodCode, unitCode } from '../parameters';
import { ProblemError } from '../problem';
import { proposalBody, proposalMade, proposalState } from '../schemas';

const largestBody = 256 * 1024;

export const propose = operation({
  method: 'POST',
  path: '/api/v1/reports/{unit}/{period}/proposals',
  id: 'propose',
  right: 'propose',
  params: z.strictObject({ unit: unitCode, period: periodCode }),
  query: nothing,
  body: { schema: proposalBody, most: largestBody },
  headers: ['Idempotency-Key'],
  answers: { 201: proposalMade },
  problems: [400, 404, 409, 413, 415, 422],
  answer: async (caller, { params: { unit, period }, body: { figures }, content, key }) => {
    const hash = newDigest().update(`${unit} ${period}\n`).update(content).digest('hex');
    const result = await store(caller, { unit, period, figures, key, hash });
    if (result.outcome === 'invalid') {
      const faults = result.verdicts.flatMap(({ issue }, at) =>
        issue ? [{ field: `figures.${at}`, code: issue.code, params: issue.params }] : [],
      );
      throw new ProblemError(422, 'figures-refused', { count: String(faults.length) }, faults);
    }
    const { id, submission, madeAt } = result.answer;
    return {
      status: 201,
      body: {
        id,
        unit,
        period,
        submission,
        madeAt,
        state: 'waiting',
        figures: figures.map(({ indicator }) => ({ indicator, verdict: 'accepted' })),
      },
      headers: {
        location: `/api/v1/proposals/${id}`,
        ...(result.outcome === 'repeated' && { 'idempotency-replayed': 'true' }),
      },
    };
  },
});

export const getProposal = operation({
  method: 'GET',
  path: '/api/v1/proposals/{proposal}',
  id: 'getProposal',
  right: 'propose',
  params: z.strictObject({ proposal: z.uuid() }),
  query: nothing,
  answers: { 200: proposalState },
  problems: [400, 404],
  answer: async (caller, { params: { proposal } }) => {
    const found = await findProposalState(caller, proposal);
    if (!found) throw new NotFoundError();
    const { id, unit, period, submission, madeAt, state, decidedAt, figures } = found;
    return { body: { id, unit, period, submission, madeAt, state, decidedAt, count: figures } };
  },
});
