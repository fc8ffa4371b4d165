import { describe, expect, it } from 'vitest';
import { phaseOf, statusOf, type ReportStatus, type SubmissionState } from './report';

const at = new Date('2026-11-21T09:00:00+08:00');
const draft: SubmissionState = {
  isCorrection: false,
  hasFigures: false,
  sentAt: null,
  signedAt: null,
  decision: null,
};

describe('statusOf', () => {
  it.each<[ReportStatus, Partial<SubmissionState>]>([
    ['not-started', {}],
    ['filling', { hasFigures: true }],
    ['awaiting-signature', { hasFigures: true, sentAt: at }],
    ['submitted', { hasFigures: true, sentAt: at, signedAt: at }],
    ['approved', { hasFigures: true, sentAt: at, signedAt: at, decision: 'approved' }],
    ['returned', { hasFigures: true, sentAt: at, signedAt: at, decision: 'returned' }],
    ['returned', { isCorrection: true, hasFigures: true }],
    ['returned', { isCorrection: true }],
    ['awaiting-signature', { isCorrection: true, hasFigures: true, sentAt: at }],
    ['submitted', { isCorrection: true, hasFigures: true, sentAt: at, signedAt: at }],
    [
      'approved',
      { isCorrection: true, hasFigures: true, sentAt: at, signedAt: at, decision: 'approved' },
    ],
    ['awaiting-signature', { sentAt: at }],
  ])('%s after %o', (status, changes) => {
    expect(statusOf({ ...draft, ...changes })).toBe(status);
  });
});

describe('phaseOf', () => {
  const day = (number: number) => new Date(Date.UTC(2026, 10, number));
  const deadlines = { opensAt: day(1), dueAt: day(10), lateUntil: day(15), closesAt: day(20) };

  it.each([
    [day(0), 'before'],
    [day(1), 'open'],
    [day(10), 'open'],
    [new Date(day(10).getTime() + 1), 'late'],
    [day(15), 'late'],
    [new Date(day(15).getTime() + 1), 'reviewing'],
    [day(20), 'reviewing'],
    [day(25), 'closed'],
  ])('%s is %s', (now, phase) => {
    expect(phaseOf(deadlines, now)).toBe(phase);
  });
});
