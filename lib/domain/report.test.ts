import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenForEntry, phaseOf, statuses, statusOf, type Decision, type ReportStatus, type SubmissionState } from './report';

const at = new Date('2026-11-21T09:00:00+08:00');
const draft: SubmissionState = { number: 1, hasFigures: false, sentAt: null, signedAt: null, decision: null };

describe('statusOf', () => {
  it.each<[ReportStatus, Partial<SubmissionState>]>([
    ['not-started', {}],
    ['filling', { hasFigures: true }],
    ['awaiting-signature', { hasFigures: true, sentAt: at }],
    ['submitted', { hasFigures: true, sentAt: at, signedAt: at }],
    ['approved', { hasFigures: true, sentAt: at, signedAt: at, decision: 'approved' }],
    ['returned', { hasFigures: true, sentAt: at, signedAt: at, decision: 'returned' }],
    ['returned', { number: 2, hasFigures: true }],
    ['returned', { number: 2 }],
    ['awaiting-signature', { number: 2, hasFigures: true, sentAt: at }],
    ['submitted', { number: 3, hasFigures: true, sentAt: at, signedAt: at }],
    ['approved', { number: 3, hasFigures: true, sentAt: at, signedAt: at, decision: 'approved' }],
    ['awaiting-signature', { sentAt: at }],
  ])('%s after %o', (status, changes) => {
    expect(statusOf({ ...draft, ...changes })).toBe(status);
  });
});

// What people do, each where the status lets them; the submission afterwards.
type Step = 'fill' | 'empty' | 'send' | 'sendBack' | 'sign' | 'approve' | 'return';
const steps: Record<Step, { from: ReportStatus[]; act: (state: SubmissionState) => SubmissionState; to: (before: ReportStatus, after: SubmissionState) => ReportStatus }> = {
  fill: { from: ['not-started', 'filling', 'returned'], act: (state) => ({ ...state, hasFigures: true }), to: (before) => (before === 'returned' ? 'returned' : 'filling') },
  empty: { from: ['filling', 'returned'], act: (state) => ({ ...state, hasFigures: false }), to: (before) => (before === 'returned' ? 'returned' : 'not-started') },
  send: { from: ['filling', 'returned'], act: (state) => ({ ...state, sentAt: at }), to: () => 'awaiting-signature' },
  sendBack: { from: ['awaiting-signature'], act: (state) => ({ ...state, sentAt: null }), to: (_, after) => (after.number > 1 ? 'returned' : after.hasFigures ? 'filling' : 'not-started') },
  sign: { from: ['awaiting-signature'], act: (state) => ({ ...state, signedAt: at }), to: () => 'submitted' },
  approve: { from: ['submitted'], act: decide('approved'), to: () => 'approved' },
  return: { from: ['submitted'], act: (state) => ({ ...draft, number: state.number + 1, hasFigures: state.hasFigures }), to: () => 'returned' },
};

function decide(decision: Decision) {
  return (state: SubmissionState): SubmissionState => ({ ...state, decision });
}

describe('the way of a report', () => {
  it('every sequence of permitted steps goes from status to status as told', () => {
    const names = Object.keys(steps) as Step[];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 40 }), (sequence) => {
        let state = draft;
        for (const name of sequence) {
          const before = statusOf(state);
          const { from, act, to } = steps[name];
          if (!from.includes(before)) continue;
          state = act(state);
          expect(statusOf(state)).toBe(to(before, state));
        }
        // Nothing leads away from approved.
        if (state.decision === 'approved') expect(names.filter((name) => steps[name].from.includes(statusOf(state)))).toEqual([]);
      }),
    );
  });

  it('figures are written only while the newest submission is with the reporter', () => {
    expect(statuses.filter(isOpenForEntry)).toEqual(['not-started', 'filling', 'returned']);
  });
});

describe('phaseOf', () => {
  const day = (number: number) => new Date(Date.UTC(2026, 10, number));
  const deadlines = { opensAt: day(1), dueAt: day(10), lateUntil: day(15), closesAt: day(20) };

  it.each([
    [day(0), 'before'], [day(1), 'open'], [day(10), 'open'], [new Date(day(10).getTime() + 1), 'late'], [day(15), 'late'], [new Date(day(15).getTime() + 1), 'reviewing'], [day(20), 'reviewing'], [day(25), 'closed'],
  ])('%s is %s', (now, phase) => {
    expect(phaseOf(deadlines, now)).toBe(phase);
  });
});
