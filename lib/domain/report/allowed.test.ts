import { describe, expect, test } from 'vitest';
import { allowedActions, isTimely } from './allowed';
import { actions, type Role } from '../access/policy';
import { phases, statuses, type ReportStatus } from './report';

const own = { relation: 'own' } as const;

function statusesFor(
  action: (typeof actions)[number],
  phase: (typeof phases)[number],
): ReportStatus[] {
  return statuses.filter((status) => isTimely(action, { status, phase, isReadable: true }));
}

describe('when an action is open', () => {
  test.each(phases)(
    'figures are taken while the report is with its reporter and the period takes them: %s',
    (phase) => {
      const expected = {
        before: [],
        open: ['not-started', 'filling', 'returned'],
        late: ['not-started', 'filling', 'returned'],
        reviewing: ['returned'],
        closed: [],
      }[phase];
      expect(statusesFor('report.fill', phase)).toEqual(expected);
      expect(statusesFor('report.send', phase)).toEqual(expected);
    },
  );

  test.each(phases)(
    'history is put into what was never handed in, as soon as its period has begun: %s',
    (phase) => {
      const never: ReportStatus[] = ['not-started', 'filling'];
      expect(statusesFor('report.backfill', phase)).toEqual(phase === 'before' ? [] : never);
    },
  );

  test.each(phases)('signing, and every way back from it, waits for the sending: %s', (phase) => {
    const awaited = ['report.sign', 'report.sendBack', 'report.recall', 'report.uncosign'] as const;
    for (const action of awaited)
      expect(statusesFor(action, phase)).toEqual(
        phase === 'before' || phase === 'closed' ? [] : ['awaiting-signature'],
      );
  });

  test.each(phases)('a decision is open as long as it takes: %s', (phase) => {
    for (const action of ['report.accept', 'report.review', 'report.approve'] as const)
      expect(statusesFor(action, phase)).toEqual(['submitted']);
  });

  test.each(phases)(
    'a mark is talked about until the report is approved or the period closed: %s',
    (phase) => {
      const expected =
        phase === 'before' || phase === 'closed'
          ? []
          : ['filling', 'awaiting-signature', 'submitted', 'returned'];
      expect(statusesFor('mark.answer', phase)).toEqual(expected);
      expect(statusesFor('mark.reply', phase)).toEqual(expected);
    },
  );

  test.each(phases)('cells are opened while a return is being corrected: %s', (phase) => {
    const expected = phase === 'before' || phase === 'closed' ? [] : ['returned'];
    expect(statusesFor('cell.ask', phase)).toEqual(expected);
    expect(statusesFor('cell.open', phase)).toEqual(expected);
  });

  test.each(phases)(
    'what was handed in is withdrawn while it could be handed in again and nobody reads it: %s',
    (phase) => {
      expect(statusesFor('report.withdraw', phase)).toEqual(
        phase === 'before' || phase === 'closed' ? [] : ['submitted'],
      );
      expect(
        isTimely('report.withdraw', {
          status: 'submitted',
          phase,
          isReadable: true,
          isAccepted: true,
        }),
      ).toBe(false);
    },
  );

  const withUnit: ReportStatus[] = ['not-started', 'filling', 'awaiting-signature', 'returned'];
  const takesFigures = (phase: (typeof phases)[number]): ReportStatus[] =>
    statusesFor('report.fill', phase);
  test.each<[(typeof actions)[number], (phase: (typeof phases)[number]) => ReportStatus[]]>([
    ['report.check', takesFigures],
    ['target.set', takesFigures],
    ['target.ask', takesFigures],
    ['target.answer', () => withUnit],
    ['report.examine', () => ['submitted']],
    ['waiver.ask', takesFigures],
    ['waiver.answer', () => withUnit],
    ['cover.add', () => ['submitted', 'approved']],
    ['report.takeBack', (phase) => (phase === 'closed' ? [] : ['returned', 'approved'])],
    ['report.askExtension', (phase) => (phase === 'before' ? [] : withUnit)],
    ['report.grantExtension', (phase) => (phase === 'before' ? [] : withUnit)],
    ['report.remind', (phase) => (phase === 'before' || phase === 'closed' ? [] : withUnit)],
    ['report.list', () => [...statuses]],
    ['report.readDraft', () => [...statuses]],
    ['report.account', () => [...statuses]],
    ['report.lock', () => [...statuses]],
    ['form.choose', () => [...statuses]],
    ['unit.manage', () => []],
    ['summary.write', () => []],
    ['token.manage', () => []],
  ])('%s', (action, expected) => {
    for (const phase of phases)
      expect([phase, statusesFor(action, phase)]).toEqual([phase, expected(phase)]);
  });

  test.each(phases)('a lock stops what the unit itself changes, and nothing else: %s', (phase) => {
    const stopped = [
      'report.fill',
      'report.check',
      'report.backfill',
      'report.send',
      'report.recall',
      'report.sign',
      'report.sendBack',
      'report.uncosign',
      'report.withdraw',
      'report.account',
      'target.set',
      'waiver.ask',
      'cell.ask',
    ];
    for (const status of statuses)
      for (const action of actions) {
        const state = { status, phase, isReadable: true };
        expect([action, status, isTimely(action, { ...state, isLocked: true })]).toEqual([
          action,
          status,
          !stopped.includes(action) && isTimely(action, state),
        ]);
      }
  });

  test('units, people and periods are no business of a report', () => {
    const state = { status: 'filling', phase: 'open', isReadable: true } as const;
    const administrator = { roles: ['administrator'] as Role[] };
    expect(allowedActions(administrator, { relation: 'own', isTop: true }, state)).toEqual([
      'report.list',
      'report.read',
      'form.choose',
    ]);
  });
});

test('what the policy refuses is not open at any time', () => {
  for (const status of statuses)
    for (const phase of phases)
      expect(
        allowedActions({ roles: ['auditor'] }, own, { status, phase, isReadable: false }),
      ).toEqual(['report.list']);
});
