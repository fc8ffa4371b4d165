import { describe, expect, test } from 'vitest';
import { isTimely } from './allowed';
import { phaseOf, statuses, type ReportStatus } from './report';
import { turnOf, type Turn } from './turn';

const day = (text: string) => new Date(`2026-${text}T00:00:00+08:00`);
const dates = {
  opensAt: day('11-01'),
  dueAt: day('11-10'),
  lateUntil: day('11-20'),
  closesAt: day('11-30'),
};
const moments = {
  before: day('10-20'),
  open: day('11-05'),
  late: day('11-15'),
  reviewing: day('11-25'),
  closed: day('12-05'),
};

describe('whose turn it is', () => {
  test.each<[ReportStatus, boolean, keyof typeof moments, Turn]>([
    ['not-started', false, 'before', { key: 'before', day: dates.opensAt }],
    ['filling', false, 'late', { key: 'fill', day: dates.lateUntil }],
    ['filling', false, 'reviewing', { key: 'over', day: dates.lateUntil }],
    ['not-started', false, 'closed', { key: 'over', day: dates.lateUntil }],
    ['awaiting-signature', false, 'reviewing', { key: 'sign', day: dates.closesAt }],
    ['awaiting-signature', true, 'open', { key: 'cosign', day: dates.closesAt }],
    // After the close nobody can sign, and no page says that the signatory is awaited.
    ['awaiting-signature', false, 'closed', { key: 'stopped', day: dates.closesAt }],
    ['returned', false, 'reviewing', { key: 'correct', day: dates.closesAt }],
    ['returned', false, 'closed', { key: 'stopped', day: dates.closesAt }],
    ['submitted', false, 'closed', { key: 'review', day: null }],
    ['approved', false, 'open', { key: 'approved', day: null }],
  ])('%s (signed once: %s), %s', (status, isCosigned, phase, turn) => {
    expect(turnOf({ status, isCosigned }, dates, moments[phase])).toEqual(turn);
  });

  test('nobody is sent to a step that the table does not allow then, and a standstill has its way on', () => {
    const steps = {
      fill: 'report.fill',
      correct: 'report.fill',
      sign: 'report.sign',
      cosign: 'report.sign',
      review: 'report.review',
      over: 'report.grantExtension',
      stopped: 'report.grantExtension',
    } as const;
    for (const status of statuses)
      for (const now of Object.values(moments)) {
        const { key } = turnOf({ status, isCosigned: false }, dates, now);
        if (key === 'before' || key === 'approved') continue;
        const state = { status, phase: phaseOf(dates, now), isReadable: true };
        expect([status, key, isTimely(steps[key], state)]).toEqual([status, key, true]);
      }
  });
});
