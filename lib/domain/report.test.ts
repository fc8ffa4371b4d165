import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimely } from './allowed';
import { isOpenForEntry, phaseOf, statuses, statusOf, type Decision, type ReportStatus, type SubmissionState } from './report';

const at = new Date('2026-11-21T09:00:00+08:00');
const draft: SubmissionState = { isCorrection: false, hasFigures: false, sentAt: null, signedAt: null, decision: null };

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
    ['approved', { isCorrection: true, hasFigures: true, sentAt: at, signedAt: at, decision: 'approved' }],
    ['awaiting-signature', { sentAt: at }],
  ])('%s after %o', (status, changes) => {
    expect(statusOf({ ...draft, ...changes })).toBe(status);
  });
});

// What people do, each where status and reading let them; the report afterwards. A report is its submissions, oldest
// first; every one but the newest was returned or withdrawn.
type Kept = { hasFigures: boolean; sentAt: Date | null; signedAt: Date | null; accepted: string | null; end: Decision | 'withdrawn' | null };
type Step = 'fill' | 'empty' | 'send' | 'sendBack' | 'sign' | 'accept' | 'release' | 'takeOver' | 'withdraw' | 'approve' | 'return' | 'takeBack';

const opened: Kept = { hasFigures: false, sentAt: null, signedAt: null, accepted: null, end: null };
const stateOf = (report: readonly Kept[]): SubmissionState => {
  const { hasFigures, sentAt, signedAt, end } = report.at(-1)!;
  return { isCorrection: report.slice(0, -1).some((one) => one.end === 'returned'), hasFigures, sentAt, signedAt, decision: end === 'withdrawn' ? null : end };
};
const newest = (change: Partial<Kept>) => (report: readonly Kept[]) => [...report.slice(0, -1), { ...report.at(-1)!, ...change }];
const openNext = (end: Kept['end']) => (report: readonly Kept[]) => [...newest({ end })(report), { ...opened, hasFigures: report.at(-1)!.hasFigures }];
const isWithReporter = (report: readonly Kept[]) => isOpenForEntry(statusOf(stateOf(report)));
const isSubmitted = (report: readonly Kept[]) => statusOf(stateOf(report)) === 'submitted';
const isWithSignatory = (report: readonly Kept[]) => statusOf(stateOf(report)) === 'awaiting-signature';
const isRead = (report: readonly Kept[]) => report.at(-1)!.accepted !== null;
const wasReturned = (report: readonly Kept[]) => report.some(({ end }) => end === 'returned');

/** What an unsent draft is called: the story so far decides, not its number. */
const draftOf = (report: readonly Kept[]): ReportStatus => (wasReturned(report) ? 'returned' : report.at(-1)!.hasFigures ? 'filling' : 'not-started');

const steps: Record<Step, { may: (report: readonly Kept[]) => boolean; act: (report: readonly Kept[]) => Kept[]; to: (after: readonly Kept[]) => ReportStatus }> = {
  fill: { may: isWithReporter, act: newest({ hasFigures: true }), to: draftOf },
  empty: { may: isWithReporter, act: newest({ hasFigures: false }), to: draftOf },
  send: { may: isWithReporter, act: newest({ sentAt: at }), to: () => 'awaiting-signature' },
  sendBack: { may: isWithSignatory, act: newest({ sentAt: null }), to: draftOf },
  sign: { may: isWithSignatory, act: newest({ signedAt: at }), to: () => 'submitted' },
  accept: { may: isSubmitted, act: newest({ accepted: 'one' }), to: () => 'submitted' },
  takeOver: { may: (report) => isSubmitted(report) && isRead(report), act: newest({ accepted: 'another' }), to: () => 'submitted' },
  release: { may: (report) => isSubmitted(report) && isRead(report), act: newest({ accepted: null }), to: () => 'submitted' },
  withdraw: { may: (report) => isTimely('report.withdraw', { status: statusOf(stateOf(report)), phase: 'open', isReadable: true, isAccepted: isRead(report) }), act: openNext('withdrawn'), to: draftOf },
  approve: { may: isSubmitted, act: newest({ end: 'approved' }), to: () => 'approved' },
  return: { may: isSubmitted, act: openNext('returned'), to: () => 'returned' },
  // The own decision, before anybody built on it: an approval, or a return whose copy nobody has touched.
  takeBack: {
    may: (report) => report.at(-1)!.end === 'approved' || (report.at(-2)?.end === 'returned' && report.at(-1)!.sentAt === null),
    act: (report) => (report.at(-1)!.end === 'approved' ? newest({ end: null })(report) : newest({ end: null })(report.slice(0, -1))),
    to: () => 'submitted',
  },
};

describe('the way of a report', () => {
  const names = Object.keys(steps) as Step[];

  it('every sequence of permitted steps goes from status to status as told', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 60 }), (sequence) => {
        let report: Kept[] = [opened];
        for (const name of sequence) {
          const { may, act, to } = steps[name];
          if (!may(report)) continue;
          report = act(report);
          expect(statusOf(stateOf(report))).toBe(to(report));
          // Frozen is frozen: whatever is not the newest was signed, and ended.
          for (const one of report.slice(0, -1)) expect([one.signedAt !== null, one.end === 'returned' || one.end === 'withdrawn']).toEqual([true, true]);
        }
        // Nothing but taking it back leads away from approved.
        if (report.at(-1)!.end === 'approved') expect(names.filter((name) => steps[name].may(report))).toEqual(['takeBack']);
      }),
      { numRuns: 500 },
    );
  });

  it('nobody withdraws what is being read, and whoever reads lets go before it can be', () => {
    const signed = steps.sign.act(steps.send.act(steps.fill.act([opened])));
    expect(steps.withdraw.may(signed)).toBe(true);
    expect(steps.withdraw.may(steps.accept.act(signed))).toBe(false);
    expect(steps.withdraw.may(steps.takeOver.act(steps.accept.act(signed)))).toBe(false);
    expect(steps.withdraw.may(steps.release.act(steps.accept.act(signed)))).toBe(true);
  });

  it('what is withdrawn after a return is being corrected still', () => {
    const again = steps.sign.act(steps.send.act(steps.return.act(steps.sign.act(steps.send.act([opened])))));
    expect(statusOf(stateOf(steps.withdraw.act(again)))).toBe('returned');
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
