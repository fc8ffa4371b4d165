// What a person may do with a report now: the policy, the report's status and the period's dates together.
// Pages draw their buttons from it and every write asks it again.
import { actions, can, type Action, type Actor, type Subject } from '../access/policy';
import { isOpenForEntry, type ReportStatus, type phaseOf } from './report';

/** `isAccepted`: a reviewer is reading the submission. `isLocked`: a unit above has locked the report (锁定). */
export type ReportState = {
  status: ReportStatus;
  phase: ReturnType<typeof phaseOf>;
  isReadable: boolean;
  isAccepted?: boolean;
  isLocked?: boolean;
};

/** The actions on a report that are open to the actor now. */
export function allowedActions(actor: Actor, subject: Subject, state: ReportState): Action[] {
  return actions.filter((action) => can(actor, action, subject) && isTimely(action, state));
}

/** What a lock stops: whatever the report's own unit changes in it. Words, requests and decisions go on. */
const stoppedByLock: ReadonlySet<Action> = new Set([
  'report.fill',
  'report.check',
  'report.backfill',
  'report.send',
  'report.sign',
  'report.withdraw',
  'report.account',
  'target.set',
  'waiver.ask',
  'cell.ask',
]);

/** Whether status and dates allow `action`, whoever asks. */
export function isTimely(
  action: Action,
  { status, phase, isReadable, isAccepted = false, isLocked = false }: ReportState,
): boolean {
  if (isLocked && stoppedByLock.has(action)) return false;
  const takesFigures = phase === 'open' || phase === 'late';
  // The reviewer may return a report after the last day for late ones; its correction has until the period closes.
  const takesCorrections = takesFigures || phase === 'reviewing';
  switch (action) {
    case 'report.read':
      return isReadable;
    case 'report.fill':
    case 'report.check':
    case 'report.send':
    case 'target.set':
    case 'waiver.ask':
      return isOpenForEntry(status) && (status === 'returned' ? takesCorrections : takesFigures);
    case 'report.backfill':
      // A period that is over takes figures into a first draft: handing it in still needs a later date granted.
      return (status === 'not-started' || status === 'filling') && phase !== 'before';
    case 'report.sign':
      return takesCorrections && status === 'awaiting-signature';
    case 'report.withdraw':
      return takesCorrections && status === 'submitted' && !isAccepted;
    case 'report.accept':
    case 'report.review':
    case 'report.approve':
      return status === 'submitted';
    case 'mark.answer':
    case 'mark.reply':
      return (
        phase !== 'before' &&
        phase !== 'closed' &&
        status !== 'approved' &&
        status !== 'not-started'
      );
    case 'cell.ask':
    case 'cell.open':
      return takesCorrections && status === 'returned';
    // The paper follows what was handed in; of what came back a new one is made.
    case 'cover.add':
      return status === 'submitted' || status === 'approved';
    case 'report.takeBack':
      return phase !== 'closed' && (status === 'approved' || status === 'returned');
    case 'waiver.answer':
      return isOpenForEntry(status) || status === 'awaiting-signature';
    // A later date is of use only to a report that is still to be handed in.
    case 'report.askExtension':
    case 'report.grantExtension':
      return phase !== 'before' && status !== 'submitted' && status !== 'approved';
    case 'report.remind':
      return (
        phase !== 'before' && phase !== 'closed' && status !== 'submitted' && status !== 'approved'
      );
    case 'report.list':
    case 'report.readDraft':
    case 'report.account':
    case 'report.lock':
    case 'form.choose':
      return true;
    // Units, people and periods are no business of a report.
    default:
      return false;
  }
}
