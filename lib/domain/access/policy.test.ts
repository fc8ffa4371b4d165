import { describe, expect, it } from 'vitest';
import {
  actions,
  can,
  relationOf,
  roles,
  type Action,
  type Relation,
  type Role,
  type Subject,
} from './policy';

const relations: Relation[] = ['own', 'child', 'below', 'beside', 'above'];

/** Who may: role → relations in which it may. `own!` is the own unit with nothing above it. What is not here, nobody
 *  may. */
type Allowed = Partial<Record<Role, (Relation | 'own!')[]>>;
const downwards: (Relation | 'own!')[] = ['own', 'own!', 'child', 'below'];
const everyone: Allowed = {
  reporter: downwards,
  signatory: downwards,
  examiner: downwards,
  reviewer: downwards,
  administrator: downwards,
  auditor: downwards,
};
const reviewed: Allowed = { examiner: ['own!', 'child'], reviewer: ['own!', 'child'] };
const table: Record<Action, Allowed> = {
  'report.list': everyone,
  'report.read': everyone,
  'report.readDraft': {
    reporter: ['own', 'own!'],
    signatory: ['own', 'own!'],
    reviewer: ['own', 'own!'],
  },
  'report.fill': { reporter: ['own', 'own!'] },
  'report.backfill': { reporter: ['own', 'own!', 'child', 'below'] },
  'report.send': { reporter: ['own', 'own!'] },
  'report.recall': { reporter: ['own', 'own!'] },
  'report.sign': { signatory: ['own', 'own!'] },
  'report.sendBack': { signatory: ['own', 'own!'] },
  'report.uncosign': { signatory: ['own', 'own!'] },
  'report.check': { reporter: ['own', 'own!'] },
  'report.withdraw': { reporter: ['own', 'own!'], signatory: ['own', 'own!'] },
  'report.accept': reviewed,
  'report.examine': { examiner: ['own!', 'child'] },
  'report.review': reviewed,
  'report.approve': { reviewer: ['own!', 'child'] },
  'report.takeBack': reviewed,
  'mark.answer': { reporter: ['own', 'own!'] },
  'mark.reply': reviewed,
  'cell.ask': { reporter: ['own', 'own!'] },
  'cell.open': reviewed,
  'target.set': { reporter: ['own', 'own!'], reviewer: ['child'], administrator: ['child'] },
  'target.ask': { reporter: ['own', 'own!'] },
  'target.answer': { reviewer: ['child'], administrator: ['child'] },
  'waiver.ask': { reporter: ['own', 'own!'] },
  'waiver.answer': { reviewer: ['own!', 'child'] },
  'audit.read': { auditor: downwards },
  'check.manage': { administrator: ['own', 'own!'] },
  'report.askExtension': { reporter: ['own', 'own!'] },
  'report.grantExtension': { reviewer: ['own!', 'child'] },
  'report.remind': { reviewer: ['child', 'below'] },
  'report.lock': { reviewer: ['child', 'below'] },
  'report.account': { reporter: ['own', 'own!'] },
  'cover.add': { reporter: ['own', 'own!'], signatory: ['own', 'own!'] },
  'form.choose': { reporter: ['own', 'own!'], administrator: ['own', 'own!'] },
  'summary.read': everyone,
  'summary.write': {
    reporter: ['own', 'own!'],
    signatory: ['own', 'own!'],
    reviewer: ['own', 'own!'],
  },
  'summary.issue': { signatory: ['own', 'own!'], reviewer: ['own', 'own!'] },
  'unit.manage': { administrator: downwards },
  'person.manage': { administrator: downwards },
  'period.manage': { administrator: ['own!'] },
  'reminder.rule': { reviewer: ['own', 'own!'] },
  'token.manage': { administrator: downwards },
};

const subjects: [name: Relation | 'own!', subject: Subject][] = [
  ...relations.map((relation): [Relation, Subject] => [relation, { relation }]),
  ['own!', { relation: 'own', isTop: true }],
];

const cases = actions.flatMap((action) =>
  roles.flatMap((role) => subjects.map(([name, subject]) => ({ action, role, name, subject }))),
);

describe('can', () => {
  it.each(cases)('$role, $action, $name', ({ action, role, name, subject }) => {
    expect(can({ roles: [role] }, action, subject)).toBe(
      table[action][role]?.includes(name) ?? false,
    );
  });

  it('nobody may anything without a role', () => {
    for (const action of actions)
      for (const [, subject] of subjects) expect(can({ roles: [] }, action, subject)).toBe(false);
  });

  it('several roles may what each of them may, and no more', () => {
    for (const action of actions) {
      for (const [, subject] of subjects) {
        for (const a of roles) {
          for (const b of roles) {
            const each =
              can({ roles: [a] }, action, subject) || can({ roles: [b] }, action, subject);
            expect(can({ roles: [a, b] }, action, subject)).toBe(each);
          }
        }
      }
    }
  });

  it('nobody reviews what their own hand is in, and nothing else depends on it', () => {
    for (const { action, role, subject } of cases) {
      const entered = can({ roles: [role] }, action, { ...subject, hasEntered: true });
      expect(entered).toBe(
        [
          'report.accept',
          'report.examine',
          'report.review',
          'report.approve',
          'report.takeBack',
          'mark.reply',
          'cell.open',
          'waiver.answer',
        ].includes(action)
          ? false
          : can({ roles: [role] }, action, subject),
      );
    }
  });

  it('a unit with another above it never decides its own report', () => {
    for (const role of roles)
      expect(can({ roles: [role] }, 'report.review', { relation: 'own', isTop: false })).toBe(
        false,
      );
  });
});

describe('relationOf', () => {
  const city = '/320000/320900/';

  it.each<[string, Relation]>([
    ['/320000/320900/', 'own'],
    ['/320000/320900/320925/', 'child'],
    ['/320000/320900/320925/320925001/', 'below'],
    ['/320000/', 'above'],
    ['/320000/320300/', 'beside'],
    ['/320000/320300/320322/', 'beside'],
    ['/330000/', 'beside'],
    ['/320000/3209001/', 'beside'],
  ])('%s is %s', (subject, relation) => {
    expect(relationOf(city, subject)).toBe(relation);
  });
});
