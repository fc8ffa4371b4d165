// Who may do what to whose report, as the tests of access expect it. It stands here by itself and is not read from the
// policy.
import { GongbaoError } from '@/lib/domain/access/errors';
import type { Action, Relation, Role } from '@/lib/domain/access/policy';
import type { UnitKey } from './test-world';

export type Outcome = 'done' | 'refused' | 'not-found';

const everyone: Role[] = [
  'reporter',
  'signatory',
  'examiner',
  'reviewer',
  'administrator',
  'auditor',
];
const readers: Role[] = ['examiner', 'reviewer'];
const authors: Role[] = ['reporter', 'signatory', 'reviewer'];

/** Who may do it, by relation; whoever is not named may not. `elsewhere`: what the others are answered. */
const expected: Record<
  Action,
  { may: Partial<Record<Relation, Role[]>>; elsewhere: 'refused' | 'not-found' }
> = {
  'report.list': {
    may: { own: everyone, child: everyone, below: everyone },
    elsewhere: 'not-found',
  },
  'report.read': {
    may: { own: everyone, child: everyone, below: everyone },
    elsewhere: 'not-found',
  },
  'report.readDraft': { may: { own: authors }, elsewhere: 'not-found' },
  'report.fill': { may: { own: ['reporter'] }, elsewhere: 'refused' },
  'report.backfill': {
    may: { own: ['reporter'], child: ['reporter'], below: ['reporter'] },
    elsewhere: 'refused',
  },
  'report.send': { may: { own: ['reporter'] }, elsewhere: 'refused' },
  'report.recall': { may: { own: ['reporter'] }, elsewhere: 'refused' },
  'report.sign': { may: { own: ['signatory'] }, elsewhere: 'refused' },
  'report.sendBack': { may: { own: ['signatory'] }, elsewhere: 'refused' },
  'report.uncosign': { may: { own: ['signatory'] }, elsewhere: 'refused' },
  'report.check': { may: { own: ['reporter'] }, elsewhere: 'refused' },
  'report.withdraw': { may: { own: ['reporter', 'signatory'] }, elsewhere: 'refused' },
  'report.accept': { may: { child: readers }, elsewhere: 'refused' },
  'report.examine': { may: { child: ['examiner'] }, elsewhere: 'refused' },
  'report.review': { may: { child: readers }, elsewhere: 'refused' },
  'report.approve': { may: { child: ['reviewer'] }, elsewhere: 'refused' },
  'mark.answer': { may: { own: ['reporter'] }, elsewhere: 'refused' },
  'mark.reply': { may: { child: readers }, elsewhere: 'refused' },
  'cell.ask': { may: { own: ['reporter'] }, elsewhere: 'refused' },
  'cell.open': { may: { child: readers }, elsewhere: 'refused' },
  'target.set': {
    may: { own: ['reporter'], child: ['reviewer', 'administrator'] },
    elsewhere: 'refused',
  },
  'target.ask': { may: { own: ['reporter'] }, elsewhere: 'refused' },
  'target.answer': { may: { child: ['reviewer', 'administrator'] }, elsewhere: 'refused' },
  'report.takeBack': { may: { child: readers }, elsewhere: 'refused' },
  'waiver.ask': { may: { own: ['reporter'] }, elsewhere: 'refused' },
  'waiver.answer': { may: { child: ['reviewer'] }, elsewhere: 'refused' },
  // A check is seen by the administrators of its unit and of those below it, who answer to it.
  'check.manage': { may: { own: ['administrator'] }, elsewhere: 'not-found' },
  'report.askExtension': { may: { own: ['reporter'] }, elsewhere: 'refused' },
  'report.grantExtension': { may: { child: ['reviewer'] }, elsewhere: 'refused' },
  'report.remind': { may: { child: ['reviewer'], below: ['reviewer'] }, elsewhere: 'refused' },
  'report.lock': { may: { child: ['reviewer'], below: ['reviewer'] }, elsewhere: 'refused' },
  'report.account': { may: { own: ['reporter'] }, elsewhere: 'refused' },
  'cover.add': { may: { own: ['reporter', 'signatory'] }, elsewhere: 'refused' },
  'form.choose': { may: { own: ['reporter', 'administrator'] }, elsewhere: 'refused' },
  'summary.read': {
    may: { own: everyone, child: everyone, below: everyone },
    elsewhere: 'not-found',
  },
  'summary.write': { may: { own: authors }, elsewhere: 'refused' },
  'summary.issue': { may: { own: ['signatory', 'reviewer'] }, elsewhere: 'refused' },
  'unit.manage': {
    may: { own: ['administrator'], child: ['administrator'], below: ['administrator'] },
    elsewhere: 'refused',
  },
  'person.manage': {
    may: { own: ['administrator'], child: ['administrator'], below: ['administrator'] },
    elsewhere: 'refused',
  },
  // Periods are the whole tree's: whoever looks down two levels here is the administrator of its top.
  'period.manage': { may: { below: ['administrator'] }, elsewhere: 'refused' },
  'token.manage': {
    may: { own: ['administrator'], child: ['administrator'], below: ['administrator'] },
    elsewhere: 'refused',
  },
  // The record is that of the viewer's own unit and below, wherever the subject stands.
  'audit.read': {
    may: {
      own: ['auditor'],
      child: ['auditor'],
      below: ['auditor'],
      beside: ['auditor'],
      above: ['auditor'],
    },
    elsewhere: 'not-found',
  },
  // A rule belongs to the viewer's own unit, wherever the subject stands.
  'reminder.rule': {
    may: {
      own: ['reviewer'],
      child: ['reviewer'],
      below: ['reviewer'],
      beside: ['reviewer'],
      above: ['reviewer'],
    },
    elsewhere: 'refused',
  },
};

/** Where the viewer stands and whose report it is. */
export const relations: Record<Relation, { viewer: UnitKey; subject: UnitKey }> = {
  own: { viewer: 'city', subject: 'city' },
  child: { viewer: 'city', subject: 'county' },
  below: { viewer: 'province', subject: 'county' },
  beside: { viewer: 'otherCity', subject: 'county' },
  above: { viewer: 'county', subject: 'city' },
};

/** What a person with this role at this place is answered. */
export function expectedOf(action: Action, role: Role, relation: Relation): Outcome {
  const { may, elsewhere } = expected[action];
  if (may[relation]?.includes(role)) return 'done';
  if (action === 'check.manage' && relation === 'above' && role === 'administrator')
    return 'refused';
  // A period belongs to the whole tree, not to a unit: whoever may not make one is answered so.
  const isVisible =
    relation === 'own' ||
    relation === 'child' ||
    relation === 'below' ||
    action === 'period.manage' ||
    action === 'reminder.rule';
  return isVisible ? elsewhere : 'not-found';
}

/** What a person who tries is answered. */
export async function outcomeOf(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    return (await work()) === null ? 'not-found' : 'done';
  } catch (error) {
    if (error instanceof GongbaoError && (error.code === 'refused' || error.code === 'not-found'))
      return error.code;
    throw error;
  }
}
