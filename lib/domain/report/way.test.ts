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
import { ways } from './way';

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
  | 'recall'
  | 'sendBack'
  | 'cosign'
  | 'uncosign'
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

/** Each step is one of the table, with what has to be so besides, and what it does. Where it leads the table says. */
const steps: Record<
  Step,
  {
    action: Action;
    besides?: (report: readonly Kept[]) => boolean;
    act: (report: readonly Kept[]) => Kept[];
  }
> = {
  fill: { action: 'report.fill', act: newest({ hasFigures: true }) },
  empty: { action: 'report.fill', act: newest({ hasFigures: false }) },
  send: { action: 'report.send', act: newest({ sentAt: at }) },
  recall: {
    action: 'report.recall',
    besides: (report) => !report.at(-1)!.cosigned,
    act: newest({ sentAt: null }),
  },
  sendBack: { action: 'report.sendBack', act: newest({ sentAt: null, cosigned: false }) },
  // The first of two signatures hands nothing in.
  cosign: { action: 'report.sign', act: newest({ cosigned: true }) },
  uncosign: {
    action: 'report.uncosign',
    besides: (report) => report.at(-1)!.cosigned,
    act: newest({ cosigned: false }),
  },
  sign: { action: 'report.sign', act: newest({ signedAt: at }) },
  accept: { action: 'report.accept', act: newest({ accepted: 'one' }) },
  takeOver: { action: 'report.accept', besides: isRead, act: newest({ accepted: 'another' }) },
  release: { action: 'report.accept', besides: isRead, act: newest({ accepted: null }) },
  withdraw: { action: 'report.withdraw', act: openNext('withdrawn') },
  approve: { action: 'report.approve', act: newest({ end: 'approved' }) },
  return: { action: 'report.review', act: openNext('returned') },
  // An examiner's return is a return.
  returnByExaminer: {
    action: 'report.review',
    besides: () => can({ roles: ['examiner'] }, 'report.review', { relation: 'child' }),
    act: openNext('returned'),
  },
  // The own decision, before anybody built on it: an approval, or a return whose copy nobody has touched.
  takeBack: {
    action: 'report.takeBack',
    besides: (report) =>
      report.at(-1)!.end === 'approved' ||
      (report.at(-2)?.end === 'returned' && report.at(-1)!.sentAt === null),
    act: (report) => {
      const { isLocked, dueAt } = report.at(-1)!;
      return newest({ end: null, isLocked, dueAt })(
        report.at(-1)!.end === 'approved' ? report : report.slice(0, -1),
      );
    },
  },
  // Requests, later dates and locks change what may be done, never what the report is.
  askToOpen: { action: 'cell.ask', act: newest({ asked: true }) },
  open: {
    action: 'cell.open',
    besides: (report) => report.at(-1)!.asked,
    act: newest({ asked: false }),
  },
  askExtension: { action: 'report.askExtension', act: (report) => [...report] },
  extend: {
    action: 'report.grantExtension',
    act: (report) => newest({ dueAt: report.at(-1)!.dueAt + 1 })(report),
  },
  lock: {
    action: 'report.lock',
    besides: (report) => !report.at(-1)!.isLocked,
    act: newest({ isLocked: true }),
  },
  unlock: {
    action: 'report.lock',
    besides: (report) => report.at(-1)!.isLocked,
    act: newest({ isLocked: false }),
  },
};

const isPossible = (name: Step, report: readonly Kept[]): boolean =>
  may(steps[name].action)(report) && (steps[name].besides?.(report) ?? true);

/** Where the table says that a step leads. */
const ends = (name: Step, after: readonly Kept[], before: readonly Kept[]): ReportStatus[] =>
  ways[steps[name].action]!.to.map((to) =>
    to === 'same' ? same(before) : to === 'draft' ? draftOf(after) : to,
  );

describe('the way of a report', () => {
  const names = Object.keys(steps) as Step[];
  const ofTheUnit: ReadonlySet<Step> = new Set([
    'fill',
    'empty',
    'send',
    'recall',
    'sendBack',
    'cosign',
    'uncosign',
    'sign',
    'withdraw',
    'askToOpen',
  ]);

  it('every sequence of permitted steps goes from status to status as the table says', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 60 }), (sequence) => {
        let report: Kept[] = [opened];
        for (const name of sequence) {
          if (!isPossible(name, report)) continue;
          const before = report;
          report = steps[name].act(report);
          expect([name, ...ends(name, report, before)]).toContain(same(report));
          // Frozen is frozen: whatever is not the newest was signed, and ended.
          for (const one of report.slice(0, -1))
            expect([
              one.signedAt !== null,
              one.end === 'returned' || one.end === 'withdrawn',
            ]).toEqual([true, true]);
        }
        // Nothing but taking it back leads away from approved.
        if (report.at(-1)!.end === 'approved')
          expect(names.filter((name) => isPossible(name, report))).toEqual([
            'takeBack',
            report.at(-1)!.isLocked ? 'unlock' : 'lock',
          ]);
        // A locked report is moved by nobody of its unit.
        if (report.at(-1)!.isLocked)
          expect(names.filter((name) => ofTheUnit.has(name) && isPossible(name, report))).toEqual(
            [],
          );
      }),
      { numRuns: 1000 },
    );
  });

  it('nobody withdraws what is being read, and whoever reads releases it before it can be', () => {
    const signed = steps.sign.act(steps.send.act(steps.fill.act([opened])));
    expect(isPossible('withdraw', signed)).toBe(true);
    expect(isPossible('withdraw', steps.accept.act(signed))).toBe(false);
    expect(isPossible('withdraw', steps.takeOver.act(steps.accept.act(signed)))).toBe(false);
    expect(isPossible('withdraw', steps.release.act(steps.accept.act(signed)))).toBe(true);
  });

  it('every way of the table that leads somewhere is walked here', () => {
    const walked = new Set(Object.values(steps).map(({ action }) => action));
    // These write figures too, which `fill` stands for.
    const likeFill: Action[] = ['report.check', 'report.backfill'];
    const left = actions.filter((action) => {
      const to = ways[action]?.to ?? [];
      return to.some((one) => one !== 'same') && !walked.has(action) && !likeFill.includes(action);
    });
    expect(left).toEqual([]);
  });

  it('two signatures: the first leaves the report where it was, and goes when it is sent back', () => {
    const sent = steps.send.act(steps.fill.act([opened]));
    const once = steps.cosign.act(sent);
    expect(same(once)).toBe('awaiting-signature');
    expect(isPossible('fill', once)).toBe(false);
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
