// Who may do what: the one place that decides. What is not listed here is refused.
// A role holds at the person's own unit; the relation says where the subject's unit stands to it.

import type { TokenRight } from './access-token';

export const roles = [
  'reporter',
  'signatory',
  'examiner',
  'reviewer',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/** `child` is directly below, `below` further down, `beside` anything neither above nor below. */
export type Relation = 'own' | 'child' | 'below' | 'beside' | 'above';

export const actions = [
  'report.list',
  'report.read',
  'report.readDraft',
  'report.fill',
  'report.check',
  'report.backfill',
  'report.send',
  'report.recall',
  'report.sign',
  'report.sendBack',
  'report.uncosign',
  'report.withdraw',
  'report.accept',
  'report.examine',
  'report.review',
  'report.approve',
  'report.takeBack',
  'target.set',
  'target.ask',
  'target.answer',
  'mark.answer',
  'mark.reply',
  'cell.ask',
  'cell.open',
  'waiver.ask',
  'waiver.answer',
  'check.manage',
  'report.askExtension',
  'report.grantExtension',
  'report.remind',
  'report.lock',
  'report.account',
  'cover.add',
  'form.choose',
  'summary.read',
  'summary.write',
  'summary.issue',
  'unit.manage',
  'person.manage',
  'period.manage',
  'reminder.rule',
  'token.manage',
  'audit.read',
] as const;
export type Action = (typeof actions)[number];

export type Actor = { roles: readonly Role[] };

/** `isTop`: the subject's unit has no unit above it, so its report is decided by its own reviewer.
 *  `hasEntered`: the actor's own hand is in the submission; nobody reviews what they entered or signed
 *  (四眼原则). */
export type Subject = { relation: Relation; isTop?: boolean; hasEntered?: boolean };

/** Whether the actor may do `action` to the subject. */
export function can(actor: Actor, action: Action, subject: Subject): boolean {
  return rules[action](actor, subject);
}

/** Whether an access token may use `right` on a unit: what it was made for, at its own unit and below. */
export function tokenMay(
  token: { rights: readonly TokenRight[] },
  right: TokenRight,
  subject: Subject,
): boolean {
  return token.rights.includes(right) && isOwnOrBelow(subject);
}

/** Where `subject` stands as seen from `viewer`, both given by their lineage "/320000/320900/". */
export function relationOf(viewer: string, subject: string): Relation {
  if (subject === viewer) return 'own';
  if (subject.startsWith(viewer))
    return subject.slice(viewer.length).split('/').length === 2 ? 'child' : 'below';
  return viewer.startsWith(subject) ? 'above' : 'beside';
}

type Rule = (actor: Actor, subject: Subject) => boolean;

const has = (actor: Actor, ...wanted: Role[]) => wanted.some((role) => actor.roles.includes(role));
const isOwn = ({ relation }: Subject) => relation === 'own';
/** Whoever has one of these roles at the unit itself. */
const ofOwn =
  (...wanted: Role[]): Rule =>
  (actor, subject) =>
    has(actor, ...wanted) && isOwn(subject);
const isOwnOrBelow = ({ relation }: Subject) =>
  relation === 'own' || relation === 'child' || relation === 'below';

// Whoever has any role at the unit or above it.
const isSeen: Rule = (actor, subject) => actor.roles.length > 0 && isOwnOrBelow(subject);
const isAdministered: Rule = (actor, subject) =>
  has(actor, 'administrator') && isOwnOrBelow(subject);
const isOverseen: Rule = (actor, { relation }) =>
  has(actor, 'reviewer') && (relation === 'child' || relation === 'below');

// The union directly above decides; at the top there is none, and the own reviewer does.
const isBelow = ({ relation, isTop }: Subject) =>
  relation === 'child' || (relation === 'own' && isTop === true);
const isApprovedBy: Rule = (actor, subject) =>
  has(actor, 'reviewer') && !subject.hasEntered && isBelow(subject);
// An examiner (初审) reads, marks and returns; that a report is right is for a reviewer to say.
const isReviewedBy: Rule = (actor, subject) =>
  has(actor, 'examiner', 'reviewer') && !subject.hasEntered && isBelow(subject);

const rules: Record<Action, Rule> = {
  'report.list': isSeen,
  'report.read': isSeen,
  // A draft belongs to the unit that writes it.
  'report.readDraft': ofOwn('reporter', 'signatory', 'reviewer'),
  'report.fill': ofOwn('reporter'),
  'report.check': ofOwn('reporter'),
  // History that an office brings along, into reports that were never handed in (补录): its own, and those of the
  // units below it that its tables name. What stands in those stays (lib/domain/sheet/plan-import.ts).
  'report.backfill': (actor, subject) => has(actor, 'reporter') && isOwnOrBelow(subject),
  'report.send': ofOwn('reporter'),
  'report.recall': ofOwn('reporter'),
  'report.sign': ofOwn('signatory'),
  'report.sendBack': ofOwn('signatory'),
  // Only the own signature is ever taken back.
  'report.uncosign': ofOwn('signatory'),
  // The unit sets its own; the union above may set what it asks of the units directly below it.
  'target.set': (actor, subject) =>
    (has(actor, 'reporter') && isOwn(subject)) ||
    (has(actor, 'reviewer', 'administrator') && subject.relation === 'child'),
  // What the unit above has set is asked for, and answered there.
  'target.ask': ofOwn('reporter'),
  'target.answer': (actor, subject) =>
    has(actor, 'reviewer', 'administrator') && subject.relation === 'child',
  'report.withdraw': ofOwn('reporter', 'signatory'),
  'report.accept': isReviewedBy,
  // That an examiner has passed it is said by the examiner; whoever decides sees who and when.
  'report.examine': (actor, subject) =>
    has(actor, 'examiner') && !subject.hasEntered && isBelow(subject),
  'report.review': isReviewedBy,
  'report.approve': isApprovedBy,
  // Only the own decision is ever taken back: who may decide may think again.
  'report.takeBack': isReviewedBy,
  'mark.answer': ofOwn('reporter'),
  'mark.reply': isReviewedBy,
  'cell.ask': ofOwn('reporter'),
  'cell.open': isReviewedBy,
  'waiver.ask': ofOwn('reporter'),
  'waiver.answer': isApprovedBy,
  'check.manage': ofOwn('administrator'),
  'report.askExtension': ofOwn('reporter'),
  'report.grantExtension': (actor, subject) => has(actor, 'reviewer') && isBelow(subject),
  'report.remind': isOverseen,
  // Standing still is ordered from above, like a reminder.
  'report.lock': isOverseen,
  // Why a total entered by hand differs from the sum is for those to say who made the report.
  'report.account': ofOwn('reporter'),
  'cover.add': ofOwn('reporter', 'signatory'),
  'form.choose': ofOwn('reporter', 'administrator'),
  // What is issued is for those above; what is being written belongs to those whose hands are in the figures.
  'summary.read': isSeen,
  'summary.write': ofOwn('reporter', 'signatory', 'reviewer'),
  'summary.issue': ofOwn('signatory', 'reviewer'),
  'unit.manage': isAdministered,
  'person.manage': isAdministered,
  'reminder.rule': ofOwn('reviewer'),
  // A token opens what is approved to a system: whoever gives out accounts there gives out tokens.
  'token.manage': isAdministered,
  // Whoever keeps watch reads what everybody did; nobody else does, and that is on record, too.
  'audit.read': (actor, subject) => has(actor, 'auditor') && isOwnOrBelow(subject),
  'period.manage': (actor, subject) =>
    has(actor, 'administrator') && isOwn(subject) && subject.isTop === true,
};
