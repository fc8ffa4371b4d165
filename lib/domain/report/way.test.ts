// Every way that a report can take.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions, can, type Action } from '../access/policy';
import { isTimely } from './allowed';
import {
  isOpenForEntry,
  statuses,
  statusOf,
  type Decision,
  type ReportStatus,
  type SubmissionState,
} from './report';

const at = new Date('2026-11-21T09:00:00+08:00');

// What people do, each where status and reading let them; the report afterwards. A report is its submissions, oldest
// first; every one but the newest was returned or withdrawn.
type Kept = {
  hasFigures: boolean;
  sentAt: Date | null;
  cosigned: boolean;
  signedAt: Date | null;
  accepted: string | null;
  end: Decision | 'withdrawn' | null;
  /** Of the report as a whole: the newest one has them. */
  isLocked: boolean;
  dueAt: number;
  asked: boolean;
};
type Step =
  | 'fill'
  | 'empty'
  | 'send'
  | 'sendBack'
  | 'cosign'
  | 'sign'
  | 'accept'
  | 'release'
  | 'takeOver'
  | 'withdraw'
  | 'approve'
  | 'return'
  | 'returnByExaminer'
  | 'takeBack'
  | 'askToOpen'
  | 'open'
  | 'askExtension'
  | 'extend'
  | 'lock'
  | 'unlock';

const opened: Kept = {
  hasFigures: false,
  sentAt: null,
  cosigned: false,
  signedAt: null,
  accepted: null,
  end: null,
  isLocked: false,
  dueAt: 0,
  asked: false,
};
const stateOf = (report: readonly Kept[]): SubmissionState => {
  const { hasFigures, sentAt, signedAt, end } = report.at(-1)!;
  return {
    isCorrection: report.slice(0, -1).some((one) => one.end === 'returned'),
    hasFigures,
    sentAt,
    signedAt,
    decision: end === 'withdrawn' ? null : end,
  };
};
const newest = (change: Partial<Kept>) => (report: readonly Kept[]) => [
  ...report.slice(0, -1),
  { ...report.at(-1)!, ...change },
];
const openNext = (end: Kept['end']) => (report: readonly Kept[]) => [
  ...newest({ end })(report),
  {
    ...opened,
    hasFigures: report.at(-1)!.hasFigures,
    isLocked: report.at(-1)!.isLocked,
    dueAt: report.at(-1)!.dueAt,
  },
];
const may = (action: Action) => (report: readonly Kept[]) =>
  isTimely(action, {
    status: statusOf(stateOf(report)),
    phase: 'open',
    isReadable: true,
    isAccepted: isRead(report),
    isLocked: report.at(-1)!.isLocked,
  });
const same = (report: readonly Kept[]) => statusOf(stateOf(report));
const isRead = (report: readonly Kept[]) => report.at(-1)!.accepted !== null;
const wasReturned = (report: readonly Kept[]) => report.some(({ end }) => end === 'returned');

/** What an unsent draft is called: the story so far decides, not its number. */
const draftOf = (report: readonly Kept[]): ReportStatus =>
  wasReturned(report) ? 'returned' : report.at(-1)!.hasFigures ? 'filling' : 'not-started';

const steps: Record<
  Step,
  {
    may: (report: readonly Kept[]) => boolean;
    act: (report: readonly Kept[]) => Kept[];
    to: (after: readonly Kept[], before: readonly Kept[]) => ReportStatus;
  }
> = {
  fill: { may: may('report.fill'), act: newest({ hasFigures: true }), to: draftOf },
  empty: { may: may('report.fill'), act: newest({ hasFigures: false }), to: draftOf },
  send: { may: may('report.send'), act: newest({ sentAt: at }), to: () => 'awaiting-signature' },
  sendBack: {
    may: may('report.sign'),
    act: newest({ sentAt: null, cosigned: false }),
    to: draftOf,
  },
  // The first of two signatures hands nothing in.
  cosign: {
    may: may('report.sign'),
    act: newest({ cosigned: true }),
    to: () => 'awaiting-signature',
  },
  sign: { may: may('report.sign'), act: newest({ signedAt: at }), to: () => 'submitted' },
  accept: { may: may('report.accept'), act: newest({ accepted: 'one' }), to: () => 'submitted' },
  takeOver: {
    may: (report) => may('report.accept')(report) && isRead(report),
    act: newest({ accepted: 'another' }),
    to: () => 'submitted',
  },
  release: {
    may: (report) => may('report.accept')(report) && isRead(report),
    act: newest({ accepted: null }),
    to: () => 'submitted',
  },
  withdraw: { may: may('report.withdraw'), act: openNext('withdrawn'), to: draftOf },
  approve: { may: may('report.approve'), act: newest({ end: 'approved' }), to: () => 'approved' },
  return: { may: may('report.review'), act: openNext('returned'), to: () => 'returned' },
  // An examiner's return is a return.
  returnByExaminer: {
    may: (report) =>
      may('report.review')(report) &&
      can({ roles: ['examiner'] }, 'report.review', { relation: 'child' }),
    act: openNext('returned'),
    to: () => 'returned',
  },
  // The own decision, before anybody built on it: an approval, or a return whose copy nobody has touched.
  takeBack: {
    may: (report) =>
      may('report.takeBack')(report) &&
      (report.at(-1)!.end === 'approved' ||
        (report.at(-2)?.end === 'returned' && report.at(-1)!.sentAt === null)),
    act: (report) => {
      const { isLocked, dueAt } = report.at(-1)!;
      return newest({ end: null, isLocked, dueAt })(
        report.at(-1)!.end === 'approved' ? report : report.slice(0, -1),
      );
    },
    to: () => 'submitted',
  },
  // Requests, later dates and locks change what may be done, never what the report is.
  askToOpen: { may: may('cell.ask'), act: newest({ asked: true }), to: () => 'returned' },
  open: {
    may: (report) => may('cell.open')(report) && report.at(-1)!.asked,
    act: newest({ asked: false }),
    to: () => 'returned',
  },
  askExtension: {
    may: may('report.askExtension'),
    act: (report) => [...report],
    to: (_, before) => same(before),
  },
  extend: {
    may: may('report.grantExtension'),
    act: (report) => newest({ dueAt: report.at(-1)!.dueAt + 1 })(report),
    to: (_, before) => same(before),
  },
  lock: {
    may: (report) => !report.at(-1)!.isLocked,
    act: newest({ isLocked: true }),
    to: (_, before) => same(before),
  },
  unlock: {
    may: (report) => report.at(-1)!.isLocked,
    act: newest({ isLocked: false }),
    to: (_, before) => same(before),
  },
};

describe('the way of a report', () => {
  const names = Object.keys(steps) as Step[];
  const ofTheUnit: ReadonlySet<Step> = new Set([
    'fill',
    'empty',
    'send',
    'sendBack',
    'cosign',
    'sign',
    'withdraw',
    'askToOpen',
  ]);

  it('every sequence of permitted steps goes from status to status as told', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 60 }), (sequence) => {
        let report: Kept[] = [opened];
        for (const name of sequence) {
          const { may: isPossible, act, to } = steps[name];
          if (!isPossible(report)) continue;
          const before = report;
          report = act(report);
          expect([name, same(report)]).toEqual([name, to(report, before)]);
          // Frozen is frozen: whatever is not the newest was signed, and ended.
          for (const one of report.slice(0, -1))
            expect([
              one.signedAt !== null,
              one.end === 'returned' || one.end === 'withdrawn',
            ]).toEqual([true, true]);
        }
        // Nothing but taking it back leads away from approved.
        if (report.at(-1)!.end === 'approved')
          expect(names.filter((name) => steps[name].may(report))).toEqual([
            'takeBack',
            report.at(-1)!.isLocked ? 'unlock' : 'lock',
          ]);
        // A locked report is moved by nobody of its unit.
        if (report.at(-1)!.isLocked)
          expect(names.filter((name) => ofTheUnit.has(name) && steps[name].may(report))).toEqual(
            [],
          );
      }),
      { numRuns: 1000 },
    );
  });

  it('nobody withdraws what is being read, and whoever reads lets go before it can be', () => {
    const signed = steps.sign.act(steps.send.act(steps.fill.act([opened])));
    expect(steps.withdraw.may(signed)).toBe(true);
    expect(steps.withdraw.may(steps.accept.act(signed))).toBe(false);
    expect(steps.withdraw.may(steps.takeOver.act(steps.accept.act(signed)))).toBe(false);
    expect(steps.withdraw.may(steps.release.act(steps.accept.act(signed)))).toBe(true);
  });

  it('every action that changes a report has its step here', () => {
    const covered: Partial<Record<Action, Step>> = {
      'report.fill': 'fill',
      'report.check': 'fill',
      'report.backfill': 'fill',
      'report.send': 'send',
      'report.sign': 'sign',
      'report.withdraw': 'withdraw',
      'report.accept': 'accept',
      'report.review': 'return',
      'report.approve': 'approve',
      'report.takeBack': 'takeBack',
      'cell.ask': 'askToOpen',
      'cell.open': 'open',
      'report.askExtension': 'askExtension',
      'report.grantExtension': 'extend',
      'report.lock': 'lock',
    };
    // These read, write words, or concern something beside the report's way.
    const aside: Action[] = [
      'report.list',
      'report.read',
      'report.readDraft',
      'report.remind',
      'report.account',
    ];
    expect(
      actions.filter(
        (action) =>
          (action.startsWith('report.') || action.startsWith('cell.')) &&
          !covered[action] &&
          !aside.includes(action),
      ),
    ).toEqual([]);
  });

  it('two signatures: the first leaves the report where it was, and goes when it is sent back', () => {
    const sent = steps.send.act(steps.fill.act([opened]));
    const once = steps.cosign.act(sent);
    expect(same(once)).toBe('awaiting-signature');
    expect(steps.fill.may(once)).toBe(false);
    expect(steps.sendBack.act(once).at(-1)).toMatchObject({ cosigned: false, sentAt: null });
    expect(same(steps.sign.act(once))).toBe('submitted');
  });

  it('what is withdrawn after a return is being corrected still', () => {
    const again = steps.sign.act(
      steps.send.act(steps.return.act(steps.sign.act(steps.send.act([opened])))),
    );
    expect(statusOf(stateOf(steps.withdraw.act(again)))).toBe('returned');
  });

  it('figures are written only while the newest submission is with the reporter', () => {
    expect(statuses.filter(isOpenForEntry)).toEqual(['not-started', 'filling', 'returned']);
  });
});
